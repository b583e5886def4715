"""Marks and spaces of the wrong language."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from .case import Case
from .counts import ADDRESS
from .finding import Finding, Kind

SPACE = "[ \u00a0\u202f\u2009]"
FIXED = "\u00a0\u202f"


class Rule(NamedTuple):
    name: str
    pattern: re.Pattern
    says: str


def rule(name, pattern, says):
    return Rule(name, re.compile(pattern), says)


RULES = {
    "fr": [
        rule("apostrophe", r"(?<=\w)'(?=\w)", _("French writes ’ and not '.")),
        rule("quotes", r"[\"“]", _("French quotes with « ».")),
        rule(
            "space",
            r"(?<=[\w»”)%]) ?[;!?](?![\w/=&])|(?<=[\w»)]) ?:(?=\s|$)",
            _("French puts a no-break space before this mark."),
        ),
        rule(
            "inner space",
            rf"«(?![{FIXED}])|(?<![{FIXED}])»",
            _("French puts a no-break space inside « »."),
        ),
        rule(
            "percent", r"(?<=\d)%", _("French puts a space before the per cent sign.")
        ),
        rule(
            "thousands",
            r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d,.])",
            _("French parts thousands with a space."),
        ),
        rule(
            "decimals",
            r"(?<![\d.,:/-])\d+\.\d{1,2}(?![\d.:/-])",
            _("French writes decimals with a comma."),
        ),
        rule(
            "hour",
            r"(?i)(?<![\w.,])\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b",
            _("French writes hours as 21 h."),
        ),
        rule("rank", r"\b\d+(?:st|nd|rd|th|i?[èe]me)\b", _("French writes 1re, 11e.")),
        rule("money", r"[€£$]\s?\d", _("French writes the currency last.")),
    ],
    "en": [
        rule("apostrophe", r"(?<=\w)'(?=\w)", _("English writes ’ and not '.")),
        rule("quotes", r"[\"«»]", _("English quotes with “ ”.")),
        rule(
            "space",
            rf"(?<=[^\W_]){SPACE}+[;:!?](?=\s|$)",
            _("English puts no space before this mark."),
        ),
        rule(
            "percent",
            rf"(?<=\d){SPACE}%",
            _("English puts no space before the per cent sign."),
        ),
        rule(
            "thousands",
            rf"(?<![\d.,])[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+(?!\d)",
            _("English parts thousands with a comma."),
        ),
        rule(
            "decimals",
            r"(?<![\d.,])\d+,\d{1,2}(?![\d,])(?=%| (?:million|billion|km\b|per cent))",
            _("English writes decimals with a point."),
        ),
        rule(
            "hour",
            rf"(?<![\w.,])\d{{1,2}}{SPACE}?h(?:{SPACE}?\d\d)?\b",
            _("English writes hours as 9pm or 21:00."),
        ),
        rule("rank", r"\b\d{1,3}(?:es?|ème|er|re)\b", _("English writes 1st, 11th.")),
        rule("money", rf"\d{SPACE}?M?€", _("English writes the currency first.")),
    ],
}
PROTECTED = re.compile(rf"{ADDRESS.pattern}|\b\d{{1,2}}:\d\d\b", re.IGNORECASE)
NESTED = re.compile("«[^«»]*»")


def check(case: Case) -> Iterator[Finding]:
    """One finding for each rule and unit, where it is first broken."""
    for number, pair in case.prose:
        text = PROTECTED.sub(covered, pair.target.text)
        for one in RULES.get(case.target.language, ()):
            read = nested(text) if one.name == "quotes" else text
            if found := one.pattern.search(read):
                span = found.span()
                yield case.found(Kind.TYPOGRAPHY, number, span, str(one.says), one.name)


def nested(text):
    """`text` without the marks that stand within « », as French has them."""
    return NESTED.sub(lambda one: one.group().replace("“", "‘"), text)


def covered(found):
    """As wide as what is protected: an address, a handle, an hour of the clock."""
    return "_" * len(found.group())
