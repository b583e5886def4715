"""English spelt the other side's way."""

import re
from functools import cache

from django.conf import settings
from django.utils.translation import gettext as _

from articles.models import Check

from .context import Case

OUR = "behavi|col|fav|flav|harb|hon|hum|lab|neighb|sav|vap|vig|end|ferv|glam"
IRREGULAR = {
    "defense": "defence",
    "offense": "offence",
    "center": "centre",
    "centers": "centres",
    "centered": "centred",
    "theater": "theatre",
    "meter": "metre",
    "meters": "metres",
    "program": "programme",
    "programs": "programmes",
    "traveled": "travelled",
    "traveling": "travelling",
    "canceled": "cancelled",
    "leveled": "levelled",
    "leveling": "levelling",
    "signaled": "signalled",
    "totaled": "totalled",
    "labeled": "labelled",
    "dueled": "duelled",
    "rivaled": "rivalled",
    "fueled": "fuelled",
    "marveled": "marvelled",
    "skillful": "skilful",
    "skillfully": "skilfully",
    "willful": "wilful",
    "fulfill": "fulfil",
    "fulfills": "fulfils",
    "gray": "grey",
    "maneuver": "manoeuvre",
    "mom": "mum",
    "plow": "plough",
    "skeptical": "sceptical",
    "catalog": "catalogue",
    "dialog": "dialogue",
    "analog": "analogue",
    "pajamas": "pyjamas",
    "jewelry": "jewellery",
    "rumor": "rumour",
    "rumors": "rumours",
    "rumored": "rumoured",
    "cozy": "cosy",
}
IZE = (
    "equali|characteri|capitali|organi|reali|recogni|critici|apologi|summari"
    "|emphasi|neutrali|minimi|maximi|penali|finali|mobili|revitali|energi|speciali"
    "|stabili|utili|visuali|reali|prioriti|hospitali|jeopardi|crystalli|galvani"
    "|scrutini|agoni|idoli|revolutioni|standardi|moderni|memori|symboli|sympathi"
    "|monopoli|patroni|immortali|materiali|normali|populari|familiari"
)
Z = re.compile(rf"\b({IZE})z(e|ed|es|er|ers|ing|ation|ations)\b", re.I)
S = re.compile(rf"\b({IZE})s(e|ed|es|er|ers|ing|ation|ations)\b", re.I)
YZE = re.compile(r"\b(anal|paral|catal)yz(e|ed|es|er|ing)\b", re.I)
YSE = re.compile(r"\b(anal|paral|catal)ys(e|ed|er|ing)\b", re.I)
ENDINGS = "s|ed|ing|ful|less|able|ite|ites|al|hood|er|ers"
OR = re.compile(rf"\b({OUR})or({ENDINGS})?\b", re.I)
OUR_ = re.compile(rf"\b({OUR})our({ENDINGS})?\b", re.I)
CHANGES = {
    "en-GB": [(Z, r"\1s\2"), (YZE, r"\1ys\2"), (OR, r"\1our\2")],
    "en-US": [(S, r"\1z\2"), (YSE, r"\1yz\2"), (OUR_, r"\1or\2")],
}


@cache
def listed(spelling: str) -> dict[str, str]:
    """Word to avoid → the house's, of those that follow no rule."""
    if spelling == "en-GB":
        return IRREGULAR
    return {british: american for american, british in IRREGULAR.items()}


def check(case: Case):
    """Kind 10: one finding for each word, where it first stands."""
    if case.language != "en":
        return
    seen = set()
    for span, word, right in foreign(case, settings.ENGLISH_SPELLING):
        if word.lower() not in seen:
            seen.add(word.lower())
            says = _("The house’s English writes “%(word)s”.") % {"word": right}
            yield case.found(Check.SPELLING, span, says, settings.ENGLISH_SPELLING)


def foreign(case, spelling):
    """(place, word, as the house writes it), in order."""
    found = []
    for pattern, house in CHANGES[spelling]:
        for _sentence, one in case.text.find(pattern):
            found.append((one.span(), one.group(), one.expand(house)))
    known = listed(spelling)
    words = re.compile(rf"\b(?:{'|'.join(known)})\b", re.IGNORECASE)
    for _sentence, one in case.text.find(words):
        found.append((one.span(), one.group(), known[one.group().lower()]))
    return [one for one in sorted(found) if not is_name(case, *one[:2])]


def is_name(case, span, word):
    """A capital within a sentence: the Lincoln Center keeps its own."""
    before = case.text.text[: span[0]].rstrip("“‘«( ")
    opens = not before or before[-1] in ".!?:\n"
    return word[0].isupper() and not opens
