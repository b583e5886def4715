"""The two forms of intake: what was pasted, and what becomes of it."""

from django import forms
from django.utils.translation import gettext_lazy

from articles.intake import Refused, propose
from articles.intake.reading import decode
from articles.models import Article, Language
from matches.models import Match


class PasteForm(forms.Form):
    """Valid, it has a `proposal`: `html` is what a web page's words came with."""

    copy = forms.CharField(
        label=gettext_lazy("Copy"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16, "spellcheck": "false"}),
    )
    html = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    file = forms.FileField(label=gettext_lazy("Or a file"), required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the copy"),
        choices=[("", gettext_lazy("As it reads")), *Language.choices],
        required=False,
    )

    def clean(self):
        found = super().clean()
        refusals = []
        for given in self.given(found):
            try:
                return self.read(found, given)
            except Refused as refused:
                refusals.append(refused)
        self.add_error("copy", refusals[0].said)
        return found

    def given(self, found):
        if found.get("file"):
            return ["file"]
        return ["html", "copy"] if found.get("html") else ["copy"]

    def read(self, found, given):
        """Words are read without their page where it is more than intake takes."""
        text = found.get(given) or ""
        text = decode(text.read()) if given == "file" else text
        self.source = one_line_end(text)
        self.proposal = propose(self.source, language=found.get("language", ""))
        return found


def one_line_end(text):
    """A browser sends CRLF whatever was pasted; offsets count one character."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class StoryForm(forms.Form):
    """What the draft is, apart from its findings; `token` names the confirmation."""

    source = forms.CharField(strip=False, widget=forms.Textarea)
    language = forms.ChoiceField(choices=Language.choices, widget=forms.HiddenInput)
    token = forms.UUIDField(widget=forms.HiddenInput)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Article.Kind.choices)
    match = forms.ModelChoiceField(
        Match.objects.with_sides(), label=gettext_lazy("Match"), required=False
    )

    def clean_source(self):
        return one_line_end(self.cleaned_data["source"])
