import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from articles.intake import propose
from articles.models import Article, AuditEntry, ClubPost, Quote
from tests.articles.raw_copy import CHANCES, FEAR, PIECE, make_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    return make_desk()


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "copy.txt"
    file.write_text(PIECE, encoding="utf-8")
    return file


def told(file, *options):
    out = io.StringIO()
    call_command("intake", str(file), *options, stdout=out)
    return out.getvalue()


def refusal(file, *options):
    with pytest.raises(CommandError) as refused:
        told(file, *options)
    return refused.value.returncode, str(refused.value).replace(str(file), "copy.txt")


def test_json_is_the_proposal_and_nothing_is_saved(match, file):
    found = told(file, "--json")

    with translation.override("en"):
        assert json.loads(found) == propose(PIECE).as_json()
    assert f'"text": "{CHANCES}"' in found
    assert (Article.objects.count(), Quote.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]
)
def test_file_is_read_in_its_encoding(match, file, encoding):
    text = PIECE if "utf" in encoding else PIECE.split("\n⏱")[0]
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    file.write_bytes(mark + text.encode(encoding))

    quotes = json.loads(told(file, "--json"))["quotes"]

    assert quotes[1]["text"] == CHANCES


def test_offsets_count_the_decoded_characters(match, file):
    file.write_bytes(PIECE.replace("\n", "\r\n").encode())

    last = json.loads(told(file, "--json"))["quotes"][-1]

    assert PIECE.replace("\n", "\r\n")[last["start"] : last["end"]] == FEAR


def test_copy_may_come_through_standard_input(match, monkeypatch):
    source = io.TextIOWrapper(io.BytesIO(PIECE.encode()))
    monkeypatch.setattr("sys.stdin", source)

    assert len(json.loads(told("-", "--json"))["posts"]) == 1


def test_report_is_for_people(match, file):
    lines = told(file).splitlines()

    assert lines[0] == "Language: French"
    assert lines[1] == "Fixtures: 1"
    assert lines[2].endswith(
        "Étoile de Brumeville 1-1 Racing Solane, 2\xa0May 2024, Cup"
    )
    assert (
        "  Paul Varenne, full, déclaré: On a eu nos chances. Il reste un match" in lines
    )
    assert lines[-1].endswith("Nothing is saved; --save makes the draft.")


def test_save_makes_the_draft_and_tells_where(match, file):
    said = told(file, "--save")

    article = Article.objects.get()
    assert said.splitlines() == [
        f"Draft {article.pk}: “Varenne y croit encore” (report, fr), "
        "2 quotes and 1 post embedded, 1 quote left in the prose.",
        f"http://localhost:8000/admin/articles/article/{article.pk}/change/",
    ]
    assert (Quote.objects.count(), ClubPost.objects.count()) == (2, 1)
    assert set(AuditEntry.objects.values_list("user", flat=True)) == {None}


@pytest.mark.parametrize("option", ["--json", "--save"])
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The copy is empty."),
        (b"\x7fELF\x00\x00\x01", "The file is not text."),
        (b"\x01\x02\x03 abc \x04", "The file is not text."),
        (b"\xff\xfea", "The file is not text."),
        (b"x" * (5 * 1024 * 1024 + 1), "The file is larger than 5 MB."),
        (
            "La partita è finita e la squadra non ha vinto, ma è bello.".encode(),
            "The copy reads as Italian: intake takes French and English.",
        ),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(file, data, sentence, option):
    file.write_bytes(data)

    assert refusal(file, option) == (1, f"copy.txt: {sentence}")
    assert Article.objects.count() == 0


def test_missing_file_is_one_sentence(tmp_path):
    file = tmp_path / "copy.txt"

    assert refusal(file) == (1, "copy.txt: No such file or directory.")


def test_folder_is_one_sentence(tmp_path):
    with pytest.raises(CommandError, match=r": Is a directory\.$"):
        told(tmp_path)


def test_language_can_be_told(match, file):
    assert json.loads(told(file, "--json", "--language=en"))["language"] == "en"
