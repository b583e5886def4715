"""The controls of a form as a browser has them: one field may be two inputs."""

from dataclasses import dataclass

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from articles import body, characters
from articles.diff import printed
from matches import changes
from matches.admin.versioned import typed


@dataclass(frozen=True)
class Control:
    """`saved` is what the browser shows of the saved row; `column` may be None."""

    field: str
    label: str
    column: models.Field | None
    saved: str

    @property
    def is_body(self) -> bool:
        return getattr(self.column, "sanitize", None) is body.sanitise

    @property
    def is_text(self) -> bool:
        is_text = isinstance(self.column, models.CharField | models.TextField)
        return is_text and not self.column.choices

    def readable(self, value: str) -> str:
        if self.is_body:
            return printed(value)
        if self.column is None or self.is_text or not value:
            return value
        is_choice = self.column.choices or (
            self.column.is_relation and value.isdecimal()
        )
        return str(changes.readable(self.column, value)) if is_choice else value


def controls(form: forms.ModelForm) -> dict[str, Control]:
    """Name of an input → Control, of what the person may write in `form`."""
    return {
        html_name: control
        for name, field in form.fields.items()
        if is_kept(field) and name != "seen_version"
        for html_name, control in inputs(form, name, field)
    }


def is_kept(field):
    return not field.disabled and not isinstance(field, forms.FileField)


def inputs(form, name, field):
    bound, column = form[name], column_of(form, name)
    widget, value = field.widget, bound.value()
    if not isinstance(widget, forms.MultiWidget):
        yield bound.html_name, Control(name, bound.label, column, shown(widget, value))
        return
    named = zip(widget.widgets_names, widget.widgets, strict=True)
    parts = zip(named, widget.decompress(value), strict=True)
    for (suffix, inner), part in parts:
        control = Control(name, bound.label, None, shown(inner, part))
        yield bound.html_name + suffix, control


def shown(widget, value):
    if isinstance(widget, forms.CheckboxInput):
        return "on" if value else ""
    return str(typed(widget, value))


def column_of(form, name):
    try:
        return form._meta.model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


def sanitised(control: Control, value: str) -> str:
    """`value` as it may be stored. Raises ValidationError when a body is too long."""
    return body.sanitise(value) if control.is_body else characters.storable(value)


def differs(control: Control, value: str) -> bool:
    saved = sanitised(control, control.saved)
    return saved.strip() != sanitised(control, value).strip()
