"""What a copy says of when, where and how a match was, and between whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from articles.embed_codes import NAMES, NUMBERS
from matches.models import Stage
from matches.names import fold

from .lines import Copy, Span
from .mentions import Mentions
from .proposal import FoundPost
from .register import Register

DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:er|st|nd|rd"
    rf"|th)?(?:\s+of)?\s+(?P<month>{NAMES})\b\.?(?:,?\s+(?P<year>20\d\d))?"
    rf"|\b(?P<month2>{NAMES})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?\b(?!:)(?:,?\s+(?P<year2>20\d\d))?"
    r"|\b(?P<day3>\d{1,2})/(?P<month3>\d{1,2})/(?P<year3>20\d\d)\b",
    re.IGNORECASE,
)
WEEKDAYS = {
    name: number
    for names in (
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "monday tuesday wednesday thursday friday saturday sunday",
    )
    for number, name in enumerate(names.split())
}
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
SCORE = re.compile(
    r"(?<![\d/.,:+-])(\d{1,2})\s?[-–—]\s?(\d{1,2})(?![\d/%’'′]|[.,:]\d"
    r"|[-–—]\d)(?!\s?(?:ans|h\b|years|pm\b|min))"
)
HASHTAG = re.compile(r"#(\w{4,30})")
LEGS = {
    1: re.compile(
        r"\b(?:match|finale|manche|quart|tour) aller\b"
        r"|\baller\b(?!\s?:)(?! [àaeécpvsj])(?<!va aller)|\b(?:first|opening)[- ]leg\b"
        r"(?!:)",
        re.IGNORECASE,
    ),
    2: re.compile(
        r"\b(?:match|finale|manche|quart|tour) retour\b|\bretour\b(?! (?:de|du|à|au|en"
        r"|sur|d[’']))|\b(?:second|return)[- ]leg\b"
        r"|\((?:match )?aller\s?:|\(first leg:?\s\d|\b(?:at|à|de) l[’']aller\b"
        r"|from the first"
        r" (?:leg|meeting)",
        re.IGNORECASE,
    ),
}
# A score that belongs to the other match of the tie.
REMINDED = re.compile(
    r"(?:aller\s?:?|first (?:leg|meeting):?|à l[’']aller"
    r"|last meeting:?)\W{0,3}\S{0,25}\W{0,2}$"
    r"|(?:aller\s?:|last meeting:)[^.\n]{0,40}$",
    re.IGNORECASE,
)
REMINDS = re.compile(
    r"\W{0,3}(?:\S+ )?(?:(?:from|in|at) the (?:first|opening|away|home) (?:leg|meeting)"
    r"|à l[’']aller"
    r"|au match aller|in (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b)",
    re.IGNORECASE,
)
AT_HOME = re.compile(
    r"^[^.!?\n]{0,60}\b(?:recev\w+|reçoi\w+|accueill\w+|host(?:s|ed|ing)?|welcom(?:e|es"
    r"|ed))\b"
    r"\s?(?:l[’']|le |la |les )?$",
    re.IGNORECASE,
)
AWAY = re.compile(
    r"^[^.!?\n]{0,60}(?:\b(?:(?:se (?:rend|déplac)\w*|en déplacement|vainqueurs?"
    r"|victoire"
    r"|succès|nul|défaite|battue?s?|tenue?s? en échec|gagn\w+|s[’']impos\w+|\d-\d\)?)"
    r"[^.!?\n]{0,30}\b(?:à|chez)|chez|sur (?:la pelouse|le terrain) d[eu]|point de"
    r"|away (?:to|at)|trip to|travel(?:s|led)? to|visit(?:s|ed)?|(?:won|win|lost|lose"
    r"|drew|draw|victory|defeat|beaten|\d-\d) (?:\d-\d )?(?:at|in))\s"
    r"(?:l[’']|le |la |les |de )?|\bpelouse d[’'])$",
    re.IGNORECASE,
)
PERHAPS_AWAY = re.compile(
    r"^[^.!?\n]{0,60}\b(?:à|at|in|d[’'])\s?(?:l[’']|le |la |les )?$", re.IGNORECASE
)
STAGES = {
    Stage.Kind.SEMI_FINALS: re.compile(
        r"\bdemi[- ]finales?\b|\bsemi[- ]?finals?\b", re.I
    ),
    Stage.Kind.QUARTER_FINALS: re.compile(
        r"\bquarts?(?: de finale)?\b|\bquarter[- ]?finals?\b", re.I
    ),
    Stage.Kind.ROUND_OF_16: re.compile(
        r"\bhuiti[èe]mes?\b|\bround of 16\b|\blast[- ]16\b", re.I
    ),
    Stage.Kind.FINAL: re.compile(
        r"(?<!demi-)(?<!demi )(?<!de )\bfinale\b"
        r"|(?<!semi-)(?<!semi )(?<!quarter-)\bfinal\b(?! (?:whistle|minutes|third))",
        re.I,
    ),
    Stage.Kind.PLAY_OFFS: re.compile(r"\bbarrages?\b|\bplay-?offs?\b", re.I),
    Stage.Kind.GROUP_STAGE: re.compile(
        r"\b(?:phase de (?:groupes|poules)|group stage|groupe [A-L]\b|group [A-L]\b)",
        re.I,
    ),
}
MATCHDAY = re.compile(
    r"\b(\d{1,2})(?:e|re|ère|ème) journée\b|\bmatchday (\d{1,2})\b|\b(?:journée|J"
    r"|round) ?(\d{1,2})\b",
    re.I,
)
PAIR = re.compile(
    r"\s?(?:[-–—]|v\.?|vs\.?)\s?(?:l[’']|le |la |les )?",
    re.I,
)


@dataclass
class Evidence:
    """What a copy says of when, what and how a match was."""

    days: set[date] = field(default_factory=set)
    dayless: set[tuple[int, int]] = field(default_factory=set)
    posted: set[date] = field(default_factory=set)
    weekdays: set[int] = field(default_factory=set)
    scores: list[tuple[int, int]] = field(default_factory=list)
    claimed: set[tuple[int, int]] = field(default_factory=set)
    stages: set[str] = field(default_factory=set)
    legs: list[int] = field(default_factory=list)
    matchdays: set[int] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    competitions: set[int] = field(default_factory=set)
    pairs: set[tuple[int, int]] = field(default_factory=set)
    perhaps: set[tuple[int, int]] = field(default_factory=set)
    weights: dict[int, float] = field(default_factory=dict)


def read(
    copy: Copy, mentions: Mentions, posts: list[FoundPost], taken: list[Span]
) -> Evidence:
    """Scores in `taken` (quotes) are left out: they may be hypothetical."""
    evidence = Evidence(tags={tag.lower() for tag in HASHTAG.findall(copy.text)})
    outside = "".join(free(copy.text, taken))
    for found in DAY.finditer(copy.text):
        read_day(found, evidence)
    spans = [(post.start, post.end) for post in posts]
    prose = "".join(free(copy.text, [Span(*span) for span in spans]))
    evidence.weekdays = {WEEKDAYS[day.lower()] for day in WEEKDAY.findall(prose)}
    evidence.posted = {post.posted_on for post in posts if post.posted_on}
    evidence.scores = list(scores(outside))
    evidence.claimed = {
        tuple(map(int, post.claimed_score.split("-")))
        for post in posts
        if post.claimed_score
    }
    evidence.stages = {
        kind for kind, pattern in STAGES.items() if pattern.search(copy.text)
    }
    evidence.legs = legs(copy.text)
    evidence.matchdays = {
        int(next(filter(None, groups))) for groups in MATCHDAY.findall(copy.text)
    }
    evidence.competitions = named_competitions(copy.text, mentions.register)
    evidence.pairs = set(pairs(copy, mentions))
    evidence.perhaps = set(perhaps(copy, mentions))
    evidence.weights = weights(mentions, len(copy.text))
    return evidence


def legs(text):
    """The legs named, the one named first before the other."""
    found = {leg: pattern.search(text) for leg, pattern in LEGS.items()}
    return sorted(
        (leg for leg in found if found[leg]), key=lambda leg: found[leg].start()
    )


def scores(text):
    """The scores told, without those of another match: “3-2 from the first leg”."""
    for found in SCORE.finditer(text):
        before, after = (
            text[max(0, found.start() - 50) : found.start()],
            text[found.end() :],
        )
        if not REMINDED.search(before) and not REMINDS.match(after[:60]):
            yield int(found[1]), int(found[2])


def read_day(found, evidence):
    groups = found.groupdict()
    year = groups["year"] or groups["year2"] or groups["year3"]
    number = int(groups["day"] or groups["day2"] or groups["day3"])
    month = groups["month"] or groups["month2"]
    month = NUMBERS[month.lower()] if month else int(groups["month3"])
    try:
        on = date(int(year or 2024), month, number)
    except ValueError:
        return
    if year:
        evidence.days.add(on)
    else:
        evidence.dayless.add((month, number))


def free(text, spans):
    """`text` without `spans`."""
    place = 0
    for start, end in sorted(spans):
        yield text[place : max(place, start)]
        place = max(place, end)
    yield text[place:]


def named_competitions(text, register):
    folded = f" {fold(text)} "
    return {
        competition.pk
        for competition in register.competitions
        for name in (
            competition.name_fr,
            competition.name_en,
            competition.short_name_fr,
            competition.short_name_en,
            *getattr(competition, "aliases", "").splitlines(),
        )
        if name and f" {fold(name)} " in folded
    }


def pairs(copy, mentions):
    """Who played at home where, as written: “OM – Atalanta”, “Lens reçoit Nice”."""
    for first, second in zip(mentions.teams, mentions.teams[1:], strict=False):
        between = copy.text[first.end : second.start]
        if first.team == second.team or len(between) > 80:
            continue
        if PAIR.fullmatch(between) or AT_HOME.match(between):
            yield first.team, second.team
        elif AWAY.match(between):
            yield second.team, first.team


def perhaps(copy, mentions):
    """Who perhaps played at home: “… à Brumeville” after another club."""
    for first, second in zip(mentions.teams, mentions.teams[1:], strict=False):
        if PERHAPS_AWAY.match(copy.text[first.end : second.start][:80]):
            yield second.team, first.team


def tagged(tags, register):
    """The teams that hashtags name together: #OMAtalanta."""
    return [
        team for tag in sorted(tags) for pair in split(tag, register) for team in pair
    ]


def split(tag: str, register: Register) -> Iterator[tuple[int, int]]:
    """The pairs of clubs, home and away, that a hashtag may stand for."""
    for home, spellings in register.compact.items():
        for spelling in spellings:
            rest = tag.removeprefix(spelling)
            if rest and rest != tag:
                named = clubs_spelled(rest, register)
                yield from ((home, away) for away in named if away != home)


def clubs_spelled(letters, register):
    return [
        club for club, spellings in register.compact.items() if letters in spellings
    ]


def weights(mentions, length):
    """How much of the copy each team is: its share of mentions, early ones double."""
    counts = {}
    for named in mentions.teams:
        early = 2 if named.start < max(400, length // 4) else 1
        counts[named.team] = counts.get(named.team, 0) + early
    total = sum(counts.values()) or 1
    return {team: count / total for team, count in counts.items()}
