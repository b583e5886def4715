"""Uploads become WebP without metadata; a hostile file is refused before decoding."""

import json
import subprocess
import sys
from io import BytesIO

from django.core.files.base import ContentFile, File
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _
from PIL import Image

from . import decoding
from .characters import tidy

MOST_BYTES = 12 * 1024 * 1024
SECONDS = 30  # by the clock, on a machine with other work
SMALL = (400, 400)


class RefusedPicture(Exception):
    """Why a file cannot become a photo, as a sentence for the editor."""


class EncodedPicture(ContentFile):
    """A picture that went through `encoded`.

    `said` is what its file told of it: "credit", "rights" and "caption", or "".
    """

    def __init__(self, content: bytes, *, said: dict[str, str] | None = None):
        super().__init__(content, name="picture.webp")
        self.said = said or {}


def encoded(file: File) -> EncodedPicture:
    """`file` upright, in sRGB, at most 2400 pixels wide, as WebP (q78, method 4).

    Raises RefusedPicture: too heavy, too many pixels, moving, not a picture.
    """
    if isinstance(file, EncodedPicture):
        return file
    if file.size > MOST_BYTES:
        raise RefusedPicture(_("The picture weighs more than 12 MB."))
    file.seek(0)
    told, picture = decoded(file.read())
    if "refused" in told:
        raise RefusedPicture(sentence(told["refused"]))
    said = {name: tidy(text) for name, text in told.items()}
    return EncodedPicture(picture, said=said)


def decoded(data):
    """What `decoding` answers; when it is killed, that the file cannot be read."""
    command = [sys.executable, "-I", decoding.__file__]
    try:
        ran = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env={},
        )
    except subprocess.SubprocessError:
        return {"refused": "unreadable"}, b""
    line, _end, picture = ran.stdout.partition(b"\n")
    return json.loads(line), picture


def sentence(refusal):
    if refusal == "pixels":
        return _("The picture has more than 40 million pixels.")
    if refusal == "moves":
        return _("The picture moves.")
    return _("This file is not a JPEG, PNG, WebP or AVIF picture that can be read.")


def small(stored: FieldFile) -> bytes:
    """The picture as the desk shows it in a card, at most 400 pixels wide or high."""
    with stored.open() as file, Image.open(file, formats=["WEBP"]) as image:
        image.thumbnail(SMALL, Image.Resampling.BILINEAR)
        buffer = BytesIO()
        image.save(buffer, "WEBP", quality=70, method=2)
    return buffer.getvalue()
