"""Which matches a copy is about, the likeliest first, each with its reasons."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from articles.embed_codes import NAMES, NUMBERS
from matches.models import Match, Stage
from matches.names import fold

from .lines import Copy, Span
from .mentions import Mentions
from .proposal import FoundPost, Suggestion

MOST, LEAST = 5, 0.41
NEAR, FAR = 4, 10  # days between a match and a post before it, or about another
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
    r"(?<![\d/.,:+-])(\d{1,2})\s?[-–—]\s?(\d{1,2})(?![\d/.,:%’'′]\d?"
    r"|[-–—]\d)(?!\s?(?:ans|h\b|years|pm\b|min))"
)
HASHTAG = re.compile(r"#(\w{4,30})")
LEGS = {
    1: re.compile(
        r"\baller\b(?!\s?:)(?! [àaeécpvsj])(?<!va aller)|\b(?:first|opening)[- ]leg\b"
        r"(?!:)",
        re.IGNORECASE,
    ),
    2: re.compile(
        r"\bretour\b(?! (?:de|du|à|au|en|sur|d[’']))|\b(?:second|return)[- ]leg\b"
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


def suggest(
    copy: Copy,
    mentions: Mentions,
    *,
    posts: list[FoundPost],
    taken: Iterable[Span] = (),
) -> list[Suggestion]:
    """The matches that `copy` may be about; none where nothing but a club is named.

    Scores in `taken` (quotes) prove nothing: they may be hypothetical.
    """
    evidence = read(copy, mentions, posts, list(taken))
    teams = list(
        dict.fromkeys(
            [*mentions.team_ids[:8], *tagged(evidence.tags, mentions.register)]
        )
    )
    if not teams:
        return []
    days = {*evidence.days, *evidence.posted}
    found = mentions.register.matches(teams, days, evidence.dayless)
    found = [weighed(match, evidence, mentions.register) for match in found]
    likely = [one for one in found if one.likeness >= LEAST]
    order = sorted(
        likely,
        key=lambda one: (
            -one.likeness,
            -(one.match.kickoff_on or date.min).toordinal(),
        ),
    )
    return order[:MOST]


def read(copy, mentions, posts, taken):
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


def split(tag, register):
    for home, spellings in register.compact.items():
        for spelling in spellings:
            if tag.startswith(spelling) and len(spelling) < len(tag):
                rest = tag[len(spelling) :]
                for away, others in register.compact.items():
                    if away != home and rest in others:
                        yield home, away


def weights(mentions, length):
    """How much of the copy each team is: its share of mentions, early ones double."""
    counts = {}
    for named in mentions.teams:
        early = 2 if named.start < max(400, length // 4) else 1
        counts[named.team] = counts.get(named.team, 0) + early
    total = sum(counts.values()) or 1
    return {team: count / total for team, count in counts.items()}


def weighed(match: Match, evidence: Evidence, register) -> Suggestion:
    reasons = list(judgements(match, evidence, register))
    likeness = round(min(1.0, max(0.0, sum(weight for weight, _why in reasons))), 3)
    return Suggestion(
        match, likeness, tuple(why for weight, why in reasons if weight > 0)
    )


def judgements(match, evidence, register):
    """(weight, why) for each thing said of the match; negative where it disagrees."""
    yield from by_teams(match, evidence, register)
    yield from by_day(match, evidence)
    yield from by_round(match, evidence)
    yield from by_score(match, evidence)


def by_teams(match, evidence, register):
    sides = (match.home_id, match.away_id)
    told = [side for side in sides if side in evidence.weights]
    names = " – ".join(str(register.teams[side]) for side in sides)
    share = sum(evidence.weights.get(side, 0) for side in sides)
    tagged = {pair for tag in evidence.tags for pair in split(tag, register)}
    if len(told) == 2:
        yield 0.22 + 0.14 * share, f"teams: {names}"
    elif told:
        yield 0.2 * share, f"team: {register.teams[told[0]]}"
    if sides in tagged:
        yield 0.25, f"hashtag: {names}"
    elif sides[::-1] in tagged:
        yield 0.05, f"hashtag: {names}"
    if sides in evidence.pairs:
        yield 0.1, "home and away as written"
    elif sides[::-1] in evidence.pairs:
        yield -0.05, ""
    elif sides in evidence.perhaps:
        yield 0.04, "the place named"


def by_day(match, evidence):
    on = match.kickoff_on
    if not on:
        return
    yield from by_posts(on, evidence.posted)
    if on in evidence.days or (on.month, on.day) in evidence.dayless:
        yield 0.25, f"date: {on.isoformat()}"
    elif on + timedelta(days=1) in evidence.days:
        yield 0.12, "the eve of a date"
    elif evidence.days and distance(on, evidence.days) > FAR:
        yield -0.1, ""
    if on.weekday() in evidence.weekdays:
        yield 0.06, "day of the week"
    elif evidence.weekdays:
        yield -0.02, ""


def by_posts(on, posted):
    if on in posted or on + timedelta(days=1) in posted:
        yield 0.25, f"day of a post: {on.isoformat()}"
    elif any(0 < (on - day).days <= NEAR for day in posted):
        yield 0.05, "soon after a post"
    elif posted and distance(on, posted) > FAR:
        yield -0.25, ""


def distance(on, days):
    return min(abs((on - day).days) for day in days)


def by_round(match, evidence):
    if match.season.competition_id in evidence.competitions:
        yield 0.1, f"competition: {match.season.competition}"
    elif evidence.competitions:
        yield -0.05, ""
    if match.stage.kind in evidence.stages:
        yield 0.06, "stage"
    yield from by_leg(match.leg, evidence.legs)
    if match.matchday and match.matchday in evidence.matchdays:
        yield 0.12, f"matchday {match.matchday}"
    elif match.matchday and evidence.matchdays:
        yield -0.06, ""


def by_leg(leg, told):
    if not told:
        return
    if leg == told[0]:
        yield 0.16, "leg"
    elif leg in told:
        yield 0.02, "leg"
    else:
        yield -0.08, ""


def by_score(match, evidence):
    if not match.final_score:
        if evidence.scores:
            yield -0.05, ""
        return
    score = tuple(match.final_score)
    scores = {score, score[::-1]}
    if match.shootout:
        scores |= {tuple(match.shootout), tuple(match.shootout)[::-1]}
    told = evidence.scores
    if score in evidence.claimed:
        yield 0.08, f"score in a post: {score[0]}-{score[1]}"
    if scores & set(told):
        first = told and told[0] in scores
        yield (0.16 if first else 0.1), f"score: {score[0]}-{score[1]}"
    elif told:
        yield -0.1, ""
