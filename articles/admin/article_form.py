import re

from django.utils.functional import cached_property

from articles import policy
from articles.models import Language
from articles.models.article import WORDS

from .merge import MergeForm

ONE_LINE = ("title", "social_title")
LINE_END = re.compile(r"\s*[\r\n]+\s*")
FACTS = ("kind", "original_language", "lead_photo")


class ArticleForm(MergeForm):
    """Words in two languages; what `user` may not write is shown, never read.

    `user` is set by the admin on the class it makes for a request.
    """

    user = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.closed & self.fields.keys():
            self.fields[name].disabled = True
        if field := self.fields.get("original_language"):
            self.offer_languages(field)

    def offer_languages(self, field):
        """Nobody begins an article in a language they do not write."""
        known = {self.instance.original_language} if self.instance.pk else set()
        offered = policy.languages(self.user) | known
        field.choices = [one for one in field.choices if one[0] in offered]
        if not known and len(offered) == 1:
            self.initial["original_language"] = next(iter(offered))

    def clean(self):
        """Titles are typed where they show whole, and stay one line."""
        for name, value in self.cleaned_data.items():
            if name.startswith(ONE_LINE):
                self.cleaned_data[name] = LINE_END.sub(" ", value or "")
        return super().clean()

    @cached_property
    def closed(self) -> set[str]:
        """Names of the fields that `user` may not write."""
        article = self.instance if self.instance.pk else None
        languages = policy.editable_languages(self.user, article)
        closed = {
            f"{name}_{language}"
            for name in WORDS
            for language in set(Language.values) - languages
        }
        may_change_facts = policy.may_change_facts_of(self.user, article)
        return closed if may_change_facts else closed.union(FACTS)
