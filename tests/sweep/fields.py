"""Every text field of every model, and who may read what stands in it."""

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import models

TABLE = Path(__file__).with_name("fields.txt")
TEXTS = (
    models.BinaryField,
    models.CharField,
    models.FileField,
    models.GenericIPAddressField,
    models.JSONField,
    models.TextField,
)
MARKED = ("read", "desk", "log", "hidden")


@cache
def rules() -> list[tuple[str, str, str]]:
    """(model, pattern of field names, who reads them), as the table has them."""
    lines = [line for line in TABLE.read_text().splitlines() if line.strip("# ")]
    rows = [line.split() for line in lines if not line.startswith("#")]
    return [(model, name, who) for model, who, *names in rows for name in names]


def text_fields(model):
    """The fields of one model that hold text: no choice, no copy of a translation."""
    columns = {field.name for field in model._meta.concrete_fields}
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, TEXTS)
        and not field.choices
        and f"{field.name}_fr" not in columns
    ]


def is_history(model):
    return hasattr(model, "instance_type")


def every_field():
    """(model, name) of every text field but those of histories."""
    for model in apps.get_models(include_auto_created=True):
        if not is_history(model):
            yield from ((model, field.name) for field in text_fields(model))


def who_reads(model, name) -> str:
    """As the table has it, "" where it has nothing."""
    if is_history(model):
        who = who_reads(model.instance_type, name)
        return "desk" if who == "read" else who
    return next((row[2] for row in rules() if covers(row, model, name)), "")


def covers(row, model, name):
    return row[0] == model._meta.label and fnmatchcase(name, row[1])


def marked_fields(model):
    return [f for f in text_fields(model) if who_reads(model, f.name) in MARKED]
