from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Quote
from articles.places import numbers

from .merge import MergeForm


class QuoteForm(MergeForm):
    """Offers to continue what the speaker said on the same match."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "continues" in self.fields:
            self.offer_continuations()
        if "text" in self.fields and self.instance.is_frozen:
            self.fields["text"].widget.attrs["readonly"] = True
            self.fields["text"].help_text = _("Approved: the words are frozen.")

    def offer_continuations(self):
        known = Q(pk=self.instance.continues_id)
        spoken = Quote.objects.of_occasion(self.as_chosen()).values("pk")
        field = self.fields["continues"]
        field.queryset = Quote.objects.filter(known | Q(pk__in=spoken)).order_by("pk")
        field.label_from_instance = first_words

    def as_chosen(self):
        """The quote with the speaker and the match of the form, saved or not."""
        speaker, match = (self.chosen(name) for name in ("speaker", "match"))
        return Quote(
            pk=self.instance.pk,
            speaker_id=speaker,
            match_id=match,
            said_on=self.instance.said_on,
        )

    def chosen(self, name):
        if name not in self.fields:
            return getattr(self.instance, f"{name}_id")
        return next(iter(numbers([str(self[name].value() or "")])), None)


def first_words(quote):
    return quote.text if len(quote.text) < 81 else f"{quote.text[:80]}…"
