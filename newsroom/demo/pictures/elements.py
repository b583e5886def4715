"""What several posters share: colours, grass, crowds, a ball, a floodlight."""

from collections.abc import Callable

from .canvas import HEIGHT, WIDTH, Canvas, Light, Point, arc

NIGHT, INK, PAPER = "#0a1224", "#101820", "#f6f3ea"
SKY, COBALT = "#2faee0", "#1e5fb0"
CORAL, RED, GOLD = "#f2683c", "#d8232a", "#f4b83a"
GRASS, MEADOW = "#1d6a48", "#248055"


def diagonal(canvas: Canvas, left: float, width: float, colour: str, alpha=1.0):
    """A band from top to bottom, leaning to the right as it rises."""
    lean = 420
    foot = [(left, HEIGHT), (left + width, HEIGHT)]
    head = [(left + width + lean, 0), (left + lean, 0)]
    canvas.polygon(foot + head, colour, alpha)


def lawn(canvas: Canvas, horizon: float, *, vanishing: float = WIDTH / 2, bands=14):
    """Mown stripes running to a point far above the horizon."""
    canvas.polygon(
        [(0, horizon), (WIDTH, horizon), (WIDTH, HEIGHT), (0, HEIGHT)], GRASS
    )
    for band in range(-bands, bands, 2):
        near, far = 260 * band, 92 * band
        canvas.polygon(
            [
                (vanishing + far, horizon),
                (vanishing + far + 92, horizon),
                (vanishing + near + 260, HEIGHT),
                (vanishing + near, HEIGHT),
            ],
            MEADOW,
        )


def crowd(
    canvas: Canvas,
    rows: list[list[Point]],
    colour_of: Callable[[float, float], str],
    *,
    size: float = 4.0,
):
    """Heads along `rows`; here and there somebody stands, or has not come."""
    for points in rows:
        for x, y in points:
            if canvas.random.random() < 0.06:
                continue
            x += canvas.random.uniform(-2, 2)
            y += canvas.random.uniform(-3, 1)
            shade = canvas.random.uniform(0.55, 1)
            canvas.oval((x, y), (size, size * 1.25), colour_of(x, y), shade)


def ball(canvas: Canvas, centre: Point, radius: float):
    x, y = centre
    canvas.disc(centre, radius, PAPER)
    canvas.disc((x + radius * 0.12, y + radius * 0.16), radius * 0.86, "#ffffff")
    canvas.polygon(arc(centre, (radius * 0.36,) * 2, -90, 270, 5), INK)
    for turn in range(5):
        outer = arc(centre, (radius * 0.9,) * 2, -90 + 72 * turn, 270, 1)[0]
        inner = arc(centre, (radius * 0.36,) * 2, -90 + 72 * turn, 270, 1)[0]
        canvas.line([inner, outer], INK, radius * 0.07)
        rim = arc(centre, (radius,) * 2, -106 + 72 * turn, -74 + 72 * turn, 8)
        tip = arc(centre, (radius * 0.74,) * 2, -90 + 72 * turn, 270, 1)[0]
        canvas.polygon([*rim, tip], INK)


def floodlight(canvas: Canvas, foot: Point, height: float, *, lamps=4) -> list[Light]:
    """A pylon with a head of lamps; gives the lights to shine at the end."""
    x, y = foot
    canvas.line([(x, y), (x, y - height)], INK, 9)
    top = y - height
    canvas.rounded((x - 46, top - 34, x + 46, top + 22), 6, INK)
    for lamp in range(lamps):
        across = x - 33 + lamp * 66 / (lamps - 1)
        canvas.disc((across, top - 18), 7, "#fffbe6")
        canvas.disc((across, top + 6), 7, "#fffbe6")
    return [
        Light((x, top), 330, "#4f7fc0", 0.9),
        Light((x, top), 110, "#fff6d6", 0.9),
    ]
