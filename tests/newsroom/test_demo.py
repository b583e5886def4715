import re
from collections import Counter
from datetime import date, timedelta
from io import StringIO
from shutil import copytree

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import override_settings

from articles import body, corrections, typography
from articles.models import Article, ClubPost, Edition, Quote, Release
from matches import tallies
from matches.models import (
    Competition,
    Match,
    MatchEvent,
    Membership,
    Team,
    TeamAccount,
)
from matches.models.team import TeamAlias
from matches.tables import tables_of
from newsroom.demo import accounts, building, facts, files, records
from newsroom.demo.pictures import nights, plays

STORIES = [
    (story["key"], language)
    for story in files.document("stories.json")
    for language in story["editions"]
]
SHEETS = files.document("matches.json")
CLUBS = files.rows("teams.csv")
NEVER = date(2023, 1, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup, django_db_blocker, var):
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    kept = override_settings(VAR=var, MEDIA_ROOT=var / "media", PASSWORD_HASHERS=quick)
    with kept, django_db_blocker.unblock(), transaction.atomic():
        building.build(lambda line: None)
        yield
        transaction.set_rollback(True)


def rows():
    """How many rows and versions each table of the project holds."""
    models = [m for a in ("newsroom", "articles", "matches") for m in app_models(a)]
    return {model._meta.label: fingerprint(model) for model in models}


def app_models(label):
    return apps.get_app_config(label).get_models()


def fingerprint(model):
    names = {field.name for field in model._meta.fields}
    versions = model.objects.values_list("version" if "version" in names else "pk")
    return Counter(versions)


def test_a_second_run_changes_no_row():
    before = rows()

    building.build(lambda line: None)

    assert rows() == before


def test_a_second_run_reports_that_nothing_changed():
    lines = []

    building.build(lines.append)

    assert len(lines) == len(building.STEPS)
    assert all(": 0 created, 0 updated, " in line for line in lines)


def test_what_the_desk_renamed_is_not_made_again():
    team = Team.objects.get(slug="om")
    team.slug = "marseille"
    team.save()

    building.build(lambda line: None)

    assert Team.objects.count() == 54


def test_a_name_that_the_desk_deleted_stays_deleted():
    TeamAlias.objects.get(folded="aiglons").delete()

    building.build(lambda line: None)

    assert not TeamAlias.objects.filter(folded="aiglons").exists()


def test_an_older_demo_gets_the_names_it_never_had():
    club = Team.objects.get(slug="nice")
    club.slug = "ogc-nice"
    club.save()
    TeamAlias.objects.get(folded="aiglons").delete()
    TeamAlias.history.filter(folded="aiglons").delete()

    made = facts.other_names()

    assert made.created == 1
    assert TeamAlias.objects.get(folded="aiglons").team == club


def test_a_handle_that_the_desk_wrote_in_capitals_is_not_made_again():
    account = TeamAccount.objects.get(handle="ogcnice")
    TeamAccount.history.filter(handle="ogcnice").delete()
    account.handle = "OGCNice"
    account.save()

    assert facts.club_accounts().created == 0


@pytest.mark.parametrize(
    ("spelling", "slug"),
    [
        ("Phocéen", "om"),
        ("Niçois", "nice"),
        ("Messin", "metz"),
        ("RÉMOIS", "reims"),
        ("Monégasque", "monaco"),
        ("Bergamasque", "atalanta"),
        ("la Dea", "atalanta"),
        ("Seagulls", "brighton"),
        ("Sang et Or", "lens"),
        ("SB29", "brest"),
        ("Ty’Zefs", "brest"),
        ("Havre", "le-havre"),
        ("Parisien", "psg"),
    ],
)
def test_clubs_are_known_as_a_sports_desk_names_them(spelling, slug):
    assert Team.objects.named(spelling).get().slug == slug


@pytest.mark.parametrize("spelling", ["Racing", "Union", "Grenats", "Nerazzurri"])
def test_what_may_name_another_club_names_none(spelling):
    assert not Team.objects.named(spelling).exists()


@pytest.mark.parametrize(
    ("slug", "day", "name"),
    [
        ("om", "2023-09-20", "Marcelino"),
        ("om", "2023-09-21", "Jacques Abardonado"),
        ("om", "2024-02-19", "Gennaro Gattuso"),
        ("om", "2024-02-20", "Jean-Louis Gasset"),
        ("villarreal", "2024-03-07", "Marcelino"),
        ("roma", "2024-01-15", "José Mourinho"),
        ("roma", "2024-01-16", "Daniele De Rossi"),
        ("lyon", "2023-11-30", "Fabio Grosso"),
        ("lyon", "2023-12-01", "Pierre Sage"),
        ("reims", "2024-05-03", "Samba Diawara"),
    ],
)
def test_a_club_has_the_head_coach_of_the_day(slug, day, name):
    coach = head_coaches(slug).valid_on(date.fromisoformat(day)).get()

    assert coach.person.full_name == name


@pytest.mark.parametrize("slug", sorted({row["slug"] for row in CLUBS}))
def test_no_club_has_two_head_coaches_on_one_day(slug):
    coaches = head_coaches(slug)

    turns = [day for c in coaches for day in (c.started_on, c.ended_on) if day]

    days = {day + timedelta(shift) for day in turns for shift in (-1, 0, 1)} or {NEVER}
    assert max(coaches.valid_on(day).count() for day in days) == 1


def test_a_player_who_moved_belongs_to_one_club_after_the_other():
    moved = Membership.objects.filter(person__full_name="Nemanja Matić")

    clubs = moved.order_by("-ended_on").values_list("team__slug", "ended_on")

    assert set(clubs) == {("rennes", date(2024, 1, 25)), ("lyon", None)}


@pytest.mark.parametrize(
    ("key", "alias"), [("europa-league", "C3"), ("ligue-1", "Ligue 1 Uber Eats")]
)
def test_competitions_go_by_their_other_names(key, alias):
    assert alias in Competition.objects.get(key=key).aliases.splitlines()


@pytest.mark.parametrize(("key", "count"), [("europa-league", 141), ("ligue-1", 306)])
def test_each_season_is_there_with_all_of_its_matches(key, count):
    assert Match.objects.filter(season__competition__key=key).count() == count


@pytest.mark.parametrize(
    ("slug", "position", "points", "notes"),
    [
        ("om", 8, 50, ()),
        ("montpellier", 12, 41, (1,)),
        ("metz", 16, 29, ()),
        ("lorient", 17, 29, ()),
    ],
)
def test_the_league_table_is_the_official_one(slug, position, points, notes):
    played = Match.objects.filter(season__competition__key="ligue-1").with_sides()
    (table,) = tables_of(played[:1])

    line = table.line(Team.objects.get(slug=slug))

    assert (line.row.position, line.row.points, line.notes) == (position, points, notes)


def test_the_semi_final_went_to_atalanta_on_aggregate():
    tie = match("om-atalanta").tie

    assert (tie.outcome.goals_a, tie.outcome.goals_b) == (1, 4)
    assert tie.team_b.slug == "atalanta"
    assert tie.outcome.winner == tie.team_b_id


def test_marseille_beat_benfica_on_penalties():
    quarter_final = match("om-benfica")

    assert quarter_final.extra_time == (1, 0)
    assert quarter_final.shootout == (4, 2)
    assert quarter_final.tie.outcome.decided_by == "penalties"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet["key"])
def test_goals_of_a_sheet_add_up_to_the_score(sheet):
    played = match(sheet["key"])

    goals = Counter(played.events.goals().values_list("team", flat=True))

    score = (goals[played.home_id], goals[played.away_id])
    assert score == played.full_time
    assert tallies.disagreements(played) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet["key"])
def test_only_players_on_the_pitch_go_off_and_only_substitutes_come_on(sheet):
    on = {name for names in sheet.get("starters", {}).values() for name in names}
    bench = {name for names in sheet.get("bench", {}).values() for name in names}

    for event in sheet["events"]:
        if event["type"] == MatchEvent.Type.SUBSTITUTION:
            assert event["person"] in on
            assert event["second_person"] in bench
            on = on - {event["person"]} | {event["second_person"]}


@pytest.mark.parametrize(
    ("slug", "languages"),
    [
        ("om-invaincu-chez-lui-atalanta-invaincue-dehors", {"fr", "en"}),
        ("mbemba-repond-a-scamacca-om-et-atalanta-dos-a-dos", {"fr", "en"}),
        ("gasset-un-petit-gout-amer", {"fr"}),
        ("leverkusen-win-in-rome", {"en"}),
        ("what-marseille-must-change-in-bergamo", {"fr", "en"}),
        ("om-tombe-a-bergame-atalanta-file-en-finale", {"fr", "en"}),
        ("lookman-hat-trick-gives-atalanta-the-europa-league", {"fr", "en"}),
        ("om-une-saison-a-deux-visages", set()),
    ],
)
def test_each_story_is_public_in_its_languages(slug, languages):
    article = Article.objects.get(editions__slug=slug)

    public = Edition.objects.public_in(["fr", "en"]).filter(article=article)

    assert set(public.values_list("language", flat=True)) == languages


def test_the_desk_has_a_draft_a_review_and_a_change_to_publish():
    status = Counter(Edition.objects.values_list("status", flat=True))
    changed = [e.slug for e in Edition.objects.all() if e.has_unpublished_changes]

    assert status == {"published": 12, "draft": 1, "in_review": 1}
    assert changed == ["what-marseille-must-change-in-bergamo"]


@pytest.mark.parametrize(
    ("language", "slug"),
    [
        ("fr", "om-tombe-a-bergame-atalanta-file-en-finale"),
        ("en", "lookman-hat-trick-gives-atalanta-the-europa-league"),
    ],
)
def test_each_language_has_a_correction_that_the_words_bear_out(language, slug):
    correction = Release.objects.corrections(language).get()

    edition = correction.edition
    assert (edition.slug, edition.release) == (slug, correction)
    assert correction.body == getattr(edition.article, f"body_{language}")
    assert typography.tidy(correction.note, language) == correction.note


def test_the_correction_of_the_final_is_asked_of_the_french_story():
    ((edition, asked),) = corrections.waiting(most=5)

    assert edition.slug == "bourreau-de-l-om-atalanta-gagne-la-ligue-europa"
    assert asked == list(Release.objects.corrections("en"))


@pytest.mark.parametrize(("story", "language"), STORIES)
def test_every_place_in_a_story_shows_a_record(story, language):
    places = files.words(story, language)["body"].count("<newsroom-embed ")
    slug = plan(story)["editions"][language]["slug"]
    article = Article.objects.get(editions__slug=slug)

    shown = body.records(article.words(language).body)

    assert len(shown) == places
    assert article.embeds.in_language(language).count() == places


@pytest.mark.parametrize(("story", "language"), STORIES)
def test_stories_keep_the_typography_of_their_language(story, language):
    fields = files.words(story, language)
    texts = [fields["title"], fields["standfirst"], body.plain_text(fields["body"])]

    for text in texts:
        assert typography.tidy(text, language) == text
        assert "'" not in text
        assert '"' not in text


@pytest.mark.parametrize("story", [key for key, code in STORIES if code == "fr"])
def test_no_ordinary_space_stands_before_a_french_double_mark(story):
    text = "\n".join(files.words(story, "fr").values())

    assert re.findall(r" [;:!?»]|« ", text) == []


def test_quotes_stand_word_for_word_in_the_real_copy(real_copy):
    copy = (real_copy / "fr-reaction.txt").read_text(encoding="utf-8")

    words = Quote.objects.values_list("text", flat=True)

    assert [text for text in words if text not in copy] == []
    assert len(words) == 6


@pytest.mark.parametrize(
    ("code", "name"),
    [("Uf808nwY2y", "en-report.txt"), ("yzLnObGj9C", "fr-reaction.txt")],
)
def test_posts_stand_character_for_character_in_the_real_copy(real_copy, code, name):
    copy = (real_copy / name).read_text(encoding="utf-8")

    post = ClubPost.objects.get(picture_code=code)

    assert f"{post.text_raw} pic.twitter.com/{code}" in copy


def test_a_post_reads_in_letters_that_everybody_reads():
    post = ClubPost.objects.get(picture_code="yzLnObGj9C")

    assert post.text_readable.splitlines()[-1] == "Continuez comme ça les gars 👊💙"
    assert post.account.team.slug == "om"


def test_no_story_repeats_a_full_quote_in_its_prose():
    prose = "\n".join(Release.objects.values_list("body", flat=True))

    full = Quote.objects.filter(kind=Quote.Kind.FULL).values_list("text", flat=True)

    assert [text for text in full if text[:40] in prose] == []


def test_passwords_open_the_accounts_and_nobody_else_reads_them(var):
    path = var / "demo-accounts.json"

    opened = [
        authenticate(username=name, password=entry["password"]) is not None
        for name, entry in accounts.read().items()
    ]

    assert opened == [True] * 5
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("username", "groups"),
    [
        ("reporter", ["reporter"]),
        ("translator", ["translator"]),
        ("sub-editor", ["sub-editor"]),
        ("desk-chief", ["desk chief"]),
        ("admin", []),
    ],
)
def test_each_account_has_its_role(username, groups):
    user = User.objects.get(username=username)

    assert list(user.groups.values_list("name", flat=True)) == groups
    assert user.is_superuser is (username == "admin")


def test_a_password_that_was_changed_is_no_longer_shown():
    user = User.objects.get(username="reporter")
    user.set_password("another one")
    user.save()

    assert accounts.table()[0] == ("reporter", "(changed since)", "reporter")


def test_the_command_ends_with_the_address_and_the_accounts(settings):
    settings.SITE_URL = "http://localhost:8123"
    output = StringIO()

    call_command("demo", stdout=output)

    assert "Sign in at http://localhost:8123/admin/\n" in output.getvalue()
    assert accounts.read()["translator"]["password"] in output.getvalue()


def test_the_command_asks_for_a_migrated_database(monkeypatch):
    monkeypatch.setattr(connection.introspection, "table_names", list)

    with pytest.raises(CommandError, match="^Run migrate first"):
        call_command("demo")


def test_a_new_database_gets_the_passwords_that_were_kept(settings, tmp_path):
    kept = accounts.read()["reporter"]["password"]
    settings.VAR = copytree(settings.VAR, tmp_path / "var")
    User.objects.all().update(username=Concat(Value("old-"), "username"))

    accounts.accounts()

    assert authenticate(username="reporter", password=kept).username == "reporter"


def test_a_deleted_account_stays_deleted():
    User.objects.get(username="admin").delete()

    accounts.accounts()

    assert accounts.table()[-1] == ("admin", "(deleted)", "superuser")


def test_a_picture_is_drawn_the_same_each_time():
    first, second = plays.microphones(), plays.microphones()

    assert first.tobytes() == second.tobytes()


def test_every_picture_has_a_scene_of_the_right_size():
    scenes = {item["scene"] for item in files.document("photos.json")}

    assert scenes == records.SCENES.keys()
    assert nights.empty_stand().size == (1600, 1000)


def head_coaches(slug):
    role = Membership.Role.HEAD_COACH
    return Membership.objects.filter(team__slug=slug, role=role)


def match(key):
    return records.find("match", key)


def plan(key):
    return next(s for s in files.document("stories.json") if s["key"] == key)
