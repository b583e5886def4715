"""Uploads become WebP without metadata; a hostile file is refused before decoding."""

from io import BytesIO

from django.core.files.base import ContentFile, File
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 40_000_000
WIDEST, TALLEST = 2400, 16_383  # the second is WebP's own limit
SMALL = (400, 400)
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


class RefusedPicture(Exception):
    """Why a file cannot become a photo, as a sentence for the editor."""


class EncodedPicture(ContentFile):
    """A picture that went through `encoded`."""


def encoded(file: File) -> EncodedPicture:
    """`file` upright, in sRGB, at most 2400 pixels wide, as WebP (q78, method 4).

    Raises RefusedPicture: too heavy, too many pixels, moving, not a picture.
    """
    if isinstance(file, EncodedPicture):
        return file
    if file.size > MOST_BYTES:
        raise RefusedPicture(_("The picture weighs more than 12 MB."))
    try:
        return webp(opened(file))
    except RefusedPicture:
        raise
    except BOMBS as error:
        raise RefusedPicture(too_many_pixels()) from error
    except Exception as error:  # decoders raise a dozen kinds on a broken file
        raise RefusedPicture(
            _("This file is not a JPEG, PNG, WebP or AVIF picture that can be read.")
        ) from error


def small(stored: FieldFile) -> bytes:
    """The picture as the desk shows it in a card, at most 400 pixels wide or high."""
    with stored.open() as file, Image.open(file, formats=["WEBP"]) as image:
        image.thumbnail(SMALL, Image.Resampling.BILINEAR)
        buffer = BytesIO()
        image.save(buffer, "WEBP", quality=70, method=2)
    return buffer.getvalue()


def opened(file):
    """The picture with its header read and no pixel yet."""
    file.seek(0)
    image = Image.open(file, formats=FORMATS)
    if image.width * image.height > MOST_PIXELS:
        raise RefusedPicture(too_many_pixels())
    # A telephone's MPO is one photo with a preview or a second lens behind it.
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise RefusedPicture(_("The picture moves."))
    return image


def too_many_pixels():
    return _("The picture has more than 40 million pixels.")


def webp(image):
    image = in_srgb(ImageOps.exif_transpose(image))
    image.thumbnail((WIDEST, TALLEST), Image.Resampling.LANCZOS)
    buffer = BytesIO()
    image.save(buffer, "WEBP", quality=78, method=4, exif=b"", xmp=b"", icc_profile="")
    return EncodedPicture(buffer.getvalue(), name="picture.webp")


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
