from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from articles.pictures import MOST_BYTES

PIECE = 64 * 1024  # that a request is read by


def uploaded(size, **typed):
    file = SimpleUploadedFile("a.png", bytes(size))
    request = RequestFactory().post("/", {"image": file, **typed})
    sizes = request.FILES["image"].size, len(request.FILES["image"].read())
    request.close()
    return request.POST, sizes


def test_a_file_as_heavy_as_allowed_arrives_whole():
    _typed, sizes = uploaded(MOST_BYTES)

    assert sizes == (MOST_BYTES, MOST_BYTES)


def test_of_a_file_too_heavy_one_piece_more_is_kept():
    typed, (size, length) = uploaded(4 * MOST_BYTES, alt="Le virage sud.")

    assert MOST_BYTES < size <= MOST_BYTES + PIECE
    assert length == size
    assert typed["alt"] == "Le virage sud."
