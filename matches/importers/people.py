"""Whom a file names: by the provider's number, else by name within the club.

A person with a number who is nobody on file becomes a person; a bare name, often a
surname only, is never made one.
"""

from collections import defaultdict

from simple_history.utils import bulk_create_with_history

from matches.corrections import IMPORT
from matches.models import Appearance, MatchEvent, Membership, Person, PersonNumber
from matches.names import fold, slug


class People:
    """The people on file, by number, by full name and by club and name."""

    def __init__(self, source: str):
        self.source = source
        self.by_number, self.by_name = {}, defaultdict(set)
        self.in_team = defaultdict(set)
        self.slugs, self.new = set(), {}
        self.names = {}
        for person in Person.objects.all():
            self.learn(person)
        numbers = PersonNumber.objects.filter(provider=source)
        self.by_number = dict(numbers.values_list("number", "person_id"))
        self.numbered = set(self.by_number.values())
        for rows in (Membership.objects, Appearance.objects, MatchEvent.objects):
            pairs = rows.exclude(team=None).values_list("team_id", "person_id")
            for team, person in pairs.distinct():
                self.join(person, team)

    def learn(self, person):
        self.slugs.add(person.slug)
        aliases = person.aliases.splitlines()
        full = {fold(name) for name in (person.full_name, person.known_as, *aliases)}
        last = fold(person.full_name).split()[-1:]
        self.names[person.pk] = {*full, *last} - {""}
        self.by_name[fold(person.full_name)].add(person.pk)

    def join(self, person, team):
        for name in self.names.get(person, ()):
            self.in_team[team, name].add(person)

    def find(self, name: str, number: str, team) -> int | None:
        """The key of the person meant, if it is only one."""
        if number in self.by_number:
            return self.by_number[number]
        here = self.in_team.get((team and team.pk, fold(name)), set())
        everywhere = self.by_name.get(fold(name), set()) if number else set()
        for found in (here - self.numbered if number else here, everywhere):
            free = found - self.numbered if number else found
            if len(free) == 1:
                return next(iter(free))
        return None

    def settle(self, named: list[tuple]) -> None:
        """Makes a person of each (name, number, team) with a number that is nobody."""
        fresh = {}
        for name, number, team in named:
            if not number or number in self.by_number or number in fresh:
                continue
            if person := self.find(name, number, team):
                self.number(number, person)
            else:
                fresh[number] = (self.person(name), team)
        people = [person for person, _team in fresh.values()]
        bulk_create_with_history(people, Person, default_change_reason=IMPORT)
        for number, (person, team) in fresh.items():
            self.learn(person)
            self.new[number] = person.pk
            self.number(number, person.pk)
            if team:
                self.join(person.pk, team.pk)
        self.keep_numbers()

    def number(self, number, person):
        self.by_number[number] = person
        self.numbered.add(person)
        self.new[number] = person

    def keep_numbers(self):
        PersonNumber.objects.bulk_create(
            PersonNumber(provider=self.source, number=number, person_id=person)
            for number, person in self.new.items()
        )
        self.new = {}

    def person(self, name):
        wanted = slug(name)[:45].strip("-") or "person"
        free, count = wanted, 1
        while free in self.slugs:
            count += 1
            free = f"{wanted}-{count}"
        self.slugs.add(free)
        person = Person(slug=free, full_name=name)
        person.sort_name = " ".join(reversed(person.split_name))
        return person
