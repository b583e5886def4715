"""A sheet to draw the demo's posters on: flat shapes, light and grain."""

import math
import random

from PIL import Image, ImageChops, ImageColor, ImageDraw

WIDTH, HEIGHT = 1600, 1000
SCALE = 2  # drawn twice as large, then reduced: smooth edges

Point = tuple[float, float]


def rgba(colour: str, alpha: float = 1.0) -> tuple[int, int, int, int]:
    return (*ImageColor.getrgb(colour), round(255 * alpha))


def ramp(stops: list[tuple[float, str]], size: tuple[int, int]) -> Image.Image:
    """A vertical blend of `stops` (share of the height, colour)."""
    column = Image.new("RGB", (1, 256))
    for y in range(256):
        column.putpixel((0, y), blend(stops, y / 255))
    return column.resize(size, Image.Resampling.BILINEAR)


def blend(stops: list[tuple[float, str]], share: float) -> tuple[int, int, int]:
    pairs = zip(stops, stops[1:], strict=False)
    (start, first), (end, second) = next(
        (pair for pair in pairs if share <= pair[1][0]), stops[-2:]
    )
    part = (share - start) / (end - start)
    colours = zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True)
    return tuple(round(a + (b - a) * part) for a, b in colours)


class Canvas:
    """Coordinates are those of the finished picture, 1600 by 1000."""

    def __init__(self, stops: list[tuple[float, str]], seed: int):
        self.image = ramp(stops, (WIDTH * SCALE, HEIGHT * SCALE))
        self.draw = ImageDraw.Draw(self.image, "RGBA")
        self.random = random.Random(seed)

    def scaled(self, points):
        return [(x * SCALE, y * SCALE) for x, y in points]

    def polygon(self, points: list[Point], colour: str, alpha: float = 1.0):
        self.draw.polygon(self.scaled(points), fill=rgba(colour, alpha))

    def line(self, points: list[Point], colour: str, width: float, alpha: float = 1.0):
        self.draw.line(
            self.scaled(points),
            fill=rgba(colour, alpha),
            width=max(1, round(width * SCALE)),
            joint="curve",
        )

    def disc(self, centre: Point, radius: float, colour: str, alpha: float = 1.0):
        self.oval(centre, (radius, radius), colour, alpha)

    def oval(self, centre: Point, radii: Point, colour: str, alpha: float = 1.0):
        self.draw.ellipse(self.around(centre, radii), fill=rgba(colour, alpha))

    def ring(self, centre: Point, radii: Point, colour: str, width: float):
        self.draw.ellipse(
            self.around(centre, radii), outline=rgba(colour), width=round(width * SCALE)
        )

    def around(self, centre: Point, radii: Point):
        (x, y), (across, down) = centre, radii
        return self.scaled([(x - across, y - down), (x + across, y + down)])

    def rounded(
        self, box: tuple[float, float, float, float], radius: float, colour: str
    ):
        left, top, right, bottom = box
        self.draw.rounded_rectangle(
            self.scaled([(left, top), (right, bottom)]), radius * SCALE, rgba(colour)
        )

    def finished(self, lights=(), *, grain: float = 0.25) -> Image.Image:
        """The picture in its real size, with its lights and the grain of paper."""
        picture = self.image.reduce(SCALE)
        for light in lights:
            light.shine(picture)
        noise = Image.frombytes(
            "L", (WIDTH // 2, HEIGHT // 2), self.random.randbytes(WIDTH * HEIGHT // 4)
        ).resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)
        paper = ImageChops.soft_light(picture, Image.merge("RGB", [noise] * 3))
        return Image.blend(picture, paper, grain)


class Light:
    """A glow that adds to what it falls on."""

    def __init__(self, centre: Point, radius: int, colour: str, strength: float = 1.0):
        self.centre, self.radius = centre, radius
        self.colour, self.strength = colour, strength

    def shine(self, picture: Image.Image):
        side = 2 * self.radius
        # Pillow's gradient is 180 at the middle of its sides: cut to a round glow.
        fade = Image.radial_gradient("L").point(
            lambda level: round(255 * max(0, 1 - level / 178) ** 2 * self.strength)
        )
        mask = fade.resize((side, side), Image.Resampling.BILINEAR)
        glow = Image.composite(
            Image.new("RGB", (side, side), self.colour),
            Image.new("RGB", (side, side)),
            mask,
        )
        corner = tuple(round(c - self.radius) for c in self.centre)
        layer = Image.new("RGB", picture.size)
        layer.paste(glow, corner)
        picture.paste(ImageChops.screen(picture, layer))


def arc(centre: Point, radii: Point, start: float, end: float, steps=72) -> list[Point]:
    """Points of an ellipse from `start` to `end` degrees, clockwise from the right."""
    (x, y), (across, down) = centre, radii
    turns = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(x + across * math.cos(t), y + down * math.sin(t)) for t in turns]


def curve(start: Point, bend: Point, end: Point, steps=48) -> list[Point]:
    """Points of a quadratic Bézier curve."""
    parts = [i / steps for i in range(steps + 1)]
    return [
        tuple(
            (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c
            for a, b, c in zip(start, bend, end, strict=True)
        )
        for t in parts
    ]
