"""The form in which a journalist makes a club post out of what was pasted."""

from django import forms
from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, transaction

from .captures import captured, columns, known
from .drafts import Draft
from .models import ClubPost
from .places import Place
from .post_checks import findings

CLOCK = "%Y-%m-%dT%H:%M:%S"


class PostDraft(Draft):
    """Unbound, filled from what was pasted; bound, it `keep()`s the post."""

    HIDDEN = (
        "provider",
        "external_id",
        "canonical_url",
        "picture_code",
        "claimed_minute",
        "claimed_added",
        "claimed_home",
        "claimed_away",
    )

    class Meta:
        model = ClubPost
        fields = [
            "text_raw",
            "author_name",
            "author_handle",
            "language",
            "posted_at",
            "posted_on",
            "match",
            "provider",
            "external_id",
            "canonical_url",
            "picture_code",
            "claimed_minute",
            "claimed_added",
            "claimed_home",
            "claimed_away",
        ]
        field_classes = {"canonical_url": forms.CharField}
        widgets = {
            "text_raw": forms.Textarea(attrs={"rows": 5}),
            "posted_at": forms.DateTimeInput(
                attrs={"type": "datetime-local", "step": "any"}, format=CLOCK
            ),
            "posted_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, data=None, *, place, initial=None):
        super().__init__(data, place=place, initial=initial)
        self.offer_suggested(self.initial.get("match"))
        for name in self.HIDDEN:
            self.fields[name].widget = forms.HiddenInput()
        del self.fields["posted_on" if self["posted_at"].value() else "posted_at"]
        for name in {"posted_on", "posted_at"} & self.fields.keys():
            self.fields[name].required = True

    @classmethod
    def proposed(cls, source: str, *, place: Place) -> "PostDraft":
        """`source` is an embed code or the address of a post.

        Raises ValueError when it is neither.
        """
        capture = captured(source)
        if capture is None:
            raise ValueError(source)
        found = columns(capture, language=place.language, match=place.match)
        draft = cls(place=place, initial=found)
        post = ClubPost(**found)
        draft.known = known(post)
        draft.hints = [finding.text for finding in findings(post)]
        return draft

    def offer_suggested(self, match):
        """A match that the article does not speak of can be the post's."""
        if match and match not in self.place.matches:
            self.fields["match"].choices += [(match.pk, str(match))]

    def keep(self, *, by: AbstractUser) -> tuple[ClubPost, bool]:
        """The post and whether it is new: one capture is enough."""
        post = self.save(commit=False)
        if found := known(post):
            return found, False
        post.captured_by, post.obtained = by, ClubPost.Obtained.PASTE
        try:
            with transaction.atomic():
                post.save()
        except IntegrityError:  # the same click, twice at once
            return known(post), False
        return post, True
