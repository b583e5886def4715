"""Files from a browser are taken in up to the heaviest that any form takes."""

from django.core.files.uploadhandler import FileUploadHandler

from .pictures import MOST_BYTES


class CappedUploads(FileUploadHandler):
    """Stands before those that store: they get one piece more than the limit.

    The form then refuses the file in words, with all else that was typed, and no
    200 MB lie in the memory or on the disk.
    """

    def receive_data_chunk(self, raw_data, start):
        return raw_data if start <= MOST_BYTES else None

    def file_complete(self, file_size):
        """The next handler has the file."""
