"""The form of a photo: its file is read once, and what it says fills what is empty."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from articles.pictures import RefusedPicture, encoded

from .merge import MergeForm

ACCEPTED = "image/jpeg,image/png,image/webp,image/avif"


class PictureField(forms.FileField):
    """A file as `pictures.encoded`: no other code opens what a stranger sent."""

    def to_python(self, data):
        file = super().to_python(data)
        try:
            return file and encoded(file)
        except RefusedPicture as refusal:
            raise ValidationError(str(refusal)) from refusal

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "accept": ACCEPTED}


class PhotoForm(MergeForm):
    """`filled` names the fields taken from what the file says."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filled = []
        if self.files and "credit" in self.fields:
            self.fields["credit"].required = False  # the file may say it

    def clean(self):
        data = super().clean()
        said = getattr(data.get("image"), "said", {})
        for name in ("credit", "rights"):
            self.fill(data, name, said.get(name))
        if not (data.get("caption_fr") or data.get("caption_en")):
            self.fill(data, f"caption_{get_language()}", said.get("caption"))
        if "credit" in data and not data["credit"]:
            field = self.fields["credit"]
            self.add_error("credit", field.error_messages["required"])
        return data

    def fill(self, data, name, said):
        """Takes what the file says into an empty field, as far as it has room."""
        if said and name in data and not data[name]:
            data[name] = said[: self.fields[name].max_length]
            self.filled.append(self[name].label)
