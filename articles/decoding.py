"""What reads the pictures of strangers: a process of its own, run as a script.

It gets a file on its standard input, and gives a line of JSON and a WebP. A picture
made to break a decoder, or to fill the memory, ends this process and no other.
"""

import json
import resource
import sys
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, IptcImagePlugin

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MOST_PIXELS = 40_000_000  # in all its frames
WIDEST, TALLEST = 2400, 16_383  # the second is WebP's own limit
MEMORY, SECONDS = 1024**3, 10
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
LONGEST = 300
# Where files say what we ask of every photo: numbers of EXIF, and of IPTC's record 2.
SAID = {"credit": (0x013B, 110, 80), "rights": (0x8298, 116), "caption": (0x010E, 120)}


class Refusal(Exception):
    """One of "pixels", "moves" and "unreadable"."""


def read(data: bytes) -> tuple[dict[str, str], bytes]:
    """What the file says of the picture, and the picture upright as WebP in sRGB.

    Raises Refusal.
    """
    try:
        image = opened(data)
        return said(image), webp(image)
    except Refusal:
        raise
    except BOMBS as error:
        raise Refusal("pixels") from error
    except Exception as error:  # decoders raise a dozen kinds on a broken file
        raise Refusal("unreadable") from error


def opened(data):
    """The picture with its header read and no pixel yet."""
    image = Image.open(BytesIO(data), formats=FORMATS)
    if image.width * image.height > MOST_PIXELS:
        raise Refusal("pixels")
    # A telephone's MPO is one photo with a preview or a second lens behind it.
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise Refusal("moves")
    return image


def said(image):
    exif, iptc = image.getexif(), IptcImagePlugin.getiptcinfo(image) or {}
    found = {}
    for name, (tag, *records) in SAID.items():
        given = [iptc.get((2, number)) for number in records] + [exif.get(tag)]
        found[name] = next((text for text in map(as_text, given) if text), "")
    return found


def as_text(value):
    if isinstance(value, list):  # said more than once
        return ", ".join(filter(None, map(as_text, value)))[:LONGEST]
    text = value or ""
    try:  # Pillow reads EXIF as Latin-1, and cameras write UTF-8 there
        text = text if isinstance(text, bytes) else str(text).encode("latin-1")
        text = text.decode()
    except UnicodeError:
        text = text.decode("latin-1") if isinstance(text, bytes) else str(text)
    return text.strip(" \0\n")[:LONGEST]


def webp(image):
    """At most 2400 pixels wide; q78, method 4, without anything but pixels."""
    image = in_srgb(ImageOps.exif_transpose(image))
    image.thumbnail((WIDEST, TALLEST), Image.Resampling.LANCZOS)
    buffer = BytesIO()
    image.save(buffer, "WEBP", quality=78, method=4, exif=b"", xmp=b"", icc_profile="")
    return buffer.getvalue()


def in_srgb(image):
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    elif image.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        image = image.convert(mode)
    return through_profile(image, profile, mode) if profile else image.convert(mode)


def through_profile(image, profile, mode):
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):  # broken, or of another colour space
        return image.convert(mode)


def main():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        told, picture = read(sys.stdin.buffer.read())
    except Refusal as refusal:
        told, picture = {"refused": str(refusal)}, b""
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + picture)


if __name__ == "__main__":
    main()
