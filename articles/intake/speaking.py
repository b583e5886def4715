"""Who is meant: a name, a role told of a club, a pronoun, or nobody named at all.

A role is the one that a membership gives on the day. A pronoun, “the 58-year-old” and a
quote without attribution mean whoever was spoken of last: the subject of a sentence or
the speaker of a quote, whichever stands nearest before.
"""

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from functools import cached_property

from matches.models import Membership, Person
from matches.names import fold

from .lines import Copy, Span
from .marks import Marked
from .mentions import Mentions
from .named import Named, within
from .naming import ANONYMOUS, GOVERNED

PLAYER = Membership.Role.PLAYER
REACH, NEAR = 60, 8  # sentences, or mentions, that are looked back on
LEADERS = (
    Membership.Role.HEAD_COACH,
    Membership.Role.PRESIDENT,
    Membership.Role.SPORTING_DIRECTOR,
)


@dataclass(frozen=True)
class Who:
    """A known person, or the name as the copy has it; why; with which role."""

    person: Person | None = None
    name: str = ""
    role: str = ""
    why: str = ""

    @property
    def key(self):
        return self.person.pk if self.person else fold(self.name)


@dataclass
class Speakers:
    """`copy` has lines of prose only; `roles` are the memberships valid on the day."""

    copy: Copy
    mentions: Mentions
    roles: list[Membership]
    quoted: list[Marked]
    spoken: list[tuple[int, Who]] = field(default_factory=list)

    def heard(self, who: Who, place: int):
        """Remembers the speaker of a quote that ends at `place`."""
        if who.key:
            self.spoken.append((place, who))

    def who(self, named: Named | None, place: int, *, why: str) -> Who:
        """Whom `named` means at `place`, with the reason `why` where it is a name."""
        if named is None:
            return self.last_before(place)
        if named.is_nobody:
            return Who(why="told of somebody without a name")
        if named.start < 0:
            return self.last_before(place)
        if named.is_pronoun:
            near = named.team and self.of_club(named)
            return near or self.last_before(named.start)
        if named.says_who:
            return self.by_name(named, why)
        return self.by_role(named)

    def by_name(self, named, why):
        people = self.narrowed(named) if len(named.people) > 1 else named.people
        if len(people) == 1:
            role = named.role or self.role_of(people[0])
            return Who(people[0], people[0].full_name, role, why)
        if people:
            return Who(role=named.role, why="several people have that name")
        return Who(name=named.name, role=named.role, why=why)

    def narrowed(self, named):
        """Those of the club told, else of the clubs that play, else named in full."""
        roles = [role for role in self.roles if role.person in named.people]
        for test in (lambda r: r.team_id == named.team, lambda r: r.role == named.role):
            roles = [role for role in roles if test(role)] or roles
        here = tuple(dict.fromkeys(role.person for role in roles))
        leaders = tuple({role.person for role in roles if role.role in LEADERS})
        if len(here) == 1 or len(leaders) == 1:
            return leaders if len(leaders) == 1 else here
        full = [one.people[0] for one in self.mentions.people if len(one.people) == 1]
        told = tuple(person for person in named.people if person in full)
        return told if len(told) == 1 else named.people

    def role_of(self, person):
        """The person's role on the day, or the only one they ever had."""
        roles = [role.role for role in self.roles if role.person == person]
        ever = {role.role for role in person.memberships.all()}
        return roles[0] if roles else (ever.pop() if len(ever) == 1 else "")

    def by_role(self, named):
        if named.is_former:
            return self.last_before(named.start)
        told = [role for role in self.roles if role.role == named.role]
        of_club = [role for role in told if role.team_id == named.team]
        people = list(dict.fromkeys(role.person for role in of_club))
        if named.team and len(people) == 1:
            return Who(
                people[0], people[0].full_name, named.role, "the role on that day"
            )
        if named.is_owned and not named.team:
            owned = self.of_club_near(named, told)
            if owned.key:
                return owned
        if near := self.with_role(named):
            return replace(near, role=named.role, why="named with that role before")
        if not named.team and named.role != PLAYER:
            return self.of_club_near(named, told)
        return Who(role=named.role, why="several people may have that role")

    def with_role(self, named):
        """Whoever was last spoken of before and has that role, and club where told."""
        heard = self.spoken[-1] if self.spoken else (0, Who())
        about = [one for one in latest(self.subjects, named.start) if one.says_who]
        is_latest = not about or about[0].start < heard[0]
        if is_latest and heard[1].role == named.role and not named.team:
            return heard[1]
        known = latest(self.known, named.start)
        near = (self.in_role(named, one) for one in (*about, *known))
        return next(filter(None, near), None)

    def in_role(self, named, one):
        """Who `one` is where that person may have the role; a stranger may."""
        who = self.by_name(one, "")
        role, teams = one.role or who.role, self.teams_of(who, one)
        is_club = not named.team or not teams or named.team in teams
        if who.key and role == named.role and is_club:
            return who
        return (
            who if who.name and not role and not named.team and not who.person else None
        )

    def of_club(self, named):
        """Whoever of the club was last spoken of: “la Solvançaise”."""
        for one in latest(self.everyone, named.start):
            who = self.by_name(one, "last of that club to be named")
            if who.key and named.team in self.teams_of(who, one):
                return who
        return None

    def teams_of(self, who, named):
        teams = {role.team_id for role in self.roles if role.person == who.person}
        return teams or ({named.team} if named.team else set())

    def of_club_near(self, named, told):
        """The holder of the role at the one club that the sentence before speaks of."""
        for sentence in self.sentences_before(named.start):
            clubs = within(self.mentions.teams, *sentence)
            clubs = [one for one in clubs if self.is_free(one)] or clubs
            held = {
                role.person
                for role in told
                for club in clubs
                if role.team_id == club.team
            }
            if len(held) == 1:
                person = held.pop()
                why = "the role, at the club named before"
                return Who(person, person.full_name, named.role, why)
            if held:
                break
        return Who(role=named.role, why="several people may have that role")

    @cached_property
    def sentences(self) -> list[Span]:
        lines = self.copy.lines
        return [Span(*one) for line in lines for one in self.copy.sentences(line)]

    def sentences_before(self, place):
        """Those of the prose that begin before `place`, the nearest first."""
        return latest(self.sentences, place)

    def is_free(self, team):
        """Whether a club is spoken of in its own right: not “par Harrowport”."""
        lead = self.mentions.copy.text[max(0, team.start - 24) : team.start]
        return not GOVERNED.search(lead)

    @cached_property
    def everyone(self) -> list[Named]:
        """All who are named outside quotation marks, in order; strangers in prose."""
        found = self.mentions.between(0, len(self.mentions.copy.text))
        prose = Spans(self.copy.lines)
        free = (o for o in found if o.says_who and not self.inside.hold(o.start))
        return [one for one in free if one.people or prose.hold(one.start)]

    @cached_property
    def known(self) -> list[Named]:
        return [one for one in self.everyone if one.people]

    @cached_property
    def about(self) -> dict[Span, Named | None]:
        """Whom each sentence of the prose is about, where it is about somebody."""
        return {one: self.subject(one, self.inside) for one in self.sentences}

    @cached_property
    def subjects(self) -> list[Named]:
        return [one for one in self.about.values() if one]

    def subject(self, sentence, inside):
        """The first person who is no object: named, in a leading role, or hidden."""
        start = sentence.start
        if ANONYMOUS.match(self.copy[sentence]) and not inside.hold(start):
            return Named(start, start, is_nobody=True)
        people = self.mentions.between(*sentence)
        told = (
            one
            for one in people
            if one.says_who or one.role in LEADERS or (one.role and one.team)
        )
        free = (one for one in told if not inside.hold(one.start))
        return next((one for one in free if self.is_subject(one, sentence)), None)

    def is_subject(self, named, sentence):
        start = max(sentence.start, named.start - 24)
        return not GOVERNED.search(self.mentions.copy.text[start : named.start])

    def last_before(self, place: int) -> Who:
        """Whoever was spoken of, or spoke, last before `place`."""
        number = bisect_left(self.subjects, place, key=lambda one: one.start)
        named = self.subjects[number - 1] if number else None
        line = self.copy.line_at(place)
        if one := self.told_before(line, place):
            named = one if named is None or named.start <= one.start else named
        spoken = self.spoken[-1] if self.spoken else None
        if spoken and (named is None or spoken[0] >= named.start):
            return replace(spoken[1], why="whoever spoke last")
        if named is None:
            return self.named_before(place)
        if named.is_nobody:
            return Who(why="told of somebody without a name")
        why = "whoever the sentence before is about"
        return replace(
            self.by_name(named, why) if named.says_who else self.by_role(named), why=why
        )

    def told_before(self, line, place):
        """Whom the nearest sentence before, in the paragraph, is about or names."""
        for sentence in self.sentences_before(place)[1:NEAR]:
            if sentence.start < line.start:
                break
            found = within(self.everyone, *sentence)
            subject = self.about[sentence]
            if subject or found:
                alone = [one for one in found if self.is_whole(one)]
                return subject or (alone[0] if len(alone) == 1 else None)
        return None

    def is_whole(self, named):
        """Not “Marchessou’s”: whose something is, is not spoken of."""
        return self.mentions.copy.text[named.end : named.end + 2] not in ("’s", "'s")

    @cached_property
    def inside(self):
        return Spans(one.outer for one in self.quoted)

    def named_before(self, place):
        people = latest(self.known, place)
        return self.by_name(people[0], "named before") if people else Who()

    def first_after(self, place: int) -> Who:
        """Whoever is named first after a headline."""
        for one in self.everyone:
            if one.start >= place:
                return self.by_name(one, "named after the headline")
        return Who()


def latest(found, place):
    """Those of `found` that begin before `place`, the nearest first, up to a reach."""
    last = bisect_left(found, place, key=lambda one: one.start)
    return found[max(0, last - REACH) : last][::-1]


class Spans:
    """Whether a place lies within one of some spans that do not overlap."""

    def __init__(self, spans):
        self.spans = sorted(spans)

    def hold(self, place):
        number = bisect_left(self.spans, place + 1, key=lambda span: span.start)
        return number > 0 and place < self.spans[number - 1].end
