"""How fast 100,000 matches come in: `python -m tests.bench imports [--profile]`.

In seasons of 380, a file each, through the command; the same files again, then with
results; and all of them in one file. A machine busy elsewhere shows in the first
figure, not in the processor's.
"""

import cProfile
import hashlib
import io
import json
import pstats
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from matches.models import Match
from tests.bench import say
from tests.factories import make_competition

LEAGUES, SEASONS, CLUBS = 22, 12, 20
LETTERS = str.maketrans("0123456789", "ghijklmnop")


def main():
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with tempfile.TemporaryDirectory() as folder:
            run(Path(folder))
    finally:
        teardown_databases(databases, verbosity=0)
        connection.close()  # a database in memory outlives its teardown


def run(folder):
    for league in range(LEAGUES):
        make_competition(key=f"league-{league}", kind="league", name_en=str(league))
    timed("fixtures", folder, is_played=False)
    timed("results", folder, is_played=True)
    timed("the same again", folder, is_played=True)
    make_competition(key="one-file", kind="league", name_en="One file")
    path = folder / "all.json"
    path.write_text(season_file(317, date(2023, 8, 5), 50, is_played=True))
    told(
        f"one file, {path.stat().st_size >> 20} MB", bring, path, "one-file", "2023/24"
    )


def timed(name, folder, *, is_played):
    """All the seasons of all the leagues, one file after the other."""
    files = []
    for league in range(LEAGUES):
        for year in range(2000, 2000 + SEASONS):
            path = folder / f"{league}-{year}.json"
            start = date(year, 8, 5)
            path.write_text(season_file(CLUBS, start, league, is_played=is_played))
            files.append((path, f"league-{league}", f"{year}/{(year + 1) % 100:02}"))
    told(name, lambda: [bring(*file) for file in files])


def told(name, run, *arguments):
    profile = cProfile.Profile() if "--profile" in sys.argv else None
    before = Match.objects.count()
    start, worked = time.perf_counter(), time.process_time()
    profile.runcall(run, *arguments) if profile else run(*arguments)
    taken, worked = time.perf_counter() - start, time.process_time() - worked
    count = Match.objects.count()
    of = f"processor {worked:.1f} s, {count - before} new, {count} matches on file"
    say(f"{name:<28} {taken:8.1f} s  ({of})")
    if profile:
        pstats.Stats(profile, stream=sys.stdout).sort_stats("cumtime").print_stats(40)


def bring(path, competition, season):
    names = {"competition": competition, "season": season}
    call_command("import_matches", str(path), stdout=io.StringIO(), **names)


def season_file(clubs, start, league, *, is_played):
    """Everybody against everybody, at home and away, as football.json."""
    names = [club(league, number) for number in range(clubs)]
    pairs = [(home, away) for home in names for away in names if home != away]
    matches = [
        {
            "round": f"Matchday {number // (clubs // 2) % 99 + 1}",
            "date": str(start + timedelta(days=number * 300 // len(pairs))),
            "time": "20:00",
            "team1": home,
            "team2": away,
            "score": {"ht": [number % 2, 0], "ft": [2, number % 3]}
            if is_played
            else {},
        }
        for number, (home, away) in enumerate(pairs)
    ]
    return json.dumps({"name": "Invented", "matches": matches})


def club(league, number):
    """A name like no other's."""
    figures = hashlib.sha256(f"{league} {number}".encode()).hexdigest()
    return figures[:12].translate(LETTERS).title()
