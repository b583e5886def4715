"""Posters of the game: two sides, eleven corners, the microphones, a hat-trick."""

import math

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
    SKY,
    ball,
    diagonal,
)


def two_halves() -> Image.Image:
    """Sky blue against black and blue, and a centre circle over the border."""
    canvas = Canvas([(0, "#38b6e6"), (1, "#1b8fc6")], seed=2)
    for left in range(-500, 700, 160):
        diagonal(canvas, left, 80, PAPER, 0.10)
    diagonal(canvas, 590, 1600, INK)
    for left in range(690, 1700, 200):
        diagonal(canvas, left, 100, "#1e71b8")
    centre = (800, 500)
    canvas.line([(590, HEIGHT), (1010, 0)], PAPER, 12)
    canvas.ring(centre, (268, 268), PAPER, 12)
    for x, y, colour in PLAYERS:
        player(canvas, (x, y), colour)
    shadow = [(786, 520), (1010, 640), (1024, 622), (814, 480)]
    canvas.polygon(shadow, NIGHT, 0.5)
    ball(canvas, centre, 44)
    return canvas.finished([Light((120, 40), 900, "#bfeaff", 0.5)])


PLAYERS = [
    (330, 300, PAPER),
    (220, 690, PAPER),
    (560, 560, PAPER),
    (1080, 420, SKY),
    (1290, 250, SKY),
    (1330, 760, SKY),
]


def player(canvas, foot, colour):
    """Seen from a mast: shoulders, head, and the long shadow of the floodlights."""
    x, y = foot
    body = [(x - 20, y + 10), (x + 20, y - 14), (x + 236, y + 92), (x + 206, y + 136)]
    canvas.polygon(body, NIGHT, 0.42)
    canvas.disc((x + 244, y + 126), 21, NIGHT, 0.42)
    canvas.line([(x - 34, y + 12), (x + 34, y - 12)], colour, 26)
    for side in (-1, 1):
        canvas.disc((x + 34 * side, y - 12 * side), 13, colour)
        canvas.line([(x + 40 * side, y - 12 * side), (x + 46 * side, y + 22)], SKIN, 10)
    canvas.disc(foot, 15, "#2a1a12")


SKIN = "#a9714b"


def eleven_corners() -> Image.Image:
    """Eleven flights from one flag."""
    canvas = Canvas([(0, GRASS), (1, GRASS)], seed=5)
    for left in range(-500, 1700, 240):
        diagonal(canvas, left, 120, MEADOW)
    canvas.line([(260, -10), (260, 880), (1610, 880)], PAPER, 13)
    canvas.line([(260, -20), (1120, -20), (1120, 640), (260, 640)], PAPER, 10)
    canvas.line([(260, 90), (560, 90), (560, 460), (260, 460)], PAPER, 10)
    canvas.line(arc((900, 275), (360, 360), -52, 52), PAPER, 10)
    canvas.disc((900, 275), 11, PAPER)
    canvas.line(arc((260, 880), (110, 110), -90, 0), PAPER, 10)
    goal_from_above(canvas)
    for n in range(11):
        aim = (340 + 62 * (n * 5 % 11), 60 + 46 * n)
        path = curve((300, 836), (980 + 66 * n, 720 - 50 * n), aim)
        chosen = n == 6
        canvas.line(path, CORAL if chosen else PAPER, 9 if chosen else 4.5, 0.94)
        canvas.disc(aim, 19 if chosen else 12, CORAL if chosen else PAPER)
    flag(canvas)
    ball(canvas, (304, 834), 30)
    return canvas.finished([Light((1500, 60), 1000, "#6ee0a8", 0.4)])


def goal_from_above(canvas):
    canvas.polygon([(120, 160), (260, 160), (260, 390), (120, 390)], "#123f2c", 0.75)
    for n in range(11):
        canvas.line([(120, 160 + 23 * n), (260, 160 + 23 * n)], PAPER, 1.8, 0.7)
    for n in range(6):
        canvas.line([(120 + 24 * n, 160), (120 + 24 * n, 390)], PAPER, 1.8, 0.7)
    canvas.line([(260, 154), (260, 396)], PAPER, 24)


def flag(canvas):
    canvas.polygon([(256, 882), (640, 990), (646, 976), (264, 876)], NIGHT, 0.4)
    canvas.polygon([(540, 962), (640, 990), (690, 946), (590, 918)], NIGHT, 0.4)
    canvas.line([(260, 882), (196, 620)], PAPER, 12)
    canvas.polygon([(196, 616), (36, 678), (216, 724)], CORAL)


def microphones() -> Image.Image:
    """The table of the press room, just before somebody sits down."""
    canvas = Canvas([(0, "#0d2b52"), (0.7, "#17508c"), (1, "#123a68")], seed=3)
    for row in range(6):
        for column in range(9):
            x, y = -40 + 200 * column + 100 * (row % 2), 40 + 118 * row
            canvas.rounded((x, y, x + 120, y + 46), 23, "#1a5a9c")
    canvas.polygon([(560, 760), (1040, 760), (1010, 330), (590, 330)], "#0a1d3a")
    canvas.rounded((575, 270, 1025, 420), 70, "#0a1d3a")
    canvas.polygon([(0, 752), (WIDTH, 752), (WIDTH, HEIGHT), (0, HEIGHT)], "#e9e2d2")
    canvas.polygon([(0, 752), (WIDTH, 752), (WIDTH, 780), (0, 780)], "#fffaf0")
    stands = (
        (390, 470, -16, CORAL),
        (610, 400, -7, PAPER),
        (800, 360, 0, SKY),
        (990, 408, 8, GOLD),
        (1210, 476, 17, "#7fd1ae"),
    )
    for x, top, lean, colour in stands:
        microphone(canvas, x, top, lean, colour)
    glass(canvas, (1440, 700))
    return canvas.finished([Light((800, 120), 820, "#7db9ee", 0.55)])


def microphone(canvas, x, top, lean, colour):
    turn = math.radians(lean)
    along, across = (-math.sin(turn), math.cos(turn)), (math.cos(turn), math.sin(turn))

    def at(side, down):
        return (
            x + side * across[0] + down * along[0],
            top + side * across[1] + down * along[1],
        )

    foot = (800 + (x - 800) * 0.86, 850)
    canvas.oval(foot, (74, 17), "#b9ae97")
    canvas.oval((foot[0], foot[1] - 8), (58, 13), INK)
    canvas.line(curve(at(0, 130), at(0, 280), (foot[0], foot[1] - 8)), INK, 13)
    canvas.polygon([at(-24, 60), at(24, 60), at(13, 230), at(-13, 230)], "#1a2230")
    canvas.polygon([at(-37, 96), at(37, 96), at(37, 158), at(-37, 158)], colour)
    canvas.polygon([at(12, 96), at(37, 96), at(37, 158), at(12, 158)], INK, 0.16)
    head = [at(48 * math.cos(t), 58 * math.sin(t)) for t in circle()]
    canvas.polygon(head, "#161c28")
    for n in range(-4, 5):
        half = 58 * math.sqrt(1 - (n * 11 / 50) ** 2)
        canvas.line([at(n * 11, -half), at(n * 11, half)], "#39465c", 2)
        canvas.line([at(-half * 0.8, n * 13), at(half * 0.8, n * 13)], "#39465c", 2)


def circle(steps=60):
    return [math.tau * n / steps for n in range(steps)]


def glass(canvas, corner):
    x, y = corner
    canvas.polygon(
        [(x, y), (x + 92, y), (x + 78, y + 150), (x + 14, y + 150)], PAPER, 0.4
    )
    canvas.polygon(
        [(x + 5, y + 56), (x + 87, y + 56), (x + 78, y + 150), (x + 14, y + 150)],
        "#9fd4f2",
        0.6,
    )


def three_in_the_net() -> Image.Image:
    """One net, three balls: the mesh gives way three times."""
    canvas = Canvas([(0, "#07101f"), (0.6, "#0f3a3a"), (1, "#17694c")], seed=7)
    for n, left in enumerate(range(-560, 1700, 180)):
        diagonal(canvas, left, 90, COBALT if n % 2 else INK, 0.30)
    for n in range(41):
        canvas.line([bulge(n * 40, y) for y in range(120, 1001, 20)], PAPER, 2.4, 0.8)
    for n in range(23):
        canvas.line(
            [bulge(x, 120 + n * 40) for x in range(0, 1601, 20)], PAPER, 2.4, 0.8
        )
    canvas.polygon([(0, 84), (WIDTH, 84), (WIDTH, 128), (0, 128)], PAPER)
    canvas.polygon([(0, 114), (WIDTH, 114), (WIDTH, 128), (0, 128)], "#b9c4c4")
    for (x, y), radius in SHOTS:
        trail = [
            (x - radius * 0.8, y + radius * 0.5),
            (x + radius * 0.9, y + radius * 0.3),
            (800 + (x - 800) * 0.3, 1040),
        ]
        canvas.polygon(trail, GOLD, 0.22)
        canvas.disc((x + 14, y + 20), radius, NIGHT, 0.45)
        ball(canvas, (x, y), radius)
    return canvas.finished([Light((800, 1000), 900, "#59c79a", 0.4)])


SHOTS = [((330, 640), 84), ((830, 330), 70), ((1270, 560), 92)]


def bulge(x, y):
    """Where a knot of the mesh lies once the balls have pulled it towards them."""
    for (ball_x, ball_y), radius in SHOTS:
        distance = math.hypot(x - ball_x, y - ball_y)
        pull = 0.52 * math.exp(-((distance / (2.3 * radius)) ** 2))
        x += (ball_x - x) * pull
        y += (ball_y - y) * pull + 16 * pull
    return (x, y)
