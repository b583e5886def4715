"""A word of its own in every text of the newsroom, so that a page tells on itself."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from random import Random
from string import ascii_lowercase

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import models

from articles.models import Photo, PreviewLink

from .fields import marked_fields, who_reads

# Long enough that no random token or picture holds one; or a name that is random itself
MARKER = re.compile("zq[a-z]{10}|[0-9a-f]{32,}")
NAMED = {(Photo, "image"), (PreviewLink, "seal")}


@dataclass(frozen=True)
class Place:
    """A column of a row. `field` is "app.Model.name", `who` reads it by the table."""

    field: str
    pk: object
    who: str

    @property
    def row(self):
        return self.field.rpartition(".")[0], self.pk


class Markers:
    def __init__(self, seed):
        self.random, self.places = Random(seed), {}
        self.rows = defaultdict(set)

    def new(self, place):
        letters = "".join(self.random.choices(ascii_lowercase, k=10))
        return self.take(f"zq{letters}", place)

    def take(self, marker, place):
        self.places[marker] = place
        self.rows[place.row].add(marker)
        return marker

    def found(self, *texts) -> set[str]:
        return {
            marker
            for text in texts
            for marker in MARKER.findall(text.lower())
            if marker in self.places
        }

    def of(self, rows) -> set[str]:
        """What readers may read of `rows` while they read them at all."""
        keys = [(row._meta.label, row.pk) for row in rows]
        found = {marker for key in keys for marker in self.rows[key]}
        return {marker for marker in found if self.places[marker].who == "read"}


def mark_everything(markers):
    """Writes a marker into every text of every row, past all that guards them."""
    for model in apps.get_models(include_auto_created=True):
        fields = marked_fields(model)
        rows = list(model._base_manager.order_by("pk")) if fields else []
        for row in rows:
            for field in fields:
                place = Place(
                    f"{model._meta.label}.{field.name}",
                    row.pk,
                    who_reads(model, field.name),
                )
                mark(row, field, markers, place)
        written = [f.name for f in fields if (model, f.name) not in NAMED]
        written = [name for name in written if name != model._meta.pk.name]
        if rows and written:
            model._base_manager.bulk_update(rows, written, batch_size=200)


def mark(row, field, markers, place):
    value = getattr(row, field.name)
    if (type(row), field.name) == (Photo, "image"):
        markers.take(value.name[-37:-5], place)
        content = replace(place, field="articles.Photo.content")
        mark_file(value.name, markers.new(content))
    elif (type(row), field.name) == (PreviewLink, "seal"):
        markers.take(value, place)
    elif not field.primary_key:
        setattr(row, field.name, worded(field, value, markers.new(place)))


def mark_file(name, marker):
    """After the end of the picture, where a decoder does not look."""
    with default_storage.open(name, "rb") as file:
        content = file.read()
    with default_storage.open(name, "wb") as file:
        file.write(content + marker.encode())


def worded(field, value, marker):
    """`value` with the marker in it, as what reads the field expects it."""
    if isinstance(field, models.JSONField):
        return [*value, marker] if isinstance(value, list) else {marker: marker}
    if isinstance(field, models.BinaryField):
        return marker.encode()
    if isinstance(field, models.URLField):
        return f"https://example.org/{marker}"
    if isinstance(field, models.EmailField):
        return f"{marker}@example.org"
    return f"<p>{marker}</p>{value}" if "<" in (value or "") else marker
