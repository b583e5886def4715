"""Who scored, and when, as the words have it."""

import re

from django.utils.text import get_text_list
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article, Check, MatchLink
from matches.models import MatchEvent
from matches.names import fold
from matches.notation import clock

from .context import SEASON, UNREAL, Case
from .records import Sheet, spellings

SCORED = re.compile(
    r"(?:,? who)?,? (?:had |has |then |also |duly |himself |twice |a |avait |qui a "
    r"|y a )*"
    r"(?:scor(?:ed|es)(?! \d+ (?:goals|times))|equali[sz](?:ed|es)|netted"
    r"|opened the scoring|opens the"
    r" scoring|broke the deadlock|found the net|headed (?:in|home)|fired (?:in|home)"
    r"|tapped in|struck (?:first|home)|doubled the lead|put \w+ (?:ahead|in front)"
    r"|made it"
    r" \d-\d|levelled|marqu(?:é|e)|ouvert (?:le score|la marque)|ouvre (?:le score|la"
    r" marque)|égalis(?:é|e)|inscri(?:t|vait)|doubl(?:é|e) la mise|trouv(?:é"
    r"|e) le chemin"
    r" des filets|réduit (?:le score|l’écart)|tromp(?:é|e) le gardien)\b",
    re.IGNORECASE,
)
GOAL_OF = re.compile(
    r"\b(?:goals? (?:by|from)|header (?:by|from)|strike (?:by|from)|equaliser (?:by"
    r"|from)"
    r"|opener (?:by|from)|penalty (?:by|from)|(?:sur|grâce à|par|après) (?:un|le|des"
    r"|deux|les) buts? (?:\w+ )?(?:de|d’)"
    r"|réalisation (?:de|d’)"
    r"|égalisation (?:de|d’)|ouverture du score (?:de|d’|par)|doublé (?:de|d’))\s?$",
    re.IGNORECASE,
)
CUE = re.compile(
    r"\b(?:scor\w+|goals?|equali[sz]\w+|netted|opener|winner|struck|ahead|levelled"
    r"|marqu\w+|buts?|égalis\w+|ouver\w+ (?:du|le) score|inscri\w+|réduit)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"disallowed|ruled out|offside|refusée?|annulée?|hors[- ]jeu|penalty shoot-?out"
    r"|shoot-?out|tirs au but|on penalties",
    re.IGNORECASE,
)
NAME = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]+(?:[-’][^\W\d_]+)*(?: (?:(?:de|van|von|El|di|da|dos|De|M’)\s)?"
    r"[A-ZÀ-Þ][^\W\d_]+(?:[-’][^\W\d_]+)*)+"
)
MINUTE = re.compile(
    r"\b(?P<a>\d{1,3})(?:st|nd|rd|th)[ -]minute\b"
    r"|\bin the (?P<b>\d{1,3})(?:st|nd|rd|th)(?=[.,;:)!?]|\s(?:and|before|but)\b|$)"
    r"|(?<![\d-])(?P<c>\d{1,3})(?:e|re|ème)?[’′](?:\+(?P<c2>\d{1,2}))?(?!\w)"
    r"|\b(?P<d>\d{1,3})(?:re|e|ème)(?:\+(?P<d2>\d{1,2}))? minute\b"
    r"|\b(?:à|dès|de|avant) la (?P<e>\d{1,3})(?:re|e|ème)(?:\+(?P<e2>\d{1,2}))?"
    r"(?=[.,;:)!?]|\s(?:et|puis|mais|avant)\b|$)"
    r"|\((?P<f>\d{1,3})(?:e|re|ème)?(?:\+(?P<f2>\d{1,2}))?[’′]?"
    r"(?:,? (?:s\.p\.|c\.s\.c\.|pen|og))?\)"
    r"|\b(?P<g>45|90|105|120)(?:e)?\+(?P<g2>\d{1,2})\b"
)
LOOSE = ("a", "b", "c", "d", "e", "g")


def check(case: Case):
    yield from on_nobody_named(case)
    sheets = [sheet for sheet in case.records.sheets if sheet.goals]
    if not sheets or not all(sheet.is_complete for sheet in case.records.played):
        return
    yield from on_scorers(case)
    yield from on_minutes(case)


def on_nobody_named(case):
    """Kind 4: a report of a match with goals that names none of its scorers."""
    if case.article.kind != Article.Kind.REPORT or not case.text.copy.lines:
        return
    links = zip(case.records.links, case.records.sheets, strict=True)
    reported = [s for link, s in links if link.role == MatchLink.Role.REPORT]
    known = {goal.person for sheet in reported for goal in sheet.goals if goal.person}
    start, end = case.text.fields["body"]
    if not known or not case.text.text[start:end].strip():
        return
    said = f" {fold(case.text.text)} "
    if any(f" {name} " in said for person in known for name in spellings(person)):
        return
    names = get_text_list(sorted({person.label for person in known}), _("and"))
    says = _("The report names no scorer: %(names)s.") % {"names": names}
    yield case.found(Check.SCORER, (start, start), says, names)


def on_scorers(case):
    """Kind 4: someone who scores in the words and not in the record."""
    scorers = {pk for sheet in case.records.all for pk in sheet.scorers}
    names = {
        name
        for sheet in case.records.all
        for event in sheet.events
        if event.person_id in scorers and event.person
        for name in spellings(event.person)
    }
    for sentence, span, people in told_scorers(case):
        folded = fold(case.text.text[slice(*span)])
        is_right = scorers & set(people) or folded in names
        if is_right or is_excused(case, sentence):
            continue
        says = _("Not a scorer on record: %(goals)s.") % {"goals": goals(case)}
        yield case.found(Check.SCORER, span, says, goals_mark(case))


def is_excused(case, sentence):
    said = sentence.text
    patterns = (UNREAL, SEASON, DENIED)
    return case.is_elsewhere(sentence) or any(one.search(said) for one in patterns)


def told_scorers(case):
    """(sentence, place, numbers of known people) of who is said to have scored."""
    for sentence in case.text.sentences:
        for start, end, people in persons(case, sentence):
            before = case.text.text[sentence.start : start]
            after = case.text.text[end : sentence.span.end]
            is_told = SCORED.match(after) or GOAL_OF.search(before)
            if is_told and not case.text.is_quoted(start):
                yield sentence, (start, end), people


def persons(case, sentence):
    """(start, end, numbers) of the known people and the full names in a sentence."""
    known = case.text.within(case.text.people, sentence.span)
    for one in known:
        yield one.start, one.end, [person.pk for person in one.people]
    taken = [*known, *case.text.within(case.text.clubs, sentence.span)]
    for found in NAME.finditer(case.text.text, *sentence.span):
        is_taken = any(t.start < found.end() and found.start() < t.end for t in taken)
        if not is_taken:
            yield found.start(), found.end(), []


def on_minutes(case):
    """Kind 4: a goal told more than a minute away from when it fell."""
    for sentence, found in case.text.find(MINUTE):
        if is_excused(case, sentence) or not CUE.search(sentence.text):
            continue
        scorer = told_scorer(case, sentence, found)
        if scorer is None and (found.lastgroup or "")[0] not in LOOSE:
            continue
        if not is_near(case, sentence, written(found), scorer):
            says = _("No goal on record then: %(goals)s.") % {"goals": goals(case)}
            yield case.found(Check.SCORER, found.span(), says, goals_mark(case))


def told_scorer(case, sentence, found):
    """Number of the one who is said to have scored in that minute, or None."""
    near = [p for p in persons(case, sentence) if p[1] <= found.start()]
    if not near:
        return None
    _start, end, people = max(near)
    between = case.text.text[end : found.start()]
    is_told = SCORED.match(between) and len(between) < 70
    return people[0] if is_told and len(people) == 1 else None


def written(found):
    """Minutes on the running clock, and whether added time is told."""
    groups = {name: value for name, value in found.groupdict().items() if value}
    minute = next(value for name, value in groups.items() if len(name) == 1)
    added = next((value for name, value in groups.items() if len(name) == 2), 0)
    return int(minute), int(added)


def is_near(case, sentence, minute, scorer):
    """Whether something is on record within a minute of `minute`.

    A goal of `scorer` where the words name one; else any event.
    """
    events = [event for sheet in case.records.all for event in sheet.events]
    if scorer is not None:
        events = [e for e in events if e.person_id == scorer and is_struck(e)]
    return any(is_within_a_minute(event, minute) for event in events if event.minute)


def is_struck(event):
    return event.is_goal or event.type == MatchEvent.Type.GOAL_DISALLOWED


def is_within_a_minute(event, minute):
    told, added = minute
    if event.added and told == event.minute and not added:
        return True
    return abs(event.minute + (event.added or 0) - told - added) <= 1


def goals(case) -> str:
    """Scamacca 11', Mbemba 20', as the desk's language writes minutes."""
    sheets = [sheet for sheet in case.records.sheets if sheet.goals]
    return ", ".join(goal for sheet in sheets for goal in told_goals(sheet))


def told_goals(sheet: Sheet) -> list[str]:
    language = get_language()
    return [
        f"{goal.person.label if goal.person else '–'} {clock(goal, language=language)}"
        for goal in sheet.goals
    ]


def goals_mark(case):
    found = [goal for sheet in case.records.sheets for goal in sheet.goals]
    return " ".join(f"{goal.person_id}:{goal.clock}" for goal in found)
