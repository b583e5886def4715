"""Forms that cannot overwrite what another person saved meanwhile."""

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from matches import changes
from matches.models import StaleRow


class VersionedForm(forms.ModelForm):
    """Carries the version its reader saw, and settles what was saved since.

    When the row has moved on, `reconcile(data, base)` is called with the cleaned
    data and the history row that was read (None when it is not kept). Here it
    refuses once: a second submit, made after reading what others changed, wins.
    A subclass may merge instead, by changing `data` and `show()`ing what it kept.
    """

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["seen_version"] = self.instance.version

    @property
    def changed_data(self):
        return [name for name in super().changed_data if name != "seen_version"]

    def clean(self):
        data = super().clean()
        self.tell_deleted()
        if self.instance.pk and data.get("seen_version") != self.instance.version:
            base = changes.as_read(self.instance, data.get("seen_version"))
            self.reconcile(data, base)
        return data

    def tell_deleted(self):
        """An inline row that is gone: its hidden id alone would say nothing."""
        if self.errors.pop(self.instance._meta.pk.name, None):
            self.add_error(
                None,
                _(
                    "Someone deleted this row meanwhile: tick its deletion, "
                    "or copy it into a new row."
                ),
            )

    def reconcile(self, data, base):
        if base is None:
            self.show("seen_version", self.instance.version)
            self.add_error(None, _("Others have saved this since: read it again."))
            return
        for change in changes.since(base, self.instance):
            if self.is_contested(change, data):
                self.refuse(change, data)

    def is_contested(self, change, data):
        name = change.field.name
        if name not in data:
            return name in self.fields
        return changes.comparable(data[name]) != changes.comparable(change.now)

    def refuse(self, change, data):
        """Tell the change; a field left as it was read takes the newer value."""
        name = change.field.name
        self.show("seen_version", self.instance.version)
        untouched = changes.comparable(data.get(name)) == changes.comparable(change.was)
        if name in data and untouched:
            self.show(name, change.now)
        self.add_error(name, str(change))

    def show(self, name, value):
        """Put `value` where the form, shown again, reads what was typed."""
        self.data = self.data.copy()
        key, widget = self.add_prefix(name), self.fields[name].widget
        value = self.fields[name].prepare_value(value)
        if isinstance(widget, forms.MultiWidget):
            parts = zip(widget.widgets_names, widget.decompress(value), strict=True)
            for (suffix, part), inner in zip(parts, widget.widgets, strict=True):
                self.data[key + suffix] = typed(inner, part)
        else:
            self.data[key] = typed(widget, value)


def typed(widget, value):
    """`value` as a browser would send it from `widget`."""
    if isinstance(value, bool):
        return str(value)
    shown = widget.format_value(value)
    if isinstance(shown, list):
        shown = next(iter(shown), "")
    return "" if shown is None else shown


class VersionedFieldsets:
    """The hidden version goes with the first fieldset, for those who may change."""

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        shown = flatten_fieldsets(fieldsets)
        if "seen_version" in shown or not self.has_change_permission(request, obj):
            return fieldsets
        (title, options), *others = fieldsets
        fields = [*options["fields"], "seen_version"]
        return [(title, {**options, "fields": fields}), *others]


class VersionedInline(VersionedFieldsets):
    """Goes before TabularInline or StackedInline; its rows are locked on POST."""

    form = VersionedForm
    extra = 0

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        if request.method == "POST":
            return rows.select_for_update(of=("self",))
        return rows


class VersionedAdmin(VersionedFieldsets, SimpleHistoryAdmin):
    form = VersionedForm

    def get_object(self, request, object_id, from_field=None):
        """Locked before it is compared, so that nothing is saved in between."""
        row = super().get_object(request, object_id, from_field)
        if row and request.method == "POST":
            locked = self.model._base_manager.select_for_update()
            row = locked.filter(pk=row.pk).first()
        return row

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except StaleRow:  # a row without a lock: read it again, and refuse
            return super().changeform_view(request, *args, **kwargs)
