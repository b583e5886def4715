"""What is said of a tie: who leads, who is through, what away goals are worth."""

import re

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Check
from matches.notation import aggregate, the_team

from .context import AHEAD, NOT, SEASON, UNREAL, Case

LEAD = re.compile(
    r"\bdeficits?\b|\buphill (?:battle|task|struggle|climb|fight)\b"
    r"|\b(?:first-leg|aggregate|slender|narrow|slim|crucial|decisive|two-goal|one-goal)"
    r" (?:advantage|lead|cushion)\b|\badvantage (?:into|for|going into) the second leg"
    r"|\b(?:refaire|combler|rattraper|remonter|remontée? d[eu]) (?:son|leur|le|ce|un"
    r"|de)?"
    r" ?(?:retard|handicap|déficit|score)\b|\bretard à (?:combler|refaire|remonter)"
    r"|\b(?:un|son|leur) (?:retard|handicap|déficit)\b|\bremontada\b"
    r"|\b(?:prend|prennent|pris|avec|garde\w*|conserv\w+) (?:\w+ )?(?:un|l’|son|leur)"
    r" ?(?:\w+ )?avantage\b|\b(?:court|maigre|léger|précieux|net) avantage\b"
    r"|\bavantage (?:avant|pour) le (?:match )?retour\b",
    re.IGNORECASE,
)
THROUGH = re.compile(
    r"\b(?:have|has|are|is|were|already) (?:now |already )?(?:qualified|advanced"
    r"|progressed|through|eliminated|(?:knocked )?out of the)\b"
    r"|\b(?:qualif(?:y|ies)|advances?|progress(?:es)?) (?:for|to|into) the\b"
    r"|\b(?:booked|secured|sealed|clinched) (?:their|its|a) (?:place|spot|ticket)\b"
    r"|\b(?:reach|reached|reaches|into) the (?:final|semi-finals?|quarter-finals?)\b"
    r"|\bknocked (?:out|them out)\b|\bqualified\b"
    r"|\b(?:est|sont|déjà|désormais) (?:\w+ )?(?:qualifiée?s?|éliminée?s?)\b"
    r"|\bs(?:e|’est|e sont) qualifi(?:e|ent|ée?s?)\b|\bqualifiée?s? pour\b"
    r"|\b(?:a|ont|avoir) (?:validé|décroché|composté|obtenu) (?:sa|son|leur) (?:place"
    r"|billet|ticket|qualification)\b|\bfilent? en (?:finale|demi|quart)"
    r"|\b(?:a|ont) éliminé\b",
    re.IGNORECASE,
)
OUT = re.compile(r"eliminated|out of the|élimin(?!é l)|knocked out", re.IGNORECASE)
AIM = re.compile(
    r"\b(?:to|pour|afin de|hop\w+|want\w*|aim\w*|look\w*|espèr\w+|veu\w+|rêv\w+|chance"
    r"|bid|can|peut|peuvent|whoever|winner|vainqueur|who|celui|en vue)\b",
    re.IGNORECASE,
)
AWAY_GOALS = re.compile(
    r"\baway[- ]goals?\b|\bbuts? (?:(?:marqués?|inscrits?|précieux|important)\s)*"
    r"(?:à l’extérieur|hors de ses bases)\b|\bgoals? scored away\b",
    re.IGNORECASE,
)
GONE = re.compile(
    r"\b(?:gone|abolish\w*|scrapped|since 20\d\d|used to|old|former|depuis|dispar\w+"
    r"|aboli\w*|supprim\w+|ancienne?|fin de|end of|conceded"
    r"|scored [a-z]+ away goals)\b",
    re.IGNORECASE,
)


def check(case: Case):
    yield from on_lead(case)
    yield from on_outcome(case)
    yield from on_away_goals(case)


def on_lead(case):
    """Kind 2: who is ahead, or behind, of a tie that is level."""
    first = level_leg(case)
    if not first:
        return
    for sentence, found in case.text.find(LEAD):
        if case.foreign_clubs(sentence.span) or is_denied(case, sentence, found):
            continue
        says = _("Nobody leads the tie: the first leg ended %(score)s.")
        says %= {"score": first.final_score}
        yield case.found(Check.LEAD, found.span(), says, f"{first.pk} level")


def level_leg(case):
    """The first leg that left a linked tie level, nothing having happened since."""
    for tie, leg in case.records.ties:
        first, second = tie.leg(1), tie.leg(2)
        is_level = first and first.final_score and len(set(first.final_score)) == 1
        is_over = leg == 2 and second and second.final_score
        if not is_level or is_over:
            return None
    return case.records.ties[0][0].leg(1) if case.records.ties else None


def is_denied(case, sentence, found):
    """“No advantage”, “ne donne d’avance à personne”; not “not … deficit … again”."""
    before = case.text.text[max(sentence.start, found.start() - 40) : found.start()]
    return bool(NOT.search(before))


def on_outcome(case):
    """Kind 7: through before the tie is decided, or the wrong team through."""
    if not case.records.ties:
        return
    winners = {tie.outcome.winner for tie, _leg in case.records.ties}
    for sentence, found in case.text.find(THROUGH):
        if is_no_statement(case, sentence, found):
            continue
        if winners == {None}:
            says = _("The tie is not decided: nobody is through yet.")
            yield case.found(Check.TIE, found.span(), says, "undecided")
        elif (told := told_through(case, sentence, found)) and told not in winners:
            yield wrong_team(case, found)


def is_no_statement(case, sentence, found):
    before = case.text.text[max(sentence.start, found.start() - 40) : found.start()]
    said = sentence.text
    is_aimed = bool(AIM.search(before)) or bool(NOT.search(before))
    unreal = UNREAL.search(said) or AHEAD.search(before) or SEASON.search(said)
    return is_aimed or bool(unreal) or bool(case.foreign_clubs(sentence.span))


def told_through(case, sentence, found):
    """The club the words send through, where they name it just before; else None."""
    named = case.text.within(case.text.clubs, (sentence.start, found.start()))
    near = [one for one in named if found.start() - one.end < 30]
    if not near or len({one.team for one in near}) != 1 or OUT.search(found.group()):
        return None
    return near[-1].team if near[-1].team in case.records.clubs else None


def wrong_team(case, found):
    tie = case.records.ties[0][0]
    winner = tie.team_a if tie.outcome.winner == tie.team_a_id else tie.team_b
    language = get_language()
    says = _("%(team)s went through: %(aggregate)s.") % {
        "team": the_team(winner, language=language).capitalize()
        if winner.article_fr and language == "fr"
        else the_team(winner, language=language),
        "aggregate": aggregate(tie, language=language),
    }
    return case.found(Check.TIE, found.span(), says, f"winner {winner.pk}")


def on_away_goals(case):
    """Kind 7: away goals, in a tie that does not count them."""
    ties = [tie for tie, _leg in case.records.ties]
    if not ties or any(tie.applies_away_goals for tie in ties):
        return
    for sentence, found in case.text.find(AWAY_GOALS):
        said = sentence.text
        if NOT.search(said) or GONE.search(said) or SEASON.search(said):
            continue
        if case.foreign_clubs(sentence.span):
            continue
        says = _("Away goals do not count double in %(season)s.")
        says %= {"season": ties[0].stage.season}
        yield case.found(Check.TIE, found.span(), says, "no away goals")
