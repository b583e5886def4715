"""The page of a match with 200 events and 100 quotes, and what a poll of it costs."""

import time
from functools import partial

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from matches.models import Match
from tests.bench import measure, say
from tests.factories import (
    embed,
    make_article,
    make_event,
    make_match,
    make_person,
    make_quote,
    publish,
)

EVENTS, QUOTES = 200, 100
KINDS = ["goal", "yellow_card", "substitution", "woodwork", "goal_disallowed"]


PATIENCE = 40


def main():
    call_command("migrate", verbosity=0)
    match, client = long_match(), Client(SERVER_NAME="localhost")
    page, fragment = match.get_absolute_url(), f"/fr/matches/{match.pk}/live/"
    for name, address in {"page": page, "fragment": fragment}.items():
        with CaptureQueriesContext(connection) as queries:
            size = len(client.get(address).content) / 1024
        say(f"{name}: {len(queries)} queries, {size:.1f} kB of HTML")
        ask = partial(client.get, address)
        measure(f"  {EVENTS} events, {QUOTES} quotes", ask, times=PATIENCE)
        machine_time("  of the machine alone (goal 50)", ask, times=PATIENCE)
    mark = {"if-none-match": client.get(fragment)["ETag"]}
    ask = partial(client.get, fragment, headers=mark)
    measure("unchanged, asked again", ask, times=5 * PATIENCE)


def machine_time(name, run, *, times):
    """What the processor spent, whatever else it was busy with."""
    start = time.process_time()
    for _time in range(times):
        run()
    say(f"{name:<44} {(time.process_time() - start) * 1000 / times:9.2f} ms")


def long_match() -> Match:
    """A live match; its quotes are in one public story of each language."""
    match = make_match(status="live", phase="second_half")
    people = [make_person(f"Prénom Nom{number}") for number in range(40)]
    for number in range(EVENTS):
        make_event(
            match=match,
            type=KINDS[number % len(KINDS)],
            team=match.home if number % 3 else match.away,
            person=people[number % 40],
            second_person=people[(number + 7) % 40],
            minute=1 + number % 45,
        )
    quotes = [make_quote(match=match, speaker=people[n % 40]) for n in range(QUOTES)]
    body = "<p>Texte.</p>" + "".join(map(embed, quotes))
    publish(make_article(match=match, body_fr=body, body_en=body))
    return match
