"""Round, leg and competition, where the words name others than the match has."""

import re

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.intake.evidence import LEGS, STAGES
from articles.models import Check
from matches.models import Stage
from matches.names import fold
from matches.rounds import round_name

from .context import AHEAD, ENDED, Case
from .records import pair
from .scores import FIGURES, is_of_another

LEG = re.compile(
    r"\b(?:in|during) the (?P<en>first|opening|second|return)[- ]leg of (?:the|their"
    r"|a)\b"
    r"|\b(?:demi-finales?|quarts? de finale|huitièmes? de finale|barrages?|match|manche"
    r"|seizièmes? de finale) (?P<fr>aller|retour)\b",
    re.IGNORECASE,
)
PLAYED = re.compile(
    r"(?:\s(?!after|following|and|since|before|après|et)[\w’-]+){0,4}? (?:in"
    r"|en) (?:the |demi-finale |quart de finale )?"
    r"(?P<leg>first leg|second leg|match aller|match retour|aller|retour)\b",
    re.IGNORECASE,
)
NUMBERS = {"first": 1, "opening": 1, "aller": 1, "second": 2, "return": 2, "retour": 2}
REMINDED = re.compile(
    r"\b(?:after|since|before|following|from|from the|ahead of|après|depuis|avant|lors"
    r" d[ue]|au|du|from a)\s(?:the |their |a |la |le |l’|un )?(?:\S+ ){0,3}$",
    re.IGNORECASE,
)
# Competitions that words may name, whether or not the desk covers them.
WELL_KNOWN = (
    "Champions League",
    "Ligue des champions",
    "Conference League",
    "Ligue Conférence",
    "Ligue Europa",
    "Europa League",
    "Coupe de France",
    "Premier League",
    "FA Cup",
    "League Cup",
    "Ligue 1",
    "Ligue 2",
    "Serie A",
    "Bundesliga",
    "Liga",
)
AIMED = re.compile(
    r"\b(?:to|reach|into|for|vers|pour|file\w*|qualif\w*)\b", re.IGNORECASE
)
EARLIER = (Stage.Kind.FINAL,)


def check(case: Case):
    """Kind 5: what the words name is judged where the right one is named nowhere."""
    yield from on_legs(case)
    yield from on_stages(case)
    yield from on_competitions(case)


def on_legs(case):
    linked = {leg for _tie, leg in case.records.ties}
    if not linked or linked == {1, 2}:
        return
    is_right_named = any(LEGS[leg].search(case.text.text) for leg in linked)
    for sentence, found in case.text.find(LEG):
        leg = NUMBERS[(found["en"] or found["fr"]).lower()]
        before = case.text.text[sentence.start : found.start()]
        is_other = leg in linked or is_right_named or REMINDED.search(before)
        is_ahead = AHEAD.search(sentence.text) or case.foreign_clubs(sentence.span)
        if not is_other and not is_ahead:
            yield wrong_round(case, found.span())
    yield from on_played_legs(case, linked)


def on_played_legs(case, linked):
    """“drew 1-1 in the second leg”, of a first leg that ended so."""
    legs = {score for sheet in case.records.others for score in sheet.finals}
    for sentence, found in case.text.find(FIGURES):
        played = PLAYED.match(case.text.text[found.end() : sentence.span.end])
        score = pair(int(found[1]), int(found[2]))
        if not played or score in legs:
            continue
        if is_of_another(case, sentence, found.span(), score, of_round=False):
            continue
        leg = NUMBERS[
            played["leg"].lower().split()[0 if "leg" in played["leg"] else -1]
        ]
        if leg not in linked:
            start = found.end() + played.start("leg")
            yield wrong_round(case, (start, found.end() + played.end("leg")))


def on_stages(case):
    text = case.text.text
    linked = [STAGES[kind] for kind in case.stages if kind in STAGES]
    if not linked or any(pattern.search(text) for pattern in linked):
        return
    others = {kind: known for kind, known in STAGES.items() if kind not in EARLIER}
    for pattern in others.values():
        for sentence, found in case.text.find(pattern, head=True):
            before = text[sentence.start : found.start()]
            is_of_others = case.foreign_clubs(sentence.span) or AIMED.search(before)
            if ENDED.search(sentence.text) and not is_of_others:
                yield wrong_round(case, found.span())


def on_competitions(case):
    """In the head, and only where the competition of the match is named nowhere."""
    right = {fold(name) for sheet in case.records.sheets for name in names(sheet.match)}
    said = f" {fold(case.text.text)} "
    if any(f" {name} " in said for name in right):
        return
    known = "|".join(re.escape(name) for name in sorted(WELL_KNOWN, key=len)[::-1])
    for sentence, found in case.text.find(re.compile(rf"\b(?:{known})\b"), head=True):
        if case.is_of_match(sentence):
            match = case.records.first
            says = _("The match record says %(round)s.") % {"round": match.season}
            yield case.found(Check.ROUND, found.span(), says, match.season_id)


def names(match):
    competition = match.season.competition
    given = [competition.name_fr, competition.name_en]
    given += [competition.short_name_fr, competition.short_name_en]
    return [name for name in (*given, *competition.aliases.splitlines()) if name]


def wrong_round(case, span):
    match = case.records.first
    name = round_name(match, language=get_language())
    says = _("The match record says %(round)s.") % {"round": name}
    return case.found(Check.ROUND, span, says, f"{match.stage.kind} {match.leg}")
