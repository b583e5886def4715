"""Each act of the desk leaves one entry: who, what, from where, before and after."""

from unittest.mock import ANY

import pytest

from articles.models import AuditEntry
from newsroom.commanding import account
from newsroom.roles import READS
from tests.newsroom.scripts import desk, translation, words  # noqa: F401 - fill it
from tests.newsroom.scripts.script import SCRIPTS

pytestmark = pytest.mark.django_db

WORDS = "Le petit truc manque"
FRENCH, ENGLISH = f"{WORDS} (Français)", f"{WORDS} (Anglais)"
QUOTE = "Jean-Louis Gasset · Il y a un petit goût amer."
LINK = f"Aperçu de «\u202f{WORDS}\u202f» (Français), version 0"
LEA = {"slug": ["lea", None], "kind": ["person", None], "name": ["Léa", None]}
MADE = {
    "speaker": [None, "Jean-Louis Gasset"],
    "kind": [None, "full"],
    "language": [None, "fr"],
    "text": [None, "Un goût amer."],
    "occasion": [None, "press_conference"],
    "source_kind": [None, "heard"],
    "is_off_record": [None, False],
    "verification": [None, "unverified"],
}
DRAFTED = {
    "kind": [None, "report"],
    "original_language": [None, "fr"],
    "title_fr": [None, "Le stade a chanté."],
    "body_fr": [None, "<p>Le stade a chanté.</p>"],
}
PASSAGE = {"field": "body", "source": "Marseille ouvre le score."}
BITTER = "Il y a un petit goût amer."


def fields(**changed):
    return {"fields": changed}


def moved(before, after, **more):
    return {"before": before, "after": after} | more


def of_command(name, **more):
    return {"command": name, "account": account()} | more


# script → (act, kind and title of its record, door, what the entry tells)
EXPECTED = {
    "add_in_a_form": (
        ("add", "articles.Author", "Léa", "form"),
        fields(name=[None, "Léa"], slug=[None, "lea"]),
    ),
    "change_in_a_form": (
        ("change", "articles.Author", "Léa Roy", "form"),
        fields(name=["Léa", "Léa Roy"]),
    ),
    "delete_in_a_form": (("delete", "articles.Author", "Léa", "form"), fields(**LEA)),
    "delete_from_a_list": (
        ("delete", "articles.Author", "Léa", "action"),
        fields(**LEA),
    ),
    "write_in_an_article": (
        ("change", "articles.Article", "Autre titre", "form"),
        fields(title_fr=[WORDS, "Autre titre"]),
    ),
    "add_a_row": (
        ("change", "articles.Article", WORDS, "form"),
        {
            "fields": {},
            "rows": [
                {
                    "act": "add",
                    "model": "articles.Byline",
                    "number": ANY,
                    "row": ANY,
                    "fields": {"author": [None, "Léa"]},
                }
            ],
        },
    ),
    "close_an_account": (
        ("change", "auth.User", "zoé", "form"),
        fields(is_active=[True, False]),
    ),
    "change_the_rights_of_a_person": (
        ("change", "auth.User", "zoé", "form"),
        fields(groups=[["reporter"], ["desk chief"]]),
    ),
    "change_the_rights_of_a_group": (
        ("change", "auth.Group", "guests", "form"),
        fields(permissions=[[], [ANY]]),
    ),
    "open_an_edition": (
        ("open", "articles.Edition", ENGLISH, "page"),
        {"after": "draft"},
    ),
    "submit": (
        ("submit", "articles.Edition", FRENCH, "page"),
        moved("draft", "in_review"),
    ),
    "send_back": (
        ("send_back", "articles.Edition", FRENCH, "page"),
        moved("in_review", "draft", note="Plus court."),
    ),
    "approve": (
        ("approve", "articles.Edition", FRENCH, "page"),
        moved("in_review", "ready"),
    ),
    "publish_it": (
        ("publish", "articles.Edition", FRENCH, "page"),
        moved("draft", "published", change="first", publish_at=ANY),
    ),
    "withdraw": (
        ("withdraw", "articles.Edition", FRENCH, "page"),
        moved("published", "withdrawn", reason="Faux."),
    ),
    "look_again": (
        ("second_look", "articles.Edition", FRENCH, "page"),
        {"fields": ANY},
    ),
    "answer_a_check": (
        ("dismiss", "articles.Article", WORDS, "json"),
        {"language": "fr", "words": "2-1", "reason": "En 1990."},
    ),
    "check_a_quote": (
        ("check_quote", "articles.Quote", QUOTE, "page"),
        moved("unverified", "checked"),
    ),
    "approve_a_quote": (
        ("approve_quote", "articles.Quote", QUOTE, "page"),
        moved("checked", "approved"),
    ),
    "dispute_a_quote": (
        ("dispute_quote", "articles.Quote", QUOTE, "page"),
        moved("approved", "disputed", reason="Réécouté."),
    ),
    "reopen_a_quote": (
        ("reopen_quote", "articles.Quote", QUOTE, "page"),
        moved("disputed", "unverified", reason="Retrouvé."),
    ),
    "correct_a_quote": (
        ("correct_quote", "articles.Quote", QUOTE.replace(BITTER, "Un goût doux."))
        + ("page",),
        moved("approved", "approved", reason="Réécouté.")
        | {"words": [BITTER, "Un goût doux."]},
    ),
    "make_a_quote_of_words": (
        ("add", "articles.Quote", "Jean-Louis Gasset · Un goût amer.", "page"),
        fields(**MADE),
    ),
    "translate_a_quote": (
        ("change", "articles.Quote", QUOTE, "json"),
        fields(translation_en=["", "A bitter taste."]),
    ),
    "withhold_a_post": (
        ("withhold", "articles.ClubPost", ANY, "page"),
        moved("live", "withheld", reason="Demandé."),
    ),
    "give_a_post_back": (
        ("give_back", "articles.ClubPost", ANY, "page"),
        moved("withheld", "live", reason="Résolu."),
    ),
    "take_a_picture_down": (
        ("take_down", "articles.Photo", ANY, "page"),
        fields(image=[ANY, None]) | {"reason": "Droits."},
    ),
    "make_a_preview_link": (
        ("make_preview", "articles.PreviewLink", LINK, "page"),
        fields(version=[None, 0]),
    ),
    "open_a_preview_link": (
        ("open_preview", "articles.PreviewLink", LINK, "page"),
        {},
    ),
    "revoke_a_preview_link": (
        ("revoke_preview", "articles.PreviewLink", LINK, "page"),
        fields(revoked_at=[None, ANY]),
    ),
    "bring_words_back": (
        ("restore", "articles.Article", "Un", "page"),
        {"revision": ANY, "parts": ["fr"]} | fields(title_fr=["Deux", "Un"]),
    ),
    "translate_a_passage": (
        ("done", "articles.Edition", ENGLISH, "json"),
        PASSAGE | {"words": ["", "Marseille led."]},
    ),
    "leave_a_passage_out": (
        ("leave_out", "articles.Edition", ENGLISH, "json"),
        PASSAGE | {"words": ["", ""]},
    ),
    "hand_a_translation_over": (
        ("hand", "articles.Edition", ENGLISH, "page"),
        {"from": "léo", "to": "noa"},
    ),
    "send_a_translation_out": (
        ("xliff_export", "articles.Edition", "Un nul (Anglais)", "page"),
        {},
    ),
    "take_a_translation_in": (
        ("xliff_import", "articles.Edition", "Un nul (Anglais)", "page"),
        {"done": 4, "open": 0, "stale": 0, "kept": 0, "gone": 0}
        | {
            "passages": [
                ["", "A draw & “more”"],
                ["", "Before the second leg"],
                ["", "Ninetieth minute: 1-1"],
                ["", "The end."],
            ]
        },
    ),
    "run_a_match": (
        ("change", "matches.Match", ANY, "json"),
        fields(
            step=[None, "kick_off"],
            status=["scheduled", "live"],
            score=[None, "0-0"],
        ),
    ),
    "open_a_match_to_imports": (
        ("change", "matches.Match", ANY, "action"),
        fields(locked_fields=[["status"], []]),
    ),
    "take_the_log_out": (
        ("export_log", "", "", "page"),
        {"asked": {"act": "publish"}},
    ),
    "sign_in": (("sign_in", "auth.User", "zoé", "page"), {}),
    "fail_to_sign_in": (("sign_in_failed", "auth.User", "zoé", "page"), {}),
    "set_the_roles": (
        ("sync_roles", "auth.Group", "read-only", "command"),
        of_command("sync_roles", **fields(permissions=[[], sorted(READS)])),
    ),
    "import_matches": (
        ("import_matches", "matches.Season", "Coupe 2023/24", "command"),
        of_command(
            "import_matches",
            file="season.json",
            said="1 created, 0 updated, 0 unchanged, 0 refused",
        ),
    ),
    "import_terms": (
        ("import_terms", "", "terms.csv", "command"),
        of_command("import_terms", said="1 created, 0 updated, 0 unchanged, 0 refused"),
    ),
    "read_raw_copy": (
        ("add", "articles.Article", "Le stade a chanté.", "command"),
        of_command("intake", intake=True, **fields(**DRAFTED)),
    ),
    "throw_old_work_away": (
        ("housekeeping", "", "", "command"),
        of_command("housekeeping", autosaves=1),
    ),
}
ANONYMOUS = {"open_a_preview_link", "fail_to_sign_in"}
ADDRESS = "2001:db8::7"


@pytest.mark.parametrize("name", SCRIPTS)
def test_an_act_leaves_one_entry(name, client, desk_chief, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    client.force_login(desk_chief)
    client.defaults["REMOTE_ADDR"] = ADDRESS
    about, act = SCRIPTS[name](client)
    earlier = list(AuditEntry.objects.values_list("pk", flat=True))

    act()

    entry = AuditEntry.objects.exclude(pk__in=earlier).get()
    told, details = EXPECTED[name]
    assert (entry.action, entry.model, entry.label, entry.door) == told
    assert entry.details == details
    who = about if name == "sign_in" else desk_chief
    by_command = entry.door == "command"
    assert entry.address == ("" if by_command else ADDRESS)
    assert entry.user == (None if by_command or name in ANONYMOUS else who)
    assert about is None or entry.object_id == str(about.pk)


def test_at_least_forty_acts_are_scripted():
    assert SCRIPTS.keys() == EXPECTED.keys()
    assert len(SCRIPTS) >= 40
