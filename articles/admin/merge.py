"""Saving over someone else's save: by field, and nothing typed is lost."""

from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles import body, characters
from articles.diff import printed, word_diff
from matches import changes
from matches.admin.versioned import VersionedForm


class MergeForm(VersionedForm):
    """Keeps theirs where only they wrote, mine where only I did.

    A field that both wrote is refused once, with what differs; a second submit,
    made after reading it, wins. `merged` names the fields taken from others.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.merged = []

    def reconcile(self, data, base):
        if base is None:
            super().reconcile(data, base)
            return
        found = [c for c in changes.since(base, self.instance) if self.has(c)]
        clashes = [change for change in found if self.is_clash(change, data)]
        for change in found:
            if change in clashes:
                self.show_clash(change, data)
            elif self.is_untouched(change, data):
                self.take(change, data)
        if clashes:
            self.show("seen_version", self.instance.version)

    def has(self, change):
        field = self.fields.get(change.field.name)
        return field is not None and not field.disabled

    def is_untouched(self, change, data):
        mine = data.get(change.field.name)
        return comparable(change, mine) == comparable(change, change.was)

    def is_clash(self, change, data):
        """Both wrote, and not the same; a field in error is settled on its own."""
        if change.field.name not in data or self.is_untouched(change, data):
            return False
        mine = data[change.field.name]
        return comparable(change, mine) != comparable(change, change.now)

    def take(self, change, data):
        name = change.field.name
        data[name] = getattr(self.instance, name)
        self.merged.append(self[name].label)
        self.show(name, change.now)

    def show_clash(self, change, data):
        when = formats.date_format(timezone.localtime(change.at), "TIME_FORMAT")
        text = _("%(who)s changed this field at %(when)s. Theirs → yours:")
        heading = text % {"who": change.by, "when": when}
        message = format_html(
            '{} <span class="diff">{}</span> <span class="diff-hint">{}</span>',
            heading,
            word_diff(
                shown(change, change.now), shown(change, self.mine(change, data))
            ),
            _("Your text is below, as you left it. Save again to keep it."),
        )
        self.add_error(change.field.name, message)

    def mine(self, change, data):
        return getattr(data[change.field.name], "pk", data[change.field.name])


def is_body(field):
    return getattr(field, "sanitize", None) is body.sanitise


def comparable(change, value):
    """`value` as the model would store it."""
    value = changes.comparable(value)
    if not isinstance(value, str):
        return value
    return body.sanitise(value) if is_body(change.field) else characters.tidy(value)


def shown(change, value):
    if is_body(change.field):
        return printed(body.sanitise(value or ""))
    return changes.readable(change.field, value)
