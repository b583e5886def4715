import pytest
from django.contrib.admin.sites import site
from django.urls import reverse

from matches.importers.importing import import_rows
from matches.models import (
    Appearance,
    Competition,
    Group,
    Match,
    MatchEvent,
    Membership,
    Person,
    Season,
    Stage,
    StandingAdjustment,
    Team,
    TeamAccount,
    TeamAlias,
    Tie,
    Venue,
)
from tests.factories import (
    make_adjustment,
    make_competition,
    make_event,
    make_match,
    make_membership,
    make_pairing,
    make_person,
    make_season,
    make_team,
)
from tests.matches.forms import posted
from tests.matches.importers.files import match as file_row
from tests.matches.importers.files import rows

MODELS = [
    Competition,
    Group,
    Match,
    MatchEvent,
    Membership,
    Person,
    Season,
    Stage,
    StandingAdjustment,
    Team,
    TeamAccount,
    Tie,
    Venue,
]


def page(model, action="changelist", *arguments):
    return reverse(f"admin:matches_{model._meta.model_name}_{action}", args=arguments)


def make_many(count):
    for _number in range(count):
        tie = make_pairing()
        team = make_team()
        group = Group.objects.create(stage=tie.stage, label="A")
        match = make_match(stage=tie.stage, tie=tie, leg=1, group=group, away=team)
        make_event(match=match, person=make_person(), team=team)
        make_membership(team=team)
        make_adjustment(team=team, season=tie.stage.season)
        TeamAccount.objects.create(team=team, provider="x", handle=team.slug)
        Venue.objects.create(slug=team.slug, name_fr="Stade", name_en="Ground")


@pytest.mark.parametrize("model", MODELS)
def test_list_asks_as_much_of_the_database_for_one_row_as_for_many(
    editor_client, model, django_assert_num_queries, django_assert_max_num_queries
):
    make_many(1)
    editor_client.get(page(model))
    with django_assert_max_num_queries(12) as few:
        editor_client.get(page(model))

    make_many(9)

    with django_assert_num_queries(len(few)):
        editor_client.get(page(model))


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_add_page_opens_in_both_languages(editor_client, model, language):
    answer = editor_client.get(
        page(model, "add"), headers={"accept-language": language}
    )

    assert answer.status_code == 200


def found(client, field, term):
    """What the autocomplete of `field`, an app.model.field, proposes for `term`."""
    names = ("app_label", "model_name", "field_name")
    query = dict(zip(names, field.split("."), strict=True)) | {"term": term}
    answer = client.get(reverse("admin:autocomplete"), query)
    return [result["text"] for result in answer.json()["results"]]


@pytest.mark.parametrize(
    "term", ["Qarabağ", "qarabag", "QARABAG fk", "karabakh agdam", "Karabağ"]
)
def test_team_is_found_in_any_spelling(editor_client, term):
    team = make_team("Qarabağ FK", name_en="Karabağ", slug="qarabag-fk")
    TeamAlias.objects.create(team=team, name="Karabakh Agdam")
    make_team("Braga")

    assert found(editor_client, "matches.match.home", term) == ["Qarabağ FK"]


@pytest.mark.parametrize("term", ["Pašalić", "pasalic", "mario pasalic"])
def test_person_is_found_with_or_without_accents(editor_client, term):
    make_person("Mario Pašalić", slug="mario-pasalic")
    make_person("Marten de Roon")

    proposed = found(editor_client, "matches.matchevent.person", term)

    assert proposed == ["Mario Pašalić"]


@pytest.mark.parametrize(
    "term",
    [
        "marseille",
        "olympique atalanta",
        "2024-05-02",
        "atalanta coupe",
        "marseille cup",
    ],
)
def test_match_is_found_by_teams_day_and_competition(editor_client, term):
    match = make_match(full_time_home=1, full_time_away=1)
    make_match(home=make_team("Roma"), away=make_team("Leverkusen"), kickoff_at=None)

    assert found(editor_client, "matches.match.replay_of", term) == [str(match)]


def test_autocomplete_of_matches_does_not_ask_row_by_row(
    editor_client, django_assert_max_num_queries
):
    make_many(9)

    with django_assert_max_num_queries(6):
        assert len(found(editor_client, "matches.match.replay_of", "marseille")) == 9


def refused_by(client, row):
    """What the delete page lists as the rows that stand in the way."""
    answer = client.post(page(type(row), "delete", row.pk), {"post": "yes"})
    assert type(row).objects.filter(pk=row.pk).exists()
    return [str(line).split(": ", 1)[1] for line in answer.context["protected"]]


def test_team_in_use_is_not_deleted_and_says_where(editor_client):
    match = make_match()

    [line] = refused_by(editor_client, match.home)

    assert str(match) in line


def test_person_is_listed_with_a_team_and_found_by_it(editor_client):
    make_person("Marten de Roon")
    make_membership(team=make_team("Atalanta"))

    page = editor_client.get("/admin/matches/person/", {"q": "atalanta"})
    assert page.content.decode().count("entraîneur (Atalanta)") == 1
    assert [p.full_name for p in page.context["cl"].result_list] == [
        "Jean-Louis Gasset"
    ]


def test_person_in_use_is_not_deleted_and_says_where(editor_client):
    match = make_match()
    scorer = make_person("Chancel Mbemba")
    make_event(match=match, person=scorer)
    Appearance.objects.create(
        match=match, person=scorer, team=match.home, part="starter"
    )

    lines = refused_by(editor_client, scorer)

    assert len(lines) == 2
    assert all(str(match) in line for line in lines)


def test_correction_of_an_imported_score_is_locked(editor_client):
    season = make_season(competition=make_competition(kind="cup"))
    import_rows(rows(file_row()), season=season)
    address = page(Match, "change", Match.objects.get().pk)

    form = posted(editor_client.get(address)) | {"full_time_home": "2"}
    answer = editor_client.post(address, form)

    assert answer.status_code == 302
    assert Match.objects.get().locked_fields == ["full_time_away", "full_time_home"]


def test_locked_match_can_be_opened_to_imports_again(editor_client):
    match = make_match(locked_fields=["status"])

    editor_client.post(
        page(Match), {"action": "open_to_imports", "_selected_action": [match.pk]}
    )

    assert Match.objects.get().locked_fields == []


def test_page_of_a_corrected_match_names_the_fields(editor_client):
    match = make_match(locked_fields=["attendance"])

    answer = editor_client.get(page(Match, "change", match.pk))

    admin = site.get_model_admin(Match)
    assert admin.corrected(match) == str(
        Match._meta.get_field("attendance").verbose_name
    )
    assert 'class="readonly"' in answer.content.decode()


def test_team_of_an_event_is_one_of_the_two_sides(editor_client):
    match = make_match()
    make_event(match=match)
    make_team("Stranger")

    answer = editor_client.get(page(Match, "change", match.pk))

    formset = answer.context["inline_admin_formsets"][0].formset
    choices = [value for value, _label in formset.forms[0].fields["team"].choices]
    assert choices == ["", match.home_id, match.away_id]


def test_event_of_a_third_team_is_refused(editor_client):
    match = make_match()
    make_event(match=match)
    address = page(Match, "change", match.pk)
    form = posted(editor_client.get(address)) | {"events-0-team": make_team().pk}

    answer = editor_client.post(address, form)

    assert answer.status_code == 200
    assert match.events.get().team is None


def test_name_is_asked_for_in_both_languages(editor_client):
    form = posted(editor_client.get(page(Team, "add")))

    answer = editor_client.post(page(Team, "add"), form | {"name_fr": "OM"})

    assert list(answer.context["adminform"].form.errors) == ["name_en", "slug"]


def test_goals_that_do_not_add_up_are_told_but_saved(editor_client):
    match = make_match(full_time_home=1, full_time_away=1)
    make_event(match=match, team=match.home)
    address = page(Match, "change", match.pk)

    form = posted(editor_client.get(address)) | {"attendance": "64475"}
    answer = editor_client.post(address, form, follow=True)

    assert Match.objects.get().attendance == 64475
    [warning, _saved] = sorted(answer.context["messages"], key=lambda m: -m.level)
    assert "1-1" in warning.message
    assert "1-0" in warning.message


def test_page_of_a_match_does_not_ask_event_by_event(
    editor_client, django_assert_num_queries, django_assert_max_num_queries
):
    match = make_match()
    make_event(match=match, team=match.home)
    editor_client.get(page(Match, "change", match.pk))
    with django_assert_max_num_queries(20) as few:
        editor_client.get(page(Match, "change", match.pk))
    for minute in range(12, 32):
        make_event(match=match, team=match.away, minute=minute, person=make_person())

    with django_assert_num_queries(len(few)):
        editor_client.get(page(Match, "change", match.pk))


def test_picker_shows_the_person_on_file_and_the_one_typed(editor_client):
    match = make_match()
    make_event(match=match, person=make_person("Chancel Mbemba"))
    other = make_person("Gianluca Scamacca")
    address = page(Match, "change", match.pk)
    form = posted(editor_client.get(address))

    changes = {"events-0-person": str(other.pk), "events-0-minute": "200"}
    answer = editor_client.post(address, form | changes)

    assert "Chancel Mbemba</option>" in editor_client.get(address).content.decode()
    assert "Gianluca Scamacca</option>" in answer.content.decode()
    assert posted(answer)["events-0-person"] == str(other.pk)
