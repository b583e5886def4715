"""One form for each thing found in a copy, or marked in it by hand."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from articles.intake.adjusting import moved_boilerplate, moved_post, moved_quote
from articles.models import Quote, SpokenLanguage
from matches.models import Person

MOST = {"quotes": 60, "posts": 30, "boilerplate": 60}  # what one page can send


def origin(found):
    """Where `found` was found, for a form to tell it by."""
    return f"{found.start}-{found.end}"


class SpanForm(forms.Form):
    """`start` and `end` count the characters of `copy`.

    `origin` is where it was found, as "start-end"; empty for what is marked by hand.
    """

    origin = forms.CharField(widget=forms.HiddenInput, required=False)
    keep = forms.BooleanField(required=False)
    start = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    end = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args, copy, found, language, **kwargs):
        super().__init__(*args, **kwargs)
        self.copy, self.language = copy, language
        self.found = found.get(self["origin"].value() or "")
        self.empty_permitted = False

    @property
    def span(self):
        """As it stands on the page."""
        ends = [str(self[name].value() or "") for name in ("start", "end")]
        start, end = (int(n) if n.isdecimal() else 0 for n in ends)
        return (start, end) if start < end <= len(self.copy) else (0, 0)

    @property
    def is_where_found(self):
        return bool(self.found) and self.span == (self.found.start, self.found.end)

    @property
    def words(self):
        return " ".join(self.copy[slice(*self.span)].split())

    def clean(self):
        found = super().clean()
        start, end = found.get("start"), found.get("end")
        if None in (start, end) or not self.copy[start:end].strip():
            raise forms.ValidationError(_("There is nothing between start and end."))
        if end > len(self.copy):
            raise forms.ValidationError(_("It ends after the end of the copy."))
        return found

    def refuse(self, name, text):
        if self.cleaned_data.get("keep"):
            self.add_error(name, text)

    def moved(self):
        where = self.cleaned_data["start"], self.cleaned_data["end"]
        return moved_boilerplate(self.copy, *where)


class PostRow(SpanForm):
    author_name = forms.CharField(
        label=gettext_lazy("Author"), max_length=120, required=False
    )
    handle = forms.CharField(
        label=gettext_lazy("Handle"), max_length=80, required=False
    )
    posted_on = forms.DateField(
        label=gettext_lazy("Posted on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self):
        found = super().clean()
        read = self.moved()
        for name in ("author_name", "handle", "posted_on"):
            found[name] = found.get(name) or getattr(read, name)
        if not found["author_name"]:
            self.refuse("author_name", _("Write who posted it."))
        if not found["posted_on"]:
            self.refuse("posted_on", _("Say when it was posted."))
        if not read.text:
            self.refuse("keep", _("Its words are not in the copy: leave it out."))
        return found

    def clean_handle(self):
        return self.cleaned_data["handle"].strip().removeprefix("@")

    def moved(self):
        where = self.cleaned_data["start"], self.cleaned_data["end"]
        return moved_post(self.copy, self.found, *where, language=self.language)


class QuoteRow(SpanForm):
    speaker = forms.ModelChoiceField(
        Person.objects.all(), label=gettext_lazy("Speaker"), required=False
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Quote.Kind.choices)
    occasion = forms.ChoiceField(
        label=pgettext_lazy("of words", "Occasion"), choices=Quote.Occasion.choices
    )
    broadcaster = forms.CharField(
        label=gettext_lazy("Broadcaster"), max_length=80, required=False
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Spoken in"), choices=SpokenLanguage.choices
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        speaker = self.fields["speaker"]
        speaker.choices = [("", _("Nobody chosen")), *self.chosen(people), *people]

    def chosen(self, people):
        """Whoever is chosen stands first; a person searched for is not in `people`."""
        pk = str(self["speaker"].value() or "")
        if not (pk.isascii() and pk.isdecimal() and len(pk) < 16):
            return []
        listed = {str(key): name for _team, group in people for key, name in group}
        name = listed.get(pk) or Person.objects.filter(pk=pk).first()
        return [(int(pk), str(name))] if name else []

    def clean(self):
        found = super().clean()
        if not found.get("speaker"):
            said = _("Choose who said it, or leave the words in the prose.")
            self.refuse("speaker", said)
        return found

    def moved(self):
        where = self.cleaned_data["start"], self.cleaned_data["end"]
        return moved_quote(self.copy, self.found, *where, language=self.language)


def row_set(form, most):
    return forms.formset_factory(
        form, extra=0, max_num=most, absolute_max=most, validate_max=True
    )


QuoteRows = row_set(QuoteRow, MOST["quotes"])
PostRows = row_set(PostRow, MOST["posts"])
BoilerplateRows = row_set(SpanForm, MOST["boilerplate"])
