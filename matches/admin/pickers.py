from django.contrib.admin.widgets import AutocompleteSelect

from .versioned import VersionedForm


class KnownPicker(AutocompleteSelect):
    """Shows the record that its form has loaded, without a query of its own."""

    known = None

    def optgroups(self, name, value, attrs=None):
        if not self.known or value != [str(self.known.pk)]:
            return super().optgroups(name, value, attrs)
        shown = [(value[0], str(self.known), True)]
        if not self.is_required:
            shown.insert(0, ("", "", False))
        options = [
            self.create_option(name, key, label, selected=selected, index=0)
            for key, label, selected in shown
        ]
        return [(None, options, 0)]


class PickerForm(VersionedForm):
    """Tells its pickers what its instance, read with its relations, points at."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            picker = getattr(field.widget, "widget", None)
            if isinstance(picker, KnownPicker) and self.instance.pk:
                picker.known = getattr(self.instance, name)
