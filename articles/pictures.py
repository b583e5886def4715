"""Uploads become WebP without metadata; a hostile file is refused before decoding."""

from io import BytesIO

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 40_000_000
WIDEST = 2400
BROKEN = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
    ImageCms.PyCMSError,
    OSError,
    SyntaxError,
    ValueError,
)


class RefusedPicture(Exception):
    """Why a file cannot become a photo, as a sentence for the editor."""


class EncodedPicture(ContentFile):
    """A picture that went through `encoded`."""


def encoded(file: File) -> EncodedPicture:
    """`file` upright, in sRGB, at most 2400 pixels wide, as WebP (q78, method 4).

    Raises RefusedPicture: too heavy, too many pixels, not a picture.
    """
    if isinstance(file, EncodedPicture):
        return file
    if file.size > MOST_BYTES:
        raise RefusedPicture(_("The picture weighs more than 12 MB."))
    try:
        return webp(opened(file))
    except BROKEN as error:
        raise RefusedPicture(
            _("This file is not a JPEG, PNG, WebP or AVIF picture that can be read.")
        ) from error


def opened(file):
    file.seek(0)
    image = Image.open(file, formats=FORMATS)
    if image.width * image.height > MOST_PIXELS or getattr(image, "n_frames", 1) > 1:
        raise RefusedPicture(
            _("The picture has more than 40 million pixels, or moves.")
        )
    return image


def webp(image):
    image = ImageOps.exif_transpose(image)
    image = in_srgb(image)
    if image.width > WIDEST:
        height = round(image.height * WIDEST / image.width)
        image = image.resize((WIDEST, height), Image.Resampling.LANCZOS)
    buffer = BytesIO()
    image.save(buffer, "WEBP", quality=78, method=4)
    return EncodedPicture(buffer.getvalue(), name="picture.webp")


def in_srgb(image):
    mode = "RGBA" if "A" in image.getbands() else "RGB"
    if profile := image.info.get("icc_profile"):
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode=mode)
    return image.convert(mode)
