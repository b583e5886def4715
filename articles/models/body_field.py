from django_prose_editor.fields import ProseEditorField

from articles import body
from articles.editor import EXTENSIONS


class BodyField(ProseEditorField):
    """Sanitised HTML by whichever door it comes: past `save()` too.

    A fixture, an `update()` and a `bulk_create()` ask no model.
    """

    def __init__(self, *args, **kwargs):
        kwargs |= {"extensions": EXTENSIONS, "sanitize": body.sanitise}
        super().__init__(*args, **kwargs)

    def get_db_prep_save(self, value, connection):
        if isinstance(value, str):
            value = body.stored(value)
        return super().get_db_prep_save(value, connection)
