"""Visits every address and tells what it gives away that it should not."""

import logging
from collections import Counter
from contextlib import contextmanager
from fnmatch import fnmatchcase
from unittest import mock

from django.core import mail
from django.test import Client, override_settings

from articles.mail import said_of_assignment, said_of_mention, send
from articles.models import Assignment, Edition, Mention, Photo
from articles.models.edition_queryset import EditionQuerySet
from newsroom.roles import roles
from tests.factories import make_member, make_user

from .addresses import (
    desk_addresses,
    desk_questions,
    public_addresses,
    questions,
)
from .desk import Desk
from .markers import Markers, mark_everything
from .rows import complete
from .surfaces import belongs_on, reached
from .visiting import Answer, Visitor, ask, read

CLOSED = {404, 405, 410, 429}
LOCAL_MAIL = "django.core.mail.backends.locmem.EmailBackend"
# An e-mail of the desk has the title of a story, and who writes
IN_MAIL = ("articles.Article.title_*", "auth.User.*_name", "auth.User.username")


class Sweep:
    """A newsroom with a marker in every text, and what was found of them where.

    `leaks` and `faults` are sentences; `found` counts (marker, name of the route).
    """

    def __init__(self, log, *, seed, in_scene):
        self.desk = Desk.made(in_scene=in_scene)
        complete()
        self.markers, self.seed, self.log = Markers(seed), seed, log
        mark_everything(self.markers)
        self.responses, self.statuses = 0, Counter()
        self.leaks, self.faults, self.names = [], [], set()
        self.found, self.marks = Counter(), {}

    def hide(self, ways, *, only="*", user=None, with_questions=False):
        """What `user` (None: a reader) gets while the stories are not public."""
        found = {a: r for a, r in self.addresses().items() if fnmatchcase(r.name, only)}
        if user:  # who may see the pictures of the desk sees them there
            found = {a: r for a, r in found.items() if r.name != "media"}
        if with_questions:
            found |= questions(found)
        allowed = self.markers.of(self.desk.shown())
        closed = () if user else self.closed()
        for way in ways:
            for answer in self.walk(found, way, allowed, user=user):
                if answer.address.startswith(closed) and answer.status not in CLOSED:
                    self.leaks.append(f"{answer.status} {way} {answer.address}")

    def addresses(self):
        return public_addresses(self.desk.tokens)

    def closed(self) -> tuple[str, ...]:
        """How the addresses begin where a reader finds nothing."""
        editions = [f"/{code}/articles/{pk}/" for pk, code in self.desk.closed()]
        shown = {row.pk for row in self.desk.shown() if isinstance(row, Photo)}
        photos = Photo.objects.exclude(pk__in=shown).values_list("image", flat=True)
        previews = [f"/{code}/preview/" for code in ("fr", "en")]
        return (*editions, *previews, *(f"/media/{name}" for name in photos))

    def walk(self, found, way, allowed, *, user=None):
        """Gives the answer of each address, then goes wherever the pages lead."""
        client, statuses, links = Visitor(user), {}, {}
        for address, route in found.items():
            answer = self.visit(client, address, way, allowed, name=route.name)
            statuses[address] = answer.status
            if answer.status == 200:
                links |= dict.fromkeys(answer.links, address)
            yield answer
        for link in sorted(links.keys() - statuses.keys()):
            statuses[link] = self.visit(client, link, way, allowed).status
        dead = [link for link in links if statuses[link] in {404, 410}]
        self.faults += [f"{links[link]} leads nowhere: {link}" for link in dead]

    def visit(self, client, address, way, allowed=frozenset(), *, name="", **headers):
        answer = ask(client, address, way, **headers)
        return self.take(answer, allowed, name=name, who=client.who)

    def take(self, answer: Answer, allowed=frozenset(), *, name, who="") -> Answer:
        """Counts an answer, with what was logged meanwhile; what leaks is kept."""
        self.responses += 1
        self.statuses[answer.status] += 1
        self.names.add(name)
        given = answer.given(self.markers, self.log.told())
        if answer.status >= 500 and name != "error":
            self.faults.append(f"{answer.status} {answer.way} {answer.address}{who}")
        for marker in sorted(given - {*allowed}):
            place = self.markers.places[marker]
            self.leaks.append(f"{place.field} {answer.way} {answer.address}{who}")
        self.found.update((marker, name) for marker in given)
        return answer

    def guard_desk(self, *, most):
        """What the desk keeps from who is not signed in, or has not that role."""
        found = desk_addresses(most=most) | desk_questions()
        found = {a: r for a, r in found.items() if "logout" not in a}
        strangers = [None, make_user()]
        for user in [*strangers, *(make_member(role) for role in roles())]:
            client, allowed = Visitor(user), self.read_by(user)
            for way in ("french", "post") if user in strangers else ("french",):
                for address, route in found.items():
                    self.visit(client, address, way, allowed, name=route.name)

    def read_by(self, user) -> set[str]:
        """The markers that someone of the desk may meet there."""
        if user is None or not user.groups.exists():
            return set()
        is_reading = user.has_perm("articles.view_auditentry")
        who = {"read", "desk"} | ({"log"} if is_reading else set())
        return {m for m, place in self.markers.places.items() if place.who in who}

    def fail(self):
        """The bodies of refusals: 400, 403, 404 and 500 (410 is that of a story)."""
        client, checked = Visitor(), Client(enforce_csrf_checks=True)
        self.visit(client, "/fr/", "french", name="error", host="elsewhere.example")
        for address in ("/fr/nothing/", "/nothing/", "/static/nothing"):
            self.visit(client, address, "french", name="error")
        refused = checked.post("/admin/login/", {"username": "x"})
        self.take(read(refused, "/admin/login/", "post"), name="error")
        with mock.patch.object(EditionQuerySet, "public_in", side_effect=OSError):
            for address in ("/fr/", "/en/articles/"):
                self.visit(client, address, "french", name="error")

    def write(self) -> int:
        """How many e-mails of the desk were read: each holds a title and who writes."""
        person, mail.outbox = make_user(email="someone@tribune.example"), []
        with override_settings(EMAIL_BACKEND=LOCAL_MAIL):
            for about in Assignment.objects.all():
                send(person, said_of_assignment, about)
            for about in Mention.objects.all():
                send(person, said_of_mention, about)
        for letter in mail.outbox:
            for marker in self.markers.found(letter.subject, letter.body):
                field = self.markers.places[marker].field
                if not any(fnmatchcase(field, pattern) for pattern in IN_MAIL):
                    self.leaks.append(f"{field} in an e-mail")
        return len(mail.outbox)

    def publish(self):
        """Lets everything out; gives the pairs of word and surface, and those lost."""
        self.desk.come_out()
        self.found.clear()
        out = self.out()
        for answer in self.walk(self.addresses(), "french", out):
            had_words = bool(answer.given(self.markers))
            self.marks[answer.address] = (answer.mark, had_words)
        places = self.markers.places
        belong = {(m, name) for m in out for name in belongs_on(places[m].field)}
        return belong, belong - self.found.keys()

    def out(self) -> set[str]:
        """What readers may read once everything is out."""
        places = self.markers.places
        found = {m for m, place in places.items() if place.field == RELEASE_NOTE}
        found |= self.markers.of([r for s in self.desk.stories for r in s.still()])
        for row, code in self.desk.read():
            mine = self.markers.of([row])
            found |= {m for m in mine if not places[m].field.endswith(OTHERS[code])}
        return found

    def withdraw(self):
        """Takes everything back: nothing stays, whoever holds a mark of it."""
        self.desk.withdraw()
        told = [row for story in self.desk.stories for row in story.told()]
        allowed = self.markers.of([self.desk.notices[0], *told])
        client = Visitor()
        having = [(a, mark) for a, (mark, had_words) in self.marks.items() if had_words]
        for address, mark in having:
            known = {"if-none-match": mark} if mark else {}
            answer = self.visit(client, address, "since", allowed, **known)
            if answer.status == 304:
                self.leaks.append(f"304 of what is withdrawn: {address}")

    def seen_on_desk(self) -> tuple[set, set]:
        """(fields found there by who may read them, all that somebody may)."""
        found = [marker for marker, name in self.found if name.startswith("admin:")]
        places = self.markers.places
        readable = {
            p.field for p in places.values() if p.who in {"read", "desk", "log"}
        }
        return {places[marker].field for marker in found} & readable, readable

    def surfaces(self):
        """(those swept, those that the newsroom does not have)."""
        return reached(self.names)

    def fields_lost(self, lost) -> dict[tuple[str, str], int]:
        """(field, surface) → how many of its words were not found there."""
        return Counter((self.markers.places[m].field, name) for m, name in lost)


RELEASE_NOTE = "articles.Release.note"
OTHERS = {"fr": "_en", "en": "_fr"}


class Logged(logging.Handler):
    """What was logged since it was last asked."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))

    def told(self) -> str:
        lines, self.lines = self.lines, []
        return "\n".join(lines)


@contextmanager
def sweeping(*, seed, in_scene=1):
    """A Sweep in the database there is: not one that anybody writes in."""
    log, root = Logged(), logging.getLogger()
    others, root.handlers = root.handlers, [log]  # thousands of “Not Found”
    try:
        yield Sweep(log, seed=seed, in_scene=in_scene)
    finally:
        root.handlers = others


@contextmanager
def open_gate():
    """A newsroom whose gate forgets the hour: what a sweep has to see."""

    def public_in(self, languages, *, at=None):
        return self.filter(
            language__in=languages,
            status=Edition.Status.PUBLISHED,
            public_from__isnull=False,
        )

    with mock.patch.object(EditionQuerySet, "public_in", public_in):
        yield
