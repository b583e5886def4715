"""Why intake took a passage for what it is, in words; what has none stays unsaid."""

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy, pgettext_lazy

LIKELY = [
    (0.85, gettext_lazy("almost certain")),
    (0.6, gettext_lazy("likely")),
    (0, gettext_lazy("possible")),
]
FIXTURE: dict[str, Promise] = {
    "teams": gettext_lazy("both teams"),
    "team": gettext_lazy("one team"),
    "hashtag": gettext_lazy("the hashtag"),
    "day of a post": gettext_lazy("the day of the post"),
    "date": gettext_lazy("the date"),
    "day of the week": gettext_lazy("the day of the week"),
    "competition": gettext_lazy("the competition"),
    "stage": gettext_lazy("the stage"),
    "leg": gettext_lazy("the leg"),
    "score": gettext_lazy("the score"),
    "score in a post": gettext_lazy("the score in the post"),
}
FINDING: dict[str, Promise] = {
    "told after the words": gettext_lazy("named after the words"),
    "told before the words": gettext_lazy("named before the words"),
    "told within the words": gettext_lazy("named within the words"),
    "told beside the words": gettext_lazy("named beside the words"),
    "told before the colon": gettext_lazy("named before the colon"),
    "the role on that day": gettext_lazy("by the role on that day"),
    "named with that role before": gettext_lazy("named with that role before"),
    "that role, and who spoke last": gettext_lazy("that role, and who spoke last"),
    "last of that club to be named": gettext_lazy("last of that club to be named"),
    "the role, at the club named before": gettext_lazy(
        "by the role at the club named before"
    ),
    "whoever spoke last": gettext_lazy("whoever spoke last"),
    "whoever the sentence before is about": gettext_lazy(
        "whom the sentence before is about"
    ),
    "a pronoun, named in the sentence before": gettext_lazy(
        "whom the sentence before is about"
    ),
    "named before": gettext_lazy("named before"),
    "named after the headline": gettext_lazy("named after the headline"),
    "several people may have that role": gettext_lazy(
        "several people may have that role"
    ),
    "several people have that name": gettext_lazy("several people have that name"),
    "support appeal": gettext_lazy("appeal for support"),
    "follows an appeal": gettext_lazy("follows an appeal"),
    "newsletter": gettext_lazy("newsletter"),
    "subscription": gettext_lazy("subscription"),
    "cookies": gettext_lazy("cookies"),
    "read more": gettext_lazy("link to other articles"),
    "follow us": gettext_lazy("“follow us”"),
    "application": gettext_lazy("application to download"),
    "advertisement": gettext_lazy("advertisement"),
    "copyright": gettext_lazy("copyright line"),
    "sharing": gettext_lazy("sharing buttons"),
    "comments": gettext_lazy("comments"),
    "reading time": gettext_lazy("reading time"),
    "page furniture": gettext_lazy("furniture of a web page"),
    "credits": pgettext_lazy("at the end of copy", "credits"),
    "betting": gettext_lazy("betting notice"),
}


def likeness(value: float) -> str:
    """`value` from 0 to 1, as a person would say it."""
    return str(next(words for least, words in LIKELY if value >= least))


def reasons(whys: tuple[str, ...]) -> str:
    """The reasons for a match in a line."""
    known = [FIXTURE.get(why.partition(":")[0]) for why in whys]
    said = [str(words) for words in dict.fromkeys(filter(None, known))]
    return capfirst(", ".join(said))


def reason(why: str) -> str:
    """The reason for a finding, or ""."""
    return capfirst(str(FINDING.get(why, "")))
