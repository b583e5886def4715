"""A match on a night of its own, run as an operator of the live desk would."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from matches.live.acts import Act
from matches.live.entering import enter
from matches.models import Match, MatchEvent
from tests.factories import make_match, make_stage, make_user

NIGHT = datetime(2024, 5, 2, 19, 0, tzinfo=UTC)


class Desk:
    """One operator at one match; `after` is in minutes since the kick-off."""

    def __init__(self, match=None, *, by=None, start=NIGHT):
        self.match = match or make_match(stage=make_stage())
        self.by, self.start = by or make_user(is_superuser=True), start

    def act(self, kind, *, after=0, **told):
        at = self.start + timedelta(minutes=after)
        key = told.pop("key", None) or uuid4()
        self.last = Act(key=key, kind=kind, at=at, **told)
        enter(self.match.pk, self.last, by=self.by, at=at)
        return self.last

    def step(self, step, *, after=0, **told):
        return self.act("step", step=step, after=after, **told)

    def event(self, type_, side="home", minute="11", **told):
        return self.act("event", type=type_, side=side, minute=minute, **told)

    def undo(self, act, **told):
        return self.act("undo", target=act.key, **told)

    def steps(self, *names):
        for number, name in enumerate(names):
            self.step(name, after=number * 5)

    @property
    def now(self):
        return Match.objects.get(pk=self.match.pk)

    @property
    def events(self):
        return list(MatchEvent.objects.filter(match=self.match).in_order())

    @property
    def clocks(self):
        return [f"{event.period} {event.clock}".strip() for event in self.events]
