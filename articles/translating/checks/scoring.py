"""Scores, formations, minutes, rounds, legs and halves, as each language tells them."""

import re

from articles.facts.scores import FIGURES, HIGHEST, SPELT, TOLD, spelt

from .figure import Reader, figure

FORMATION = re.compile(r"(?<![\d-])\d(?:[-–]\d){2,4}(?![\d-])")
GOALS_TO = re.compile(
    r"\b(one|two|three|four|five|six|seven|\d) goals? to (nil|one|two|three|four|\d)\b",
    re.IGNORECASE,
)
# 90e+2, 90'+2, 90+2', 90 + 2, 90+2nd
ADDED = re.compile(
    r"(?<![\d.,+-])(45|90|105|120)(?:st|nd|rd|th|e|ème)? ?[’'′]? ?\+ ?(\d{1,2})"
    r"(?:st|nd|rd|th|e|ème)?[’'′]?(?!\d)"
)
ORDINALS = {
    word: number
    for words in (
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "première deuxième troisième quatrième cinquième sixième septième huitième"
        " neuvième dixième",
        "one two three four five six seven eight nine ten",
        "une deux trois quatre cinq six sept huit neuf dix",
    )
    for number, word in enumerate(words.split(), 1)
}
NTH = rf"(?:(\d{{1,2}})(?:st|nd|rd|th|re|e|ème)?|({'|'.join(ORDINALS)}))"
OF_ADDED = re.compile(
    rf"\b{NTH} minutes? (?:of|into|deep into|du|de|des|d’) ?(?:the )?"
    r"(?:stoppage|added|injury|additional|temps additionnel|arrêts? de jeu)\b"
    rf"|\b{NTH} (?:added|additional|extra) minute\b",
    re.IGNORECASE,
)
STAGES = (
    (32, r"\b(?:seizièmes?|16es?|1/16es?) de finale\b|\b(?:round of|last) 32\b"),
    (
        16,
        r"\b(?:huitièmes?|8es?|1/8es?)(?: de finale)\b|\bhuitièmes\b"
        r"|\b(?:round of|last)[ -](?:16|sixteen)\b",
    ),
    (
        8,
        r"\b(?:(?:quarts?|1/4) de finale\b|(?<!trois )quarts?\b(?! d’| de | temps))"
        r"|\bquarter-?finals?(?:ists?)?\b|\blast eight\b",
    ),
    (
        4,
        r"\b(?:1/2|demi|demie)-?finales?\b|\bdemies\b|\bdemi-?finalistes?\b"
        r"|\bsemi-?finals?(?:ists?)?\b|\bsemis\b|\blast four\b|\bdernier carré\b",
    ),
)
ROUNDS = [(size, re.compile(told, re.IGNORECASE)) for size, told in STAGES]
HALVES = [
    (1, r"\b(?:première (?:période|mi-temps)|premier acte|(?:first|opening) half)\b"),
    (
        2,
        r"\b(?:(?:seconde|deuxième) (?:période|mi-temps)"
        r"|(?:second|deuxième) acte|second half)\b",
    ),
]
LEGS = [
    (
        1,
        r"\b(?:match|finale|manche|quart|barrage|rencontre|à l’|l’|d’)\s?aller\b"
        r"|\bfirst[- ](?:leg|match|game|meeting)\b|\bpremière manche\b",
    ),
    (
        2,
        r"\b(?:match|finale|manche|quart|barrage|rencontre|au|le|du) retour\b"
        r"|\b(?:second|return)[- ](?:leg|match|fixture|game)\b|\bseconde manche\b",
    ),
]
SOFT = [("half", HALVES), ("leg", LEGS)]
PARTS = [
    (kind, number, re.compile(told, re.IGNORECASE))
    for kind, known in SOFT
    for number, told in known
]


def read_scoring(reader: Reader) -> None:
    reader.read(FORMATION, formation)
    reader.read(ADDED, added)
    reader.read(OF_ADDED, of_added)
    for size, pattern in ROUNDS:
        reader.read(pattern, lambda m, n=size: part(m, "round", n))
    for kind, number, pattern in PARTS:
        reader.read(pattern, lambda m, k=kind, n=number: part(m, k, n))
    reader.read(FIGURES, lambda m: score(m, int(m[1]), int(m[2])))
    reader.read(SPELT, spelt_score)
    reader.read(GOALS_TO, lambda m: score(m, *spelt(m[1].lower(), m[2].lower())))


def score(match, first, second):
    """Whose goals come first is for each language to say."""
    if max(first, second) > HIGHEST:
        return []
    value = ("score", max(first, second), min(first, second))
    return [figure(match, "score", value)]


def spelt_score(match):
    """“two-nil”, “un partout”; “deux à un” where goals are told before."""
    groups = [group.lower() for group in match.groups() if group]
    before = match.string[max(0, match.start() - 60) : match.start()]
    is_told = match[5] is None or TOLD.search(before) or "but" in match[0]
    return score(match, *spelt(*groups)) if is_told else []


def formation(match):
    value = ("formation", re.sub(r"\D", "-", match.group()))
    return [figure(match, "formation", value)]


def added(match):
    base, more = int(match[1]), int(match[2])
    values = ("added", base, more), ("n", base + more)
    return [figure(match, "count", *values)]


def of_added(match):
    """The seventh minute of added time: 90+7, or 45+7; “into” may be a minute off."""
    told = next(group for group in match.groups() if group).lower()
    more = int(told) if told.isdecimal() else ORDINALS[told]
    steps = (more, more + 1) if "into" in match[0].lower() else (more,)
    values = [("added", base, n) for base in (45, 90, 105, 120) for n in steps]
    return [figure(match, "count", *values, ("n", more), is_soft=True)]


def part(match, kind, number):
    return [figure(match, kind, (kind, number), is_soft=True)]
