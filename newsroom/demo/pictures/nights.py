"""Posters of grounds and towns: the Vélodrome, Rome, Bergamo, the empty stand."""

from PIL import Image

from .canvas import HEIGHT, WIDTH, Canvas, Light, arc, curve
from .elements import (
    COBALT,
    CORAL,
    GOLD,
    GRASS,
    INK,
    MEADOW,
    NIGHT,
    PAPER,
    RED,
    SKY,
    crowd,
    diagonal,
    floodlight,
    lawn,
)


def wave_roof() -> Image.Image:
    """A ground with a roof like a wave, its crowd one great sky-blue mosaic."""
    canvas = Canvas([(0, "#050b1a"), (0.45, "#12305e"), (1, "#1b5c98")], seed=1)
    edge = curve((-40, 470), (480, 40), (930, 300)) + curve(
        (930, 300), (1280, 500), (1660, 200)
    )
    canvas.polygon([*edge, (1660, 800), (-40, 800)], "#0d1d3a")
    rows = [[(x, y + drop) for x, y in spread(edge)] for drop in range(86, 470, 13)]
    crowd(canvas, [[p for p in row if p[1] < 690] for row in rows], mosaic, size=4.6)
    roof = [(x, y - 78 + 30 * abs(x - 800) / 800) for x, y in edge]
    canvas.polygon(roof + [(x, y + 46) for x, y in reversed(edge)], "#dfe9f2")
    canvas.polygon(edge + [(x, y + 46) for x, y in reversed(edge)], "#8fb4d2")
    for rib in range(0, len(edge), 4):
        (x, y), (top_x, top_y) = edge[rib], roof[rib]
        canvas.line([(top_x, top_y), (x, y + 46)], "#6d94b6", 2.5)
    canvas.polygon([(0, 690), (WIDTH, 690), (WIDTH, 716), (0, 716)], NIGHT)
    lawn(canvas, 716)
    penalty_area(canvas)
    lamps = [Light((x, y + 62), 150, "#bfe3ff", 0.85) for x, y in edge[6::11]]
    return canvas.finished([*lamps, Light((800, 720), 760, "#2b6fae", 0.45)])


def spread(points, step=11):
    """The x of every seat along a curve, with the height of the curve there."""
    pairs = iter(zip(points, points[1:], strict=False))
    (x0, y0), (x1, y1) = next(pairs)
    seats = []
    for x in range(0, WIDTH + 1, step):
        while x > x1:
            (x0, y0), (x1, y1) = next(pairs)
        seats.append((x, y0 + (y1 - y0) * (x - x0) / (x1 - x0)))
    return seats


def mosaic(x, y):
    band = int((x + 0.9 * y) // 210)
    return (SKY, PAPER, "#1c87bd", PAPER)[band % 4]


def penalty_area(canvas):
    canvas.line([(0, 760), (WIDTH, 760)], PAPER, 5)
    canvas.line([(470, 760), (330, 905), (1270, 905), (1130, 760)], PAPER, 6)
    canvas.line([(640, 760), (596, 808), (1004, 808), (960, 760)], PAPER, 5)
    canvas.line(arc((800, 905), (160, 46), 0, 180), PAPER, 6)


def terracotta_bowl() -> Image.Image:
    """A great oval seen from the air at the end of the day, half of it in shade."""
    canvas = Canvas([(0, "#8c3b24"), (0.6, "#c4593a"), (1, "#e78d55")], seed=4)
    centre = (800, 520)
    for tier, colour in enumerate(("#5a2018", "#a8412b", "#7d2d20", "#bf5436")):
        across = 700 - 76 * tier
        canvas.oval(centre, (across, across * 0.62), colour)
    rings = range(452, 690, 15)
    rows = [arc(centre, (r, r * 0.62), 0, 360, round(r * 0.55)) for r in rings]
    crowd(canvas, rows, evening, size=4)
    canvas.oval(centre, (436, 270), "#b4502f")
    canvas.ring(centre, (424, 262), "#e9a377", 3)
    canvas.ring(centre, (400, 247), "#e9a377", 3)
    field(canvas, (530, 352, 1070, 688))
    diagonal(canvas, -420, 900, "#1a0d16", 0.55)
    diagonal(canvas, 480, 26, RED, 0.9)
    return canvas.finished([Light((1460, 80), 760, "#ff9c4a", 0.75)])


def evening(x, y):
    return (PAPER, GOLD, CORAL, "#7b1f2c", "#e8c9a6")[int(x * 7 + y * 13) % 5]


def field(canvas, box):
    """A whole pitch from straight above, in mown bands, with its lines."""
    left, top, right, bottom = box
    canvas.rounded(box, 4, GRASS)
    band = (right - left) / 12
    for n in range(0, 12, 2):
        x = left + n * band
        canvas.polygon(
            [(x, top), (x + band, top), (x + band, bottom), (x, bottom)], MEADOW
        )
    middle = ((left + right) / 2, (top + bottom) / 2)
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    canvas.line([(x + 0, y) for x, y in corners], PAPER, 4)
    canvas.line([(middle[0], top), (middle[0], bottom)], PAPER, 4)
    canvas.ring(middle, (48, 48), PAPER, 4)
    for side, inward in ((left, 1), (right, -1)):
        for depth, half in ((88, 105), (30, 48)):
            x, y = side + inward * depth, middle[1]
            box_line = [
                (side, y - half),
                (x, y - half),
                (x, y + half),
                (side, y + half),
            ]
            canvas.line(box_line, PAPER, 4)


def upper_town() -> Image.Image:
    """A walled town on its hill, and the lit ground at its foot."""
    canvas = Canvas(
        [(0, "#060a16"), (0.3, "#174684"), (0.5, "#6fa6dc"), (1, "#2d6fb8")], seed=6
    )
    for n, left in enumerate(range(-520, 1700, 190)):
        diagonal(canvas, left, 95, INK if n % 2 else COBALT, 0.34)
    canvas.disc((1240, 210), 92, "#f3ead0")
    canvas.disc((1206, 188), 84, "#0e2348", 0.16)
    hill = curve((-20, 720), (420, 360), (830, 420)) + curve(
        (830, 420), (1260, 470), (1640, 700)
    )
    canvas.polygon([*hill, (1640, 1000), (-20, 1000)], "#0c1a33")
    skyline(canvas)
    wall = [(x, y + 66) for x, y in hill if 330 < x < 1180]
    canvas.polygon(wall + [(x, y + 26) for x, y in reversed(wall)], "#1b3156")
    lights = stadium(canvas)
    return canvas.finished(
        [*lights, Light((1240, 210), 380, "#6f8fc4", 0.6)], grain=0.08
    )


def skyline(canvas):
    for x, height in HOUSES:
        eaves, ridge = 480 - height, 454 - height
        roof = [(x, eaves), (x + 34, ridge), (x + 68, eaves)]
        canvas.polygon([(x, 520), *roof, (x + 68, 520)], HILL)
    for x, width, top in TOWERS:
        canvas.rounded((x, top, x + width, 520), 0, HILL)
        for step in range(0, width, 16):
            canvas.rounded((x + step, top - 13, x + step + 9, top), 0, HILL)
    canvas.rounded((648, 320, 676, 520), 0, HILL)
    canvas.polygon([(642, 322), (662, 284), (682, 322)], HILL)
    for x, y, radius in DOMES:
        vault = arc((x, y), (radius, radius * 1.1), 180, 360)
        canvas.polygon([*vault, (x + radius, 500), (x - radius, 500)], HILL)
        canvas.line([(x, y - radius - 40), (x, y - radius)], HILL, 7)
    for _ in range(70):
        x, y = canvas.random.uniform(370, 1070), canvas.random.uniform(408, 500)
        canvas.rounded((x, y, x + 6, y + 9), 0, GOLD)


HILL = "#0c1a33"
HOUSES = (
    (360, 70),
    (420, 96),
    (486, 74),
    (700, 84),
    (770, 66),
    (905, 92),
    (1010, 70),
)
TOWERS = ((556, 41, 262), (846, 41, 290))
DOMES = ((735, 372, 62), (455, 392, 40))


def stadium(canvas):
    """The ground in the plain, as a bowl of light between four pylons."""
    canvas.polygon([(0, 800), (WIDTH, 770), (WIDTH, HEIGHT), (0, HEIGHT)], "#081022")
    lights = []
    for x, y in ((360, 800), (1240, 790)):
        lights += floodlight(canvas, (x, y), 190)
    canvas.polygon([(300, 770), (1300, 760), (1390, 900), (210, 916)], "#14284a")
    rows = [
        [(x, 784 + 11 * n) for x in range(300 - 8 * n, 1310 + 8 * n, 10)]
        for n in range(10)
    ]
    crowd(canvas, rows, lambda x, _y: (COBALT, INK)[int(x // 58) % 2], size=4)
    canvas.polygon([(205, 900), (1395, 884), (1500, 1000), (90, 1000)], MEADOW)
    canvas.line([(205, 900), (1395, 884)], PAPER, 4)
    canvas.line([(800, 892), (806, 1000)], PAPER, 5)
    return [*lights, Light((800, 850), 640, "#3f8ed0", 0.55)]


def empty_stand() -> Image.Image:
    """Folded seats after the match; one scarf was left behind."""
    canvas = Canvas([(0, "#0c1c38"), (1, "#123a66")], seed=8)
    for row in range(13):
        depth = 34 + row * 7.2
        top = 20 + sum(34 + n * 7.2 for n in range(row)) * 1.02
        canvas.rounded((0, top + depth * 0.86, WIDTH, top + depth * 1.02), 0, "#081426")
        pitch = 44 + row * 9
        first = 800 - pitch * round(900 / pitch) + (row % 2) * pitch / 2
        for n in range(round(1900 / pitch)):
            seat(
                canvas,
                (first + n * pitch, top),
                (pitch * 0.8, depth * 0.84),
                n - row // 2,
            )
    scarf(canvas)
    return canvas.finished([Light((1180, 120), 900, "#5aa4e0", 0.5)])


def seat(canvas, corner, size, place):
    (x, y), (width, depth) = corner, size
    colour = (
        PAPER if (place // 4) % 3 == 0 else SKY if (place // 4) % 3 == 1 else "#1c7fb4"
    )
    canvas.rounded((x, y, x + width, y + depth), width * 0.16, colour)
    shade = [
        (x + width * 0.1, y + depth * 0.56),
        (x + width * 0.9, y + depth * 0.56),
        (x + width * 0.9, y + depth * 0.64),
        (x + width * 0.1, y + depth * 0.64),
    ]
    canvas.polygon(shade, INK, 0.28)


def scarf(canvas):
    path = curve((930, 520), (1040, 640), (1150, 560)) + curve(
        (1150, 560), (1230, 500), (1290, 690)
    )
    canvas.line(path, CORAL, 54)
    for n in range(4, len(path), 12):
        canvas.line(path[n : n + 5], PAPER, 54)
    for n in range(-24, 25, 8):
        canvas.line(
            [(914 + n * 0.8, 536 - n * 0.7), (896 + n * 0.8, 516 - n * 0.7)], PAPER, 4
        )
        canvas.line([(1290 + n, 690 - n * 0.4), (1298 + n, 718 - n * 0.4)], PAPER, 4)
