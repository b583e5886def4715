"""A score in the words that no linked match ever had."""

import re

from django.utils.translation import gettext as _

from articles.models import Check

from .context import ENDED, UNREAL, Case
from .records import Pair, pair

KEYCAP = "(?:\ufe0f?\u20e3)?"
FIGURES = re.compile(
    rf"(?<![\d/.,:+€£$-])(\d{{1,2}}){KEYCAP}\s?[-–—]\s?(\d{{1,2}}){KEYCAP}"
    r"(?![\d/%’′]|[.,:]\d|[-–—]\d)"
    r"(?!\s?(?:ans\b|h\b|years?|pm\b|min\w*|m\b|mètres|metres|yards|km\b|points?\b"
    r"|days?\b|jours?\b|matchs?\b|games?\b|minutes?|euros?|millions?|janvier|février"
    r"|mars\b|avril|mai\b|juin|juillet|août|septembre|octobre|novembre|décembre|January"
    r"|February|March\b|April|May\b|June|July|August|September|October|November"
    r"|December))",
    re.IGNORECASE,
)
NUMBERS = {
    word: number
    for words in (
        "nil one two three four five six seven",
        "zéro un deux trois quatre cinq six sept",
    )
    for number, word in enumerate(words.split())
}
NAMED = "|".join(NUMBERS)
SPELT = re.compile(
    rf"\b({NAMED}|\d)-(nil|all|{NAMED})\b(?!-)|\b({NAMED}|\d) (all|partout)\b"
    rf"|\b({NAMED}|\d)(?: buts?)? à ({NAMED}|\d)\b(?! (?:h|\w+ de la fin|semaines))",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"(?:\b(?:scor\w+|buts?|bat|battue?s?|battu|gagn\w+|victoires?|succès|défaites?"
    r"|l’emport\w+|impos\w+|nul|men\w+|à)\b[^.;]{0,30})$",
    re.IGNORECASE,
)
HIGHEST = 20
# Figures of something else than goals.
COUNTED = re.compile(
    r"\b(?:pages?|p\.|corners?|shots?|tirs?|fouls?|fautes?|cards?|cartons?|chapters?"
    r"|possession|offsides?|saves|sets?|aces)\s?:?\s{0,3}$",
    re.IGNORECASE,
)
AT_HALF_TIME = re.compile(
    r"\)?,?\s(?:at (?:half[- ]time|the (?:break|interval))|à la (?:mi-temps|pause))",
    re.IGNORECASE,
)
HALF_TIME = re.compile(r"(?:\bHT|mi-temps|half-time)\s?:?\s$", re.IGNORECASE)
TOLD_AS_FINAL = re.compile(r"[^.;:,\d()]{0,24}\(?$")
FOLLOWED = re.compile(
    r"\s(?:home |away )?(?:win|victory|defeat|draw|loss|triumph)\b", re.IGNORECASE
)
ON_AGGREGATE = re.compile(
    r"\W{0,2}\s?(?:on aggregate|aggregate|sur l’ensemble|au score cumulé"
    r"|en score cumulé"
    r"|au total des deux)",
    re.IGNORECASE,
)


def check(case: Case):
    """Kind 1. Both orders are right; scores of other matches are not judged."""
    if not case.records.played:
        return
    for sentence, span, score in scores(case):
        allowed = expected(case, span)
        if score in allowed or is_of_another(case, sentence, span, score):
            continue
        if not UNREAL.search(sentence.text):
            says = _("The match record says %(match)s.") % {
                "match": case.records.told()
            }
            yield case.found(Check.SCORE, span, says, case.records.state())


def scores(case):
    """(sentence, place, score) of all that is written as one."""
    for sentence, found in case.text.find(FIGURES):
        home, away = int(found[1]), int(found[2])
        before = case.text.text[max(0, found.start() - 20) : found.start()]
        if max(home, away) <= HIGHEST and not COUNTED.search(before):
            yield sentence, found.span(), pair(home, away)
    for sentence, found in case.text.find(SPELT):
        groups = [group.lower() for group in found.groups() if group]
        before = case.text.text[sentence.start : found.start()]
        if found[5] is None or TOLD.search(before) or "but" in found[0]:
            yield sentence, found.span(), spelt(*groups)


def spelt(first, second):
    """“two-nil”, “one all”, “trois buts à un” as figures."""
    home = NUMBERS.get(first) if first in NUMBERS else int(first)
    if second in {"all", "partout"}:
        return home, home
    return pair(home, NUMBERS[second] if second in NUMBERS else int(second))


def expected(case: Case, span) -> set[Pair]:
    """The scores that words at `span` may mean: at half-time, at the end, ever."""
    before = case.text.text[max(0, span[0] - 50) : span[0]]
    after = case.text.text[span[1] : span[1] + 40]
    sheets, records = case.records.all, case.records
    if ON_AGGREGATE.match(after) and records.aggregates:
        return records.aggregates
    half_times = {score for sheet in sheets for score in sheet.half_times}
    if half_times and (AT_HALF_TIME.match(after) or HALF_TIME.search(before)):
        return half_times
    finals = {score for sheet in sheets for score in sheet.finals}
    if is_final(before, after):
        return finals | records.aggregates | half_times
    kicks = {pair(*kick) for sheet in sheets for kick in sheet.kicks}
    steps = {score for sheet in sheets for score in sheet.scores}
    return finals | steps | kicks | records.aggregates


def is_final(before, after):
    """Whether the score is told as the end of a match: “a 1-0 win”, “won 1-0”."""
    if FOLLOWED.match(after):
        return True
    ends = [found.end() for found in ENDED.finditer(before)]
    return bool(ends) and bool(TOLD_AS_FINAL.fullmatch(before[ends[-1] :]))


def is_of_another(case: Case, sentence, span, score, *, of_round=True):
    """Whether a match of other clubs, on record or not, is what the score is of.

    `of_round`: another round or leg in the sentence makes it another match too.
    """
    if case.foreign_clubs(sentence.span):
        return not is_after_linked(case, sentence, span)
    if of_round and case.is_elsewhere(sentence):
        return True
    named = case.text.within(case.text.clubs, (sentence.paragraph.start, span[0]))
    if named and named[-1].team not in case.records.clubs:
        return True
    foreign = {one.team for one in case.foreign_clubs(sentence.paragraph)}
    return any(score == pair(*match.final_score) for match in between(case, foreign))


def is_after_linked(case, sentence, span):
    """Whether the club named just before, or the pair it ends, is a linked one."""
    named = case.text.within(case.text.clubs, (sentence.start, span[0]))
    last = [one for one in named if span[0] - one.end < 40][-2:]
    is_linked = bool(last) and all(one.team in case.records.clubs for one in last)
    return is_linked and len({one.team for one in last}) == 2


def between(case, clubs):
    """The matches on record of a linked club against one of `clubs`, and their ties."""
    for match in case.records.around if clubs else ():
        if {match.home_id, match.away_id} & clubs and match.final_score:
            yield match
