"""What no file can do: a traceback, or half an import."""

import io
import json
import random
import re

import pytest
from django.core.management import CommandError, call_command

from matches.models import Match, Season, Team, TeamAlias
from tests.matches.importers import leagues

WRITERS = {
    "football.json": leagues.football_json,
    "football.txt": leagues.football_txt,
    "football-data": leagues.football_data,
}
LEAGUE = leagues.LEAGUES[1]
MUTATIONS = 170  # of each format
SCRAPS = ['"', "{", "]", "-", "NaN", "null", "0", "99999", "\\ud800", "é", "[", " v "]
SCRAPS += ["\x00", "\u202e", "(", ";", "@", "=", "\n", "2023-02-30", "1e400", "'"]


@pytest.fixture
def folder(db, tmp_path):
    LEAGUE.make()
    return tmp_path


def counts():
    return [rows.objects.count() for rows in (Match, Season, Team, TeamAlias)]


def bring(path, form):
    """What is said of the file; nothing is kept of it, taken or refused."""
    names = {"competition": LEAGUE.key, "season": LEAGUE.label, "format": form}
    out = io.StringIO()
    try:
        call_command("import_matches", str(path), dry_run=True, stdout=out, **names)
    except CommandError as refused:
        return str(refused)
    return out.getvalue()


def mutated(text, chance):
    for _time in range(chance.randint(1, 4)):
        start = chance.randrange(len(text))
        end = start + chance.choice([0, 0, 1, 3, 40])
        text = text[:start] + chance.choice(["", *SCRAPS]) + text[end:]
    return text


def short(text, form):
    """Eight matches are enough to break."""
    if form == "football.txt":
        return "\n".join(text.split("\n")[:27])
    document = json.loads(text)
    return json.dumps(document | {"matches": document["matches"][:8]})


@pytest.mark.parametrize("form", WRITERS)
def test_mutated_files_are_taken_or_refused(folder, form):
    chance, text = random.Random(form), short(WRITERS[form](LEAGUE), form)
    path = folder / "mutated"

    for _mutation in range(MUTATIONS):
        path.write_bytes(mutated(text, chance).encode(errors="surrogatepass"))
        assert re.search(
            r"\d+ refused(: nothing is changed\.)?\Z", bring(path, form).strip()
        )

    assert counts() == [0, 0, 0, 0]


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 1000,
        b"\xff\xfe{\x00}\x00",
        "é".encode("cp1252"),
        b"[" * 50_000,
        b"{" * 50_000,
        b'{"matches": [[[]]]}',
        b'{"matches": [null, 1, "x", []]}',
        b'{"matches": NaN}',
        b'{"matches": [], "matches": []}',
        b'{"matches": [{"team1": "\\ud800"}], "homeTeam": "\\ud800"}',
        b"\n" * 100_000,
        b"(" * 50_000,
        b"= 9999/99\n" * 1000,
        b"1-1 " * 50_000,
        ("A v " * 20_000).encode(),
    ],
    ids=range(16),
)
def test_files_that_are_no_match_list_are_refused(folder, form, data):
    path = folder / "hostile"
    path.write_bytes(data)

    assert bring(path, form).endswith(" refused: nothing is changed.")


@pytest.mark.parametrize("form", WRITERS)
def test_byte_order_mark_is_no_obstacle(folder, form):
    path = folder / "marked"
    path.write_bytes(b"\xef\xbb\xbf" + WRITERS[form](LEAGUE).encode())

    assert "57 created" in bring(path, form)
