"""Football shorthand, written in each language from the record (never translated).

French press "1-0 a.p., 4-2 t.a.b.", "11e", "45e+2", "(s.p.)", "(c.s.c.)"; English
"1-0 aet, 4-2 on pens", "11'", "45+2'", "(pen)", "(og)". Scores read home-away in
labels; a sentence puts the winner's goals first.
"""

from .models import Match, MatchEvent, Score, Team, Tie
from .names import fold
from .ties import AWARDED, AWAY_GOALS, PENALTIES

Type = MatchEvent.Type

AFTER_EXTRA_TIME = {"fr": "a.p.", "en": "aet"}
ON_PENALTIES = {"fr": "t.a.b.", "en": "on pens"}
AWARD = {"fr": "sur tapis vert", "en": "awarded"}
WALKOVER = {"fr": "par forfait", "en": "w/o"}
HALF_TIME = {"fr": "({score})", "en": "(HT {score})"}
FIRST_LEG = {"fr": "aller\N{NO-BREAK SPACE}: {score}", "en": "first leg {score}"}
ON_AGGREGATE = {"fr": "sur l’ensemble des deux matchs", "en": "on aggregate"}
SUFFIXES = {
    Type.PENALTY_GOAL: {"fr": "(s.p.)", "en": "(pen)"},
    Type.OWN_GOAL: {"fr": "(c.s.c.)", "en": "(og)"},
}
KICKS = {
    Type.SHOOTOUT_SCORED: {"fr": "réussi", "en": "scored"},
    Type.SHOOTOUT_MISSED: {"fr": "manqué", "en": "missed"},
    Type.SHOOTOUT_SAVED: {"fr": "arrêté", "en": "saved"},
    Type.SHOOTOUT_POST: {"fr": "sur le poteau", "en": "hit the woodwork"},
}
OF = {"": "de ", "l’": "de l’", "le ": "du ", "la ": "de la ", "les ": "des "}
AT = {"": "à ", "l’": "à l’", "le ": "au ", "la ": "à la ", "les ": "aux "}


def clock(event: MatchEvent, *, language: str) -> str:
    """11e, 1re, 45e+2 · 11', 45+2'; empty for a kick of a shoot-out."""
    if event.minute is None:
        return ""
    added = f"+{event.added}" if event.added else ""
    if language == "fr":
        ordinal = "re" if event.minute == 1 else "e"
        return f"{event.minute}{ordinal}{added}"
    return f"{event.minute}{added}'"


def event_suffix(event: MatchEvent, *, language: str) -> str:
    """(s.p.), (c.s.c.) · (pen), (og); empty for other events."""
    return SUFFIXES.get(event.type, {}).get(language, "")


def shootout_kick(event: MatchEvent, *, language: str) -> str:
    """What became of a kick of a shoot-out."""
    return KICKS.get(event.type, {}).get(language, "")


def decided(match: Match, *, language: str) -> str:
    """What follows the score: “a.p., 4-2 t.a.b.”, “(4-2 on pens)”, “awarded”."""
    said = [AFTER_EXTRA_TIME[language]] if match.extra_time else []
    if match.shootout:
        won = kicks(match, language=language)
        said.append(won if said else f"({won})")
    if match.status == Match.Status.AWARDED:
        said.append((WALKOVER if match.is_walkover else AWARD)[language])
    return ", ".join(said)


def kicks(match: Match, *, language: str) -> str:
    """“4-2 t.a.b.”, “4-2 on pens”; empty without a shoot-out."""
    return f"{match.shootout} {ON_PENALTIES[language]}" if match.shootout else ""


def score(match: Match, *, language: str) -> str:
    """“1-1 (1-1)”, “1-1 (HT 1-1)”, “3-2 a.p.”; empty when there is none."""
    if not match.final_score:
        return ""
    after = decided(match, language=language)
    if not after and match.half_time:
        after = HALF_TIME[language].format(score=match.half_time)
    return f"{match.final_score} {after}".strip()


def first_leg(match: Match, *, language: str) -> str:
    """“aller : 1-2”, “first leg 1-2” for a second leg; else empty."""
    first = match.tie.leg(1) if match.tie_id and match.leg == 2 else None
    if not first or not first.final_score:
        return ""
    return FIRST_LEG[language].format(score=first.final_score)


def aggregate(tie: Tie, *, language: str) -> str:
    """“Atalanta 4-1 on aggregate”; empty until both legs are played.

    A level tie says who went through and how: “2-2 on aggregate, Marseille won 4-2
    on penalties”.
    """
    outcome = tie.outcome
    if outcome.decided_by == AWARDED:
        return award(winner_of(tie), language=language)
    if tie.legs != 2 or outcome.played < 2:
        return ""
    goals = sorted((outcome.goals_a, outcome.goals_b), reverse=True)
    total = f"{Score(*goals)} {ON_AGGREGATE[language]}"
    if outcome.goals_a != outcome.goals_b:
        return f"{name(winner_of(tie), language=language)} {total}"
    return f"{total}{how_decided(tie, language=language)}"


def how_decided(tie, *, language):
    team, by = winner_of(tie), tie.outcome.decided_by
    if by not in {PENALTIES, AWAY_GOALS}:
        return ""
    if by == PENALTIES:
        kicks = next(leg.shootout for leg in tie.matches.all() if leg.shootout)
        won = Score(*sorted(kicks, reverse=True))
        said = {
            "fr": f"{wins(team)} {won} aux tirs au but",
            "en": f"won {won} on penalties",
        }
    else:
        said = {
            "fr": f"{goes_through(team)} grâce aux buts marqués à l’extérieur",
            "en": "through on away goals",
        }
    return f", {the_team(team, language=language)} {said[language]}"


def wins(team):
    return "l’emportent" if team.article_fr == "les " else "l’emporte"


def goes_through(team):
    return "passent" if team.article_fr == "les " else "passe"


def award(team, *, language):
    if language == "fr":
        return f"qualification attribuée {at_team(team, language=language)}"
    return f"tie awarded to {name(team, language=language)}"


def winner_of(tie):
    return tie.team_a if tie.outcome.winner == tie.team_a_id else tie.team_b


def name(team: Team, *, language: str) -> str:
    """What score lines call a team in `language`."""
    short, full = (getattr(team, f"{f}_{language}") for f in ("short_name", "name"))
    return short or full or team.slug


def the_team(team: Team, *, language: str) -> str:
    """“l’OM”, “le PSG”, “Monaco”; the bare name in English."""
    article = team.article_fr if language == "fr" else ""
    return f"{article}{name(team, language=language)}"


def of_team(team: Team, *, language: str) -> str:
    """“de l’OM”, “du PSG”, “de Monaco”, “d’Arsenal” · “of Marseille”."""
    called = name(team, language=language)
    if language != "fr":
        return f"of {called}"
    if not team.article_fr and fold(called)[:1] in "aeiou":
        return f"d’{called}"
    return f"{OF[team.article_fr]}{called}"


def at_team(team: Team, *, language: str) -> str:
    """“à l’OM”, “au PSG”, “à Monaco” · “to Marseille”."""
    called = name(team, language=language)
    return f"{AT[team.article_fr]}{called}" if language == "fr" else f"to {called}"
