"""Round names, written freely in four languages, as stages of a season.

"Group A", "Gruppe G", "Semi-final, Leg 1 of 2", "Matchday 32", "Apertura Playoffs,
Round 1". A round that is not understood is refused, never guessed.
"""

import re
from dataclasses import dataclass

from matches.models import Competition, Stage
from matches.names import fold

from .rows import Refused

Kind = Stage.Kind

# (kind, rank in the season, what its folded name matches)
STAGES = [
    (Kind.QUALIFYING, 100, r"preliminary round|vorrunde|tour preliminaire"),
    (Kind.REGULAR_SEASON, 200, r"regular season|saison reguliere"),
    (Kind.GROUP_STAGE, 200, r"group stage|gruppenphase|phase de groupes"),
    (Kind.LEAGUE_PHASE, 200, r"league( phase| stage)?|ligaphase|phase de ligue"),
    (
        Kind.PLAY_OFFS,
        300,
        r"((knock ?out|relegation) ?(round|phase|stage)? )?play ?offs?( round)?"
        r"|zwischenrunde|barrages?",
    ),
    (
        Kind.ROUND_OF_64,
        400,
        r"(round of|last) 64|1 32 finals?|(trente deuxiemes|32es?) de finale",
    ),
    (
        Kind.ROUND_OF_32,
        500,
        r"(round of|last) 32|1 16 finals?|sechzehntelfinale?"
        r"|(seiziemes?|16es?) de finale",
    ),
    (
        Kind.ROUND_OF_16,
        600,
        r"(round of|last) 16|1 8 finals?|achtelfinale?|(huitiemes?|8es?) de finale",
    ),
    (
        Kind.QUARTER_FINALS,
        700,
        r"quarter ?finals?|1 4 finals?|viertelfinale?|quarts? de finale",
    ),
    (Kind.SEMI_FINALS, 800, r"semi ?finals?|1 2 finals?|halbfinale?|demi ?finales?"),
    (
        Kind.THIRD_PLACE,
        900,
        r"(match for )?(third|3rd) place( match| play ?off)?|spiel um platz 3"
        r"|petite finale",
    ),
    (Kind.FINAL, 1000, r"finals?|finale|endspiel"),
]
KNOCK_OUT = {kind for kind, rank, _pattern in STAGES if rank >= 300} | {Kind.QUALIFYING}
RANKS = {kind: rank for kind, rank, _pattern in STAGES}

NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
LEGS = {
    1: r"leg 1( of 2)?|(1st|first) leg|hinspiel|(match )?aller",
    2: r"leg 2( of 2)?|(2nd|second) leg|ruckspiel|(match )?retour",
}
GROUP = r"(?:group|gruppe|groupe) ([a-z]|\d\d?)"
QUALIFYING = r"(?:(\w+) )?(?:qualifying round|qualifikationsrunde)(?: (\d))?"
CUP_ROUND = rf"({'|'.join(NUMBERS)}) round"
HALVES = {
    1: r"apertura|opening stage",
    2: r"clausura|closing stage",
    3: r"(championship|title)( round| group| phase| stage)?|meisterrunde",
    4: r"relegation( round| group| phase| stage)?|abstiegsrunde",
}
MATCHDAY = (
    r"(?:matchday|journee|spieltag|jornada|giornata|week|round) (\d\d?)"
    r"|(\d\d?)(?:st|nd|rd|th|re|e|eme)? (?:matchday|journee|spieltag|round)"
)


@dataclass
class Round:
    kind: str = ""
    number: int = 0
    half: int = 0
    group: str = ""
    leg: int | None = None
    matchday: int | None = None
    name: str = ""

    @property
    def order(self):
        """Where the stage stands in its season."""
        return RANKS[self.kind] + 10 * self.half + self.number

    @property
    def is_knock_out(self):
        return self.kind in KNOCK_OUT


def read(text: str, *, competition: str) -> Round:
    """The round `text` names in a `competition` of this kind; raises Refused."""
    found = Round()
    written = re.split(r"[,|;·]| [-–] ", text)
    understood = all(take(fold(part), found, competition) for part in written)
    if not understood or not (found.kind or found.group or found.matchday):
        raise Refused(f"“{text}” is not a round this import knows")
    if not found.kind:
        found.kind = implied(found, competition)
    if found.half or (found.number and found.kind in KNOCK_OUT):
        found.name = stage_name(text, written, found)
    return found


def stage_name(text, written, found):
    """`text` without the matchday, which is not the stage's but the match's."""
    if found.matchday is None:
        return text
    kept = (part.strip() for part in written if not re.fullmatch(MATCHDAY, fold(part)))
    return ", ".join(kept)


def implied(found, competition):
    if found.group:
        return Kind.GROUP_STAGE
    if competition == Competition.Kind.LEAGUE:
        return Kind.REGULAR_SEASON
    return Kind.LEAGUE_PHASE


def take(part, found, competition):
    """Notes in `found` what `part` says; False when it is not understood."""
    part = take_leg(take_half(part, found), found)
    if not part or take_group(part, found) or take_stage(part, found):
        return True
    day = re.fullmatch(MATCHDAY, part)
    return bool(day) and take_number(int(day[1] or day[2]), part, found, competition)


def take_group(part, found):
    group = re.fullmatch(GROUP, part)
    found.group = group[1].upper() if group else found.group
    return group


def take_stage(part, found):
    if cup_round := re.fullmatch(CUP_ROUND, part):
        found.kind, found.number = Kind.QUALIFYING, 10 + NUMBERS[cup_round[1]]
        return True
    if qualifying := re.fullmatch(QUALIFYING, part):
        found.kind, found.number = Kind.QUALIFYING, number(qualifying)
        return True
    stage = stage_named(part)
    found.kind = stage or found.kind
    return stage


def take_half(part, found):
    """A season's half, or the part of it that only some of its teams play."""
    for half, words in HALVES.items():
        if said := re.match(rf"(?:{words})\b", part):
            rest = part[said.end() :].strip()
            if half < 3 or not rest:
                found.half, found.kind = half, Kind.REGULAR_SEASON
                return rest
    return part


def take_leg(part, found):
    for leg, words in LEGS.items():
        if said := re.fullmatch(rf"(.*?) ?\b(?:{words})", part):
            found.leg = leg
            return said[1]
    return part


def take_number(value, part, found, competition):
    """A round of a cup has no number of its own, but one of its play-offs may."""
    if found.kind in KNOCK_OUT:
        found.number = value
        return True
    if "round" in part and competition != Competition.Kind.LEAGUE:
        return False
    found.matchday = value
    return value > 0


def number(qualifying):
    word = qualifying[2] or qualifying[1] or "0"
    digits = re.match(r"\d", word)
    return int(digits[0]) if digits else NUMBERS.get(word, 0)


def stage_named(part):
    return next(
        (k for k, _r, names in STAGES if part and re.fullmatch(names, part)), ""
    )
