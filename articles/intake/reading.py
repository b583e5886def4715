"""A file of copy as a correspondent sends it: bytes in whatever encoding, to text."""

import codecs
import re

from django.utils.translation import gettext_lazy as _

from .proposing import Refused

LARGEST = 5 * 1024 * 1024  # bytes
MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
SHARE = 100  # a control character in so many is no text


def decode(data: bytes) -> str:
    """UTF-8 (with or without its mark), UTF-16 with its mark, else Windows-1252.

    Raises Refused when the bytes are no text.
    """
    if len(data) > LARGEST:
        said = _("The file is larger than %(most)s MB.")
        raise Refused(said, most=str(LARGEST // 1024 // 1024))
    text = decoded(data)
    controls = len(NOT_TEXT.findall(text))
    if "\0" in text or controls * SHARE > len(text):
        raise Refused(_("The file is not text."))
    return text


def decoded(data):
    encodings = ["utf-16"] if data.startswith(MARKS) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused(_("The file is not text."))
