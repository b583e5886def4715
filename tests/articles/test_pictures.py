import random
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from PIL import Image, ImageCms

from articles import decoding, pictures
from articles.pictures import RefusedPicture, encoded
from tests.factories import make_picture

UNREADABLE = "This file is not a JPEG, PNG, WebP or AVIF picture that can be read."
PIXELS = "The picture has more than 40 million pixels."
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
GPS = 0x8825
HELD = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def decoded(file):
    return Image.open(encoded(file))


def refusal(file):
    with pytest.raises(RefusedPicture) as refused:
        encoded(file)
    return str(refused.value)


def is_red(pixel):
    return all(abs(a - b) < 30 for a, b in zip(pixel, (200, 30, 30), strict=False))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF", "MPO"])
def test_a_picture_of_any_usual_format_becomes_webp(form):
    picture = decoded(make_picture(form=form))

    assert (picture.format, picture.mode, picture.size) == ("WEBP", "RGB", (40, 20))
    assert is_red(picture.getpixel((20, 10)))


@pytest.mark.parametrize(
    ("mode", "form"),
    [
        ("CMYK", "JPEG"),
        ("P", "PNG"),
        ("RGBA", "PNG"),
        ("RGB", "PNG"),
    ],
)
@pytest.mark.parametrize("options", [{}, {"icc_profile": PROFILE}])
def test_colours_survive_whatever_the_mode_and_profile(mode, form, options):
    picture = decoded(make_picture(mode=mode, form=form, **options))

    assert is_red(picture.getpixel((20, 10)))


@pytest.mark.parametrize("mode", ["L", "LA", "1"])
@pytest.mark.parametrize("options", [{}, {"icc_profile": b"broken" * 30}])
def test_grey_pictures_are_taken(mode, options):
    assert decoded(make_picture(mode=mode, **options)).mode == "RGB"


def test_sixteen_bits_of_grey_become_eight():
    file = ContentFile(b"")
    Image.new("I;16", (40, 20), 40_000).save(file, "PNG")

    assert decoded(file).getpixel((20, 10)) == (156, 156, 156)


@pytest.mark.parametrize("mode", ["RGB", "P"])
def test_a_transparent_colour_stays_transparent(mode):
    colour = (200, 30, 30) if mode == "RGB" else 0
    file = ContentFile(b"")
    Image.new(mode, (40, 20), colour).save(file, "PNG", transparency=colour)

    assert decoded(file).getpixel((20, 10))[3] == 0


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((2400, 100), (2400, 100)),
        ((4800, 200), (2400, 100)),
        ((100, 3000), (100, 3000)),
        ((20, 20_000), (16, 16_383)),
    ],
)
def test_a_picture_is_at_most_2400_pixels_wide(size, kept):
    assert decoded(make_picture(size=size)).size == kept


def held(orientation):
    """A picture with a red top left, stored as a camera held in that way does."""
    stored = Image.new("RGB", (64, 32), "white")
    stored.paste((200, 30, 30), (0, 0, 32, 16))
    undone = HELD.get(orientation)
    return stored if undone is None else stored.transpose(undone)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_stands_upright(orientation, form):
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = ContentFile(b"")
    held(orientation).save(file, form, exif=exif)

    picture = decoded(file)

    assert picture.size == (64, 32)
    assert is_red(picture.getpixel((8, 8)))
    assert not is_red(picture.getpixel((56, 24)))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_nothing_tells_where_and_how_it_was_taken(form):
    exif = Image.Exif()
    exif[0x010E] = "a secret description"
    exif.get_ifd(GPS).update({1: "N", 2: (43.0, 16.0, 11.0)})
    xmp = b"<x:xmpmeta>a secret packet</x:xmpmeta>"
    options = {} if form == "PNG" else {"xmp": xmp}

    result = encoded(make_picture(form=form, exif=exif, icc_profile=PROFILE, **options))

    assert b"secret" not in result.read()
    assert dict(Image.open(result).getexif()) == {}
    assert {"exif", "xmp", "icc_profile"}.isdisjoint(Image.open(result).info)


def test_what_stands_behind_the_picture_is_gone():
    file = make_picture(form="JPEG")
    polyglot = ContentFile(
        file.read() + b"<?php evil(); ?><script>evil()</script>%PDF-1.4"
    )

    assert b"evil" not in encoded(polyglot).read()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"\xef\xbb\xbf<?xml version='1.0'?><svg/>",
        "<svg/>".encode("utf-16"),
        b"\x1f\x8b<svgz>",
        b"%PDF-1.4",
        b"%!PS-Adobe-3.0 EPSF-3.0",
        b"GIF89a" + b"\0" * 100,
        b"\x89PNG\r\n\x1a\n",
        make_picture(form="GIF").read(),
        make_picture(form="TIFF").read(),
        make_picture(form="BMP").read(),
        make_picture(form="JPEG", size=(300, 300)).read()[:900],
        make_picture(form="WEBP", size=(300, 300)).read()[:-20],
    ],
)
def test_what_is_no_whole_picture_is_refused(data):
    assert refusal(ContentFile(data, name="picture.png")) == UNREADABLE


@pytest.mark.parametrize("form", ["WEBP", "PNG", "AVIF"])
def test_a_moving_picture_is_refused(form):
    frames = [Image.new("RGB", (40, 20), "white")]

    file = make_picture(form=form, save_all=True, append_images=frames)

    assert refusal(file) == "The picture moves."


def claiming(width, height):
    """A PNG whose header claims a size that nothing behind it has."""

    def chunk(kind, data):
        end = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + end

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 100))
    return ContentFile(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [6_325, 9_000, 10_000, 14_000, 60_000])
def test_a_bomb_is_refused_before_a_pixel_is_read(side, monkeypatch):
    monkeypatch.setattr(decoding, "webp", None)

    with pytest.raises(decoding.Refusal, match="pixels"):
        decoding.read(claiming(side, side).read())


def test_a_bomb_is_refused_in_a_sentence():
    assert refusal(claiming(10_000, 10_000)) == PIXELS


def running(monkeypatch, tmp_path, *change):
    """Makes uploads go through another decoder: ours, with `change` made to it."""
    script = tmp_path / "decoder.py"
    source = Path(decoding.__file__).read_text(encoding="utf-8")
    assert change[0] in source
    script.write_text(source.replace(*change), encoding="utf-8")
    monkeypatch.setattr(decoding, "__file__", str(script))


KILLED = "import os; os.kill(os.getpid(), 9)"


@pytest.mark.parametrize(
    "change",
    [
        ("MEMORY, SECONDS = 1024**3, 10", "MEMORY, SECONDS = 160 * 1024**2, 10"),
        ("MEMORY, SECONDS = 1024**3, 10", "MEMORY, SECONDS = 1024**3, 0"),
        ("    image = opened(data)", f"    {KILLED}"),
    ],
    ids=["memory", "time", "killed"],
)
def test_a_decoder_that_takes_too_much_ends_alone(monkeypatch, tmp_path, change):
    large = make_picture(size=(5000, 5000))
    running(monkeypatch, tmp_path, *change)

    assert refusal(large) == UNREADABLE


def test_a_decoder_that_never_answers_is_given_up(monkeypatch, tmp_path):
    monkeypatch.setattr(pictures, "SECONDS", 0.2)
    running(
        monkeypatch, tmp_path, "image = opened(data)", "import time; time.sleep(60)"
    )

    assert refusal(make_picture()) == UNREADABLE


def test_a_heavy_file_is_refused_unread():
    file = ContentFile(b"x")
    file.size = 12 * 1024 * 1024 + 1

    assert refusal(file) == "The picture weighs more than 12 MB."


def with_iptc(**told):
    """A JPEG that tells of itself as agencies have it: IPTC's record 2."""
    data = b""
    for number, text in told.values():
        text = text.encode()
        data += struct.pack(">BBBH", 0x1C, 2, number, len(text)) + text
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(data)) + data
    segment = b"Photoshop 3.0\x00" + resource + b"\x00" * (len(data) % 2)
    picture = make_picture(form="JPEG").read()
    marker = b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment
    return ContentFile(picture[:2] + marker + picture[2:])


def test_what_an_agency_says_of_its_picture_is_read_before_it_is_taken_off():
    file = with_iptc(
        credit=(110, "AFP"),
        byline=(80, "Léa Petit"),
        rights=(116, "© AFP"),
        caption=(120, "Le virage sud,\u202e hier."),
    )

    result = encoded(file)

    said = {"credit": "AFP", "rights": "© AFP", "caption": "Le virage sud, hier."}
    assert result.said == said
    assert b"AFP" not in result.read()


def test_what_a_camera_says_is_read_where_no_agency_spoke():
    exif = Image.Exif()
    exif[0x013B], exif[0x8298] = "Sam <b>", "© Zoé".encode()

    result = encoded(make_picture(form="JPEG", exif=exif))

    assert result.said == {"credit": "Sam <b>", "rights": "© Zoé", "caption": ""}


def test_a_picture_is_encoded_once():
    result = encoded(make_picture())

    assert encoded(result) is result


def test_a_damaged_picture_is_taken_or_refused_and_nothing_else():
    exif = Image.Exif()
    exif[0x0112] = 6
    whole = [
        make_picture(form=form, exif=exif).read()
        for form in ("JPEG", "PNG", "WEBP", "AVIF")
    ]
    dice = random.Random(1899)
    ends = {encoding(dice, dice.choice(whole)) for _round in range(400)}

    assert ends == {"WEBP", "unreadable", "pixels"}


def encoding(dice, data):
    """What becomes of `data` with eight bytes of it changed."""
    damaged = bytearray(data)
    for place in dice.choices(range(len(data)), k=8):
        damaged[place] = dice.randrange(256)
    try:
        return Image.open(BytesIO(decoding.read(bytes(damaged))[1])).format
    except decoding.Refusal as refused:
        return str(refused)
