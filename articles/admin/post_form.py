"""The form of a club post, and what a paste fills in."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles import oembed, posts
from articles.captures import CLAIMED, captured, columns, known
from articles.models import ClubPost
from articles.post_addresses import time_of
from articles.post_checks import Finding, findings

from .merge import MergeForm

State, Obtained = ClubPost.State, ClubPost.Obtained


class ClubPostForm(MergeForm):
    """Its id gives the hour, its text the claim, where they are left empty.

    Withholding has a page of its own: here the state cannot become that, or leave it.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if state := self.fields.get("state"):
            state.disabled = self.instance.is_withheld
            if not state.disabled:
                state.choices = [c for c in state.choices if c[0] != State.WITHHELD]

    def clean(self):
        data = super().clean()
        self.fill_hour(data)
        self.fill_claim(data)
        self.date_state(data)
        self.refuse_known(data)
        return data

    def fill_hour(self, data):
        if data.get("posted_at") or not data.get("external_id"):
            return
        at, day = time_of(data["provider"], data["external_id"]), data.get("posted_on")
        if at and (day is None or abs((timezone.localdate(at) - day).days) <= 1):
            data["posted_at"], data["posted_on"] = at, None

    def fill_claim(self, data):
        if any(data.get(name) is not None for name in CLAIMED):
            return
        claimed = posts.claim(data.get("text_raw") or "") or ()
        data.update(zip(CLAIMED, claimed, strict=False))

    def date_state(self, data):
        if "state" in self.changed_data and "state_at" not in self.changed_data:
            is_live = data.get("state") == State.LIVE
            data["state_at"] = None if is_live else timezone.now()

    def refuse_known(self, data):
        names = ("provider", "external_id", "author_handle", "posted_on", "posted_at")
        if self.errors or not {*names, "text_raw"} <= data.keys():
            return
        given = {name: data[name] for name in (*names, "text_raw")}
        if found := known(ClubPost(pk=self.instance.pk, **given)):
            raise ValidationError(already(found))


def already(post: ClubPost) -> SafeString:
    """One sentence that leads to the post the desk has."""
    address = reverse("admin:articles_clubpost_change", args=[post.pk])
    text = _("The desk has this post already: {link}.")
    return format_html(text, link=format_html('<a href="{}">{}</a>', address, post))


@dataclass(frozen=True)
class Filling:
    """What a paste gives: columns, what to know of them, or why there are none."""

    source: str = ""
    columns: dict = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    known: SafeString | str = ""
    refusal: str = ""


def filling(source: str, *, language: str, asks: bool = False) -> Filling:
    """`asks`: the network too, which takes as long as it takes (five seconds)."""
    capture, refusal = captured(source), ""
    if capture is None:
        refusal = _("This is neither the address of a post nor its embed code.")
        return Filling(source, refusal=refusal)
    obtained = Obtained.PASTE
    if asks:
        try:
            capture, obtained = oembed.ask(capture), Obtained.OEMBED
        except oembed.Unanswered as unanswered:
            refusal = str(unanswered)
    found = columns(capture, language=language)
    post = ClubPost(**found)
    same = known(post)
    return Filling(
        source,
        found | {"obtained": obtained},
        findings(post),
        same and already(same) or "",
        refusal,
    )
