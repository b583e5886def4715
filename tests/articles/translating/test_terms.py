from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.models import Term
from articles.translating.terms import SHIPPED, import_terms
from matches.importers.rows import Refused

HEAD = "id,domain,fr,en_gb,fr_variants,note\n"
ROW = "stoppage_time,time,temps additionnel,stoppage time,arrêts de jeu; ADJ,\n"
pytestmark = pytest.mark.django_db


def imported(*rows):
    report = import_terms(HEAD + "".join(rows))
    return str(report).removesuffix(", 0 refused"), report.kept


def test_the_shipped_glossary_comes_in_whole_and_once():
    text = SHIPPED.read_text(encoding="utf-8")
    first, second = import_terms(text), import_terms(text)

    assert str(first) == "220 created, 0 updated, 0 unchanged, 0 refused"
    assert str(second) == "0 created, 0 updated, 220 unchanged, 0 refused"
    assert Term.objects.filter(is_false_friend=True).count() == 38


def test_a_row_becomes_a_term():
    imported(ROW)

    term = Term.objects.get()
    assert term.forms("fr") == ["temps additionnel", "arrêts de jeu", "ADJ"]
    assert term.forms("en") == ["stoppage time"]
    assert (term.key, term.domain, term.is_false_friend) == (
        "stoppage_time",
        "time",
        False,
    )


@pytest.mark.parametrize("word", ["FALSE FRIEND", "TRAP", "NEVER"])
def test_a_note_that_warns_marks_a_false_friend(word):
    imported(f"a,time,un,one,,{word}: not another\n")

    assert Term.objects.get().is_false_friend


def test_a_row_that_changed_in_the_file_is_updated():
    imported(ROW)

    said, kept = imported(ROW.replace("ADJ", "temps ajouté"))

    assert (said, kept) == ("0 created, 1 updated, 0 unchanged", [])
    assert Term.objects.get().forms("fr")[-1] == "temps ajouté"


@pytest.mark.parametrize("row", [ROW, ROW.replace("ADJ", "temps ajouté")])
def test_what_the_desk_changed_is_kept_and_listed(row):
    imported(ROW)
    term = Term.objects.get()
    term.british = "added time"
    term.save()

    said, kept = imported(row)

    assert (said, kept) == ("0 created, 0 updated, 1 unchanged", ["stoppage_time"])
    assert Term.objects.get().british == "added time"


def test_what_the_desk_changed_as_the_file_does_is_no_difference():
    imported(ROW)
    term = Term.objects.get()
    term.french_variants = "arrêts de jeu\ntemps ajouté"
    term.save()

    said = imported(ROW.replace("ADJ", "temps ajouté"))

    assert said == ("0 created, 0 updated, 1 unchanged", [])


def test_what_the_desk_deleted_stays_deleted():
    imported(ROW)
    Term.objects.all().delete()

    assert imported(ROW) == ("0 created, 0 updated, 1 unchanged", ["stoppage_time"])
    assert not Term.objects.exists()


def test_what_the_desk_added_is_left_alone():
    Term.objects.create(key="own", domain="word", french="un", british="one")

    assert imported(ROW) == ("1 created, 0 updated, 0 unchanged", [])
    assert Term.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",time,un,one,,\n", "line 3: id: This field cannot be blank."),
        ("a,time,un,,,\n", "line 3: en_gb: This field cannot be blank."),
        (
            "a,sea,un,one,,\n",
            "line 3: domain: Value 'sea' is not a valid choice.",
        ),
        (ROW, "line 3: id: stoppage_time is on line 2 too"),
        ("a,time,un\n", "line 3: another number of cells than the first line"),
        ("a,time,un,1,,,7\n", "line 3: another number of cells than the first line"),
        (
            f"a,time,{'u' * 121},one,,\n",
            "line 3: fr: Ensure this value has at most 120 characters (it has 121).",
        ),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_nothing_is_kept(row, reason):
    with pytest.raises(Refused) as refused:
        imported(ROW, row)

    assert refused.value.reasons == [reason]
    assert not Term.objects.exists()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("id,domain,fr\n", "line 1: no column en_gb"),
        ("", "line 1: no column domain, en_gb, fr, id"),
        ("id,domain,fr,en_gb,de\n", "line 1: unknown column de"),
        (
            'id,domain,fr,en_gb\na,time,"un"x,one\n',
            "no table of comma-separated values: ',' expected after '\"'",
        ),
    ],
)
def test_a_file_that_is_no_glossary_is_refused(text, reason):
    with pytest.raises(Refused) as refused:
        import_terms(text)

    assert refused.value.reasons == [reason]


def test_the_command_reports_what_it_did_and_what_it_kept(tmp_path):
    path, output = tmp_path / "terms.csv", StringIO()
    path.write_text(HEAD + ROW, encoding="utf-8-sig")
    call_command("import_terms", str(path), stdout=StringIO())
    Term.objects.all().delete()

    call_command("import_terms", str(path), stdout=output)

    assert output.getvalue() == (
        "stoppage_time: changed by hand, kept\n"
        "0 created, 0 updated, 1 unchanged, 0 refused\n"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"id\xff", "line 1 column 3: not UTF-8; save the file as UTF-8"),
        (b"x" * (4 * 1024 * 1024 + 1), "larger than 4 MB"),
        (b"id\n", "line 1: no column domain, en_gb, fr"),
    ],
)
def test_the_command_refuses_a_bad_file_in_a_sentence(tmp_path, data, reason):
    path = tmp_path / "terms.csv"
    path.write_bytes(data)

    with pytest.raises(CommandError) as refused:
        call_command("import_terms", str(path))
    assert str(refused.value) == (
        f"{path}: {reason}\n"
        "0 created, 0 updated, 0 unchanged, 1 refused: nothing is changed."
    )
