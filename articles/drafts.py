"""The forms in which a journalist makes a quote or a post out of the text.

Unbound, a draft is filled from what was selected or pasted; bound, it `keep()`s the
record, or finds the one the desk has already.
"""

import re

from django import forms
from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from matches.models import Person, TeamAccount

from . import characters, posts
from .embed_codes import parse_embed
from .models import ClubPost, Quote
from .models.quote import SpokenLanguage
from .places import Place, numbers
from .speakers import guess

MARKED = re.compile(r"[«“\"]([^«»“”\"]+)[»”\"]([^«»“”\"]*)")
LONGEST = 20_000  # characters of an embed code: theirs have a thousand
CUES = {
    Quote.Occasion.PRESS_CONFERENCE: ("conférence de presse", "press conference"),
    Quote.Occasion.MIXED_ZONE: ("zone mixte", "mixed zone"),
    Quote.Occasion.TELEVISION: ("au micro d", "microphone"),
    Quote.Occasion.STATEMENT: ("communiqué", "statement"),
}


class Draft(forms.ModelForm):
    """`hints` tell where its values come from and what to beware of."""

    known = None  # the record that the desk has already

    def __init__(self, data=None, *, place: Place, initial=None):
        super().__init__(data, initial=initial, auto_id="maker_%s")
        self.place = place
        self.hints = []
        matches = self.fields["match"]
        shown = [(match.pk, str(match)) for match in place.matches]
        matches.choices = [("", matches.empty_label), *shown]


class QuoteDraft(Draft):
    class Meta:
        model = Quote
        fields = ["text", "speaker", "language", "kind", "match", "occasion", "said_on"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
            "said_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, data=None, *, place, initial=None):
        super().__init__(data, place=place, initial=initial)
        if self.is_bound:
            self.offer_people()

    @classmethod
    def proposed(cls, source: str, *, place: Place) -> "QuoteDraft":
        """`source` is the words selected, with or without marks and attribution."""
        text, tag = spoken(source)
        around = place.around.followed_by(tag)
        draft = cls(place=place, initial=initial_quote(text, around, place))
        found = guess(around, roles=place.people, previous=place.previous)
        if found:
            draft.initial["speaker"] = found.person.pk
            draft.hints = [found.reason]
        draft.offer_people()
        return draft

    def offer_people(self):
        """The people of the matches by team; the guess and what was chosen first."""
        speaker = self.fields["speaker"]
        chosen = self["speaker"].value()
        first = Person.objects.in_bulk(numbers([str(chosen)]))
        teams = {}
        for role in self.place.people:
            label = f"{role.person}, {role.get_role_display()}"
            teams.setdefault(str(role.team), []).append((role.person_id, label))
        alone = [(pk, str(person)) for pk, person in first.items()]
        speaker.choices = [("", speaker.empty_label), *alone, *teams.items()]

    def keep(self, *, by: AbstractUser) -> tuple[Quote, bool]:
        """The quote and whether it is new: a second click makes no second one."""
        quote = self.save(commit=False)
        if found := Quote.objects.same_as(quote).first():
            return found, False
        quote.taken_by = by
        quote.save()
        return quote, True


def initial_quote(text, around, place):
    context = f"{around.before} {around.after}".casefold()
    cued = (o for o, cues in CUES.items() if any(cue in context for cue in cues))
    return {
        "text": text,
        "language": place.language,
        "kind": Quote.Kind.PARTIAL if text[:1].islower() else Quote.Kind.FULL,
        "match": place.match,
        "occasion": next(cued, Quote.Occasion.PRESS_CONFERENCE),
        "said_on": place.day,
    }


def spoken(source: str) -> tuple[str, str]:
    """The words between the marks of `source`, and what follows them."""
    found = MARKED.fullmatch(source.strip())
    return (found[1].strip(), found[2]) if found else (source.strip(), "")


class PostDraft(Draft):
    HIDDEN = (
        "provider",
        "external_id",
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
            "picture_code",
            "claimed_minute",
            "claimed_added",
            "claimed_home",
            "claimed_away",
        ]
        widgets = {
            "text_raw": forms.Textarea(attrs={"rows": 5}),
            "posted_at": forms.DateTimeInput(
                attrs={"type": "datetime-local", "step": "any"},
                format="%Y-%m-%dT%H:%M:%S",
            ),
            "posted_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, data=None, *, place, initial=None):
        super().__init__(data, place=place, initial=initial)
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
        source = source[:LONGEST]
        capture = parse_embed(source) or posts.parse_status_url(source)
        if capture is None:
            raise ValueError(source)
        draft = cls(place=place, initial=initial_post(capture, place))
        draft.known = known(ClubPost(**draft.words()))
        draft.hints = list(warnings(capture))
        return draft

    def words(self):
        columns = ("provider", "external_id", "author_handle", "posted_on", "posted_at")
        return {name: self.initial[name] for name in (*columns, "text_raw")}

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


def initial_post(capture, place):
    minute, added, home, away = posts.claim(capture.text_raw) or (None,) * 4
    spoken = capture.language.partition("-")[0]
    return vars(capture) | {
        "language": spoken if spoken in SpokenLanguage.values else place.language,
        "posted_at": capture.posted_at and timezone.localtime(capture.posted_at),
        "match": place.match,
        "claimed_minute": minute,
        "claimed_added": added,
        "claimed_home": home,
        "claimed_away": away,
    }


def known(post: ClubPost) -> ClubPost | None:
    """The post of the desk that is the same one."""
    identity = posts.identity(
        provider=post.provider,
        external_id=post.external_id,
        handle=post.author_handle,
        day=post.day,
        raw=characters.storable(post.text_raw),
    )
    return ClubPost.objects.filter(identity=identity).first()


def warnings(capture):
    """What to beware of: an account that is nobody's, or looks like a club's."""
    accounts = TeamAccount.objects.filter(provider=capture.provider)
    handles = {account.handle.casefold(): account for account in accounts}
    if not capture.author_handle:
        yield _("The address does not name the author: write who posted it.")
    elif account := handles.get(capture.author_handle.casefold()):
        yield _("A registered account of %(team)s.") % {"team": account.team}
    elif twin := {likeness(h): h for h in handles}.get(likeness(capture.author_handle)):
        text = _("Beware: this is not @%(handle)s, it only looks like it.")
        yield text % {"handle": handles[twin].handle}
    else:
        yield _("No club on the register has this account.")


def likeness(handle: str) -> str:
    """What two handles share that people take for one another."""
    return (
        handle.casefold().translate(str.maketrans("01", "ol", "_.-")).replace("i", "l")
    )
