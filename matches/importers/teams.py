"""Which team a spelling in a file means.

A spelling is looked up among the aliases and the names of the teams, as written and
then without the country UEFA's files add: "Atalanta (ITA)". What is found is
remembered as an alias. An unknown spelling makes a new team, unless it is near a team
the file does not name otherwise: then the import stops and proposes it, and an alias
settles the question. `X=Y` says that X is the team known as Y; `X=X` that X is new.
"""

import re
from difflib import SequenceMatcher

from matches.models import Team, TeamAlias
from matches.names import fold, slug

from .rows import Refused

COUNTRY = re.compile(r"\s*\(([A-Z]{3})\)$")
LEGAL_FORM = re.compile(
    r"\d+|a?fc|a[cs]|b[ks]c?|c[adf]|club|de|du|f[ck]|gnk|hsc|if|la|les?|nk|ogc?|osc"
    r"|rb|rcd?|s[cklv]|ssc?|tsv|ud|us|vf[bl]"
)
NEAR = 0.85
PROPOSED = 3


class Teams:
    """The teams on file, by every folded spelling they are known under."""

    def __init__(self):
        self.by_spelling: dict[str, Team] = {}
        self.aliases = set()
        teams = {team.pk: team for team in Team.objects.all()}
        for team in teams.values():
            for name in (team.name_fr, team.name_en):
                self.by_spelling.setdefault(fold(name or ""), team)
        for pk, folded in TeamAlias.objects.values_list("team_id", "folded"):
            self.by_spelling[folded] = teams[pk]
            self.aliases.add(folded)
        self.by_spelling.pop("", None)

    def find(self, spelling: str) -> Team | None:
        found = self.by_spelling.get(fold(spelling))
        return found or self.by_spelling.get(fold(without_country(spelling)))

    def settle(self, places: dict[str, str], aliases: dict[str, str]) -> None:
        """Makes every spelling of `places` (spelling → where) findable, or refuses."""
        self.take_aliases(aliases)
        unknown = sorted(s for s in places if not self.find(s))
        taken = {self.find(s) for s in places} - {None}
        free = set(self.by_spelling.values()) - taken
        new = {fold(name) for name, meant in aliases.items() if name == meant}
        doubts = [
            doubt(spelling, places[spelling], near)
            for spelling in unknown
            if not new & {fold(spelling), fold(without_country(spelling))}
            and (near := self.nearest(spelling, free))
        ]
        if doubts:
            raise Refused(*doubts)
        for spelling in unknown:
            self.find(spelling) or self.create(spelling)
        for spelling in sorted(places):
            self.remember(spelling, self.find(spelling))

    def take_aliases(self, aliases):
        for spelling, meant in aliases.items():
            if spelling == meant:
                continue
            team, owner = self.find(meant), self.by_spelling.get(fold(spelling))
            if not team:
                raise Refused(f"--alias {spelling}={meant}: no team is called {meant}")
            if owner and owner != team:
                raise Refused(f"--alias {spelling}={meant}: {spelling} is {owner.slug}")
            self.remember(spelling, team)

    def nearest(self, spelling, teams):
        """The teams of `teams` whose known names come close, the nearest first."""
        alike = {}
        for known, team in sorted(self.by_spelling.items()):
            if team in teams and (ratio := likeness(spelling, known)) >= NEAR:
                alike[team] = max(ratio, alike.get(team, 0))
        return sorted(alike, key=lambda team: -alike[team])[:PROPOSED]

    def create(self, spelling):
        name = without_country(spelling)
        country = COUNTRY.search(spelling)
        team = Team.objects.create(
            slug=free_slug(name),
            name_fr=name,
            name_en=name,
            country=country[1] if country else "",
        )
        self.by_spelling[fold(name)] = team
        self.remember(name, team)

    def remember(self, spelling, team):
        if fold(spelling) not in self.aliases:
            TeamAlias.objects.create(team=team, name=spelling)
            self.aliases.add(fold(spelling))
            self.by_spelling[fold(spelling)] = team


def without_country(spelling):
    return COUNTRY.sub("", spelling) or spelling


def doubt(spelling, place, near):
    names = [team.name_en or team.name_fr or team.slug for team in near]
    *others, last = names
    known = f"{', '.join(others)} or {last}" if others else last
    return (
        f'{place}: “{spelling}” may be {known}; say --alias "{spelling}={names[0]}", '
        f'or --alias "{spelling}={spelling}" for a new team'
    )


def likeness(spelling, known):
    """1 when one name holds the other's own words; else how alike they are written."""
    mine, theirs = own_words(fold(without_country(spelling))), own_words(known)
    if mine <= theirs or theirs <= mine:
        return 1
    match = SequenceMatcher(None, joined(mine), joined(theirs), autojunk=False)
    return match.ratio() if match.quick_ratio() >= NEAR else 0


def joined(words):
    return " ".join(sorted(words))


def own_words(folded):
    """The words that tell a club from others: no legal form, no founding year."""
    words = folded.split()
    own = {word for word in words if not LEGAL_FORM.fullmatch(word)}
    return own or set(words)


def free_slug(name):
    wanted = slug(name)[:45].strip("-") or "team"
    taken = set(Team.objects.values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return (
        wanted if wanted not in taken else next(n for n in numbered if n not in taken)
    )
