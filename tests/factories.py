"""Objects for tests: each make_* saves one with what it needs, `overrides` win."""

from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from itertools import count

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from PIL import Image

from articles import decoding, publishing
from articles.models import (
    Article,
    ClubPost,
    Edition,
    MatchLink,
    Photo,
    Quote,
    Term,
)
from articles.pictures import EncodedPicture
from matches.models import (
    Competition,
    Match,
    MatchEvent,
    Membership,
    Person,
    Season,
    Stage,
    StandingAdjustment,
    Team,
    Tie,
)
from newsroom.roles import sync_roles

numbers = count(1)

KICK_OFF = datetime(2024, 5, 2, 19, 0, tzinfo=UTC)
NOON = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)


def make_user(username="", **overrides):
    fields = {"username": username or f"user-{next(numbers)}", "is_staff": True}
    return get_user_model().objects.create(**fields | overrides)


def make_team(name="", **overrides):
    name = name or f"Team {next(numbers)}"
    fields = {"slug": f"team-{next(numbers)}", "name_fr": name, "name_en": name}
    return Team.objects.create(**fields | overrides)


def make_competition(**overrides):
    fields = {
        "key": f"cup-{next(numbers)}",
        "kind": Competition.Kind.CUP,
        "name_fr": "Coupe",
        "name_en": "Cup",
    }
    return Competition.objects.create(**fields | overrides)


def make_season(**overrides):
    overrides.setdefault("competition", None)
    overrides["competition"] = overrides["competition"] or make_competition()
    return Season.objects.create(**{"label": "2023/24"} | overrides)


def make_stage(**overrides):
    if "season" not in overrides:
        overrides["season"] = make_season()
    return Stage.objects.create(**{"kind": Stage.Kind.SEMI_FINALS} | overrides)


def make_match(**overrides):
    if "stage" not in overrides:
        overrides["stage"] = make_stage()
    overrides.setdefault("season", overrides["stage"].season)
    overrides.setdefault("home", None)
    overrides["home"] = overrides["home"] or make_team("Olympique de Marseille")
    overrides["away"] = overrides.get("away") or make_team("Atalanta")
    return Match.objects.create(**{"kickoff_at": KICK_OFF} | overrides)


def make_person(full_name="Jean-Louis Gasset", **overrides):
    fields = {"slug": f"person-{next(numbers)}", "full_name": full_name}
    return Person.objects.create(**fields | overrides)


def make_membership(**overrides):
    fields = {"role": Membership.Role.HEAD_COACH}
    fields["person"] = overrides.pop("person", None) or make_person()
    fields["team"] = overrides.pop("team", None) or make_team()
    return Membership.objects.create(**fields | overrides)


def make_quote(**overrides):
    fields = {
        "text": "Il y a un petit goût amer.",
        "translation_en": "There is a slightly bitter taste.",
        "verification": Quote.Verification.APPROVED,
    }
    fields["speaker"] = overrides.pop("speaker", None) or make_person()
    return Quote.objects.create(**fields | overrides)


def make_post(**overrides):
    fields = {
        "author_name": "Olympique de Marseille",
        "author_handle": "OM_Officiel",
        "posted_on": KICK_OFF.date(),
        "text_raw": f"⏱️ 45+2’ | #OMAtalanta 1️⃣-1️⃣ ({next(numbers)})",
    }
    return ClubPost.objects.create(**fields | overrides)


def embed(record):
    """The mark that shows `record` in a body."""
    kind = {"clubpost": "post"}.get(record._meta.model_name, record._meta.model_name)
    return f'<newsroom-embed data-type="{kind}" data-id="{record.pk}"></newsroom-embed>'


def make_article(**overrides):
    fields = {
        "kind": Article.Kind.REPORT,
        "title_fr": "Le petit truc manque",
        "title_en": "Something small was missing",
        "standfirst_fr": "Un partout.",
        "standfirst_en": "One apiece.",
        "body_fr": "<p>Le texte français.</p>",
        "body_en": "<p>The English text.</p>",
    }
    match = overrides.pop("match", None)
    article = Article.objects.create(**fields | overrides)
    if match:
        MatchLink.objects.create(
            article=article, match=match, role=MatchLink.Role.REPORT, is_primary=True
        )
    return article


def make_edition(*, article=None, language="fr", **overrides):
    article = article or make_article()
    return Edition.objects.create(article=article, language=language, **overrides)


def publish(article, language="fr", *, at=NOON, by=None, **arguments):
    """Publishes `article` in `language` as a desk chief would; returns the edition."""
    edition = article.editions.filter(language=language).first()
    edition = edition or make_edition(article=article, language=language)
    by = by or make_user(is_superuser=True)
    return publishing.publish(edition, by=by, at=at, **arguments)


def make_event(**overrides):
    fields = {"type": MatchEvent.Type.GOAL, "period": "1H", "minute": 11}
    fields["match"] = overrides.pop("match", None) or make_match()
    return MatchEvent.objects.create(**fields | overrides)


def make_tie(**overrides):
    """A semi-final of two legs: 1-1 and 0-3, so 4-1 for the second team."""
    stage = overrides.pop("stage", None) or make_stage()
    om = make_team("Olympique de Marseille", short_name_fr="OM", short_name_en="OM")
    atalanta = make_team("Atalanta")
    tie = Tie.objects.create(stage=stage, team_a=om, team_b=atalanta, **overrides)
    played = {"tie": tie, "stage": stage, "status": Match.Status.FINISHED}
    make_match(
        **played, leg=1, home=om, away=atalanta, full_time_home=1, full_time_away=1
    )
    make_match(
        **played,
        leg=2,
        home=atalanta,
        away=om,
        full_time_home=3,
        full_time_away=0,
        kickoff_at=KICK_OFF + timedelta(days=7),
    )
    return tie


def make_pairing(**overrides):
    """A tie without a leg yet."""
    fields = {"stage": overrides.pop("stage", None) or make_stage()}
    for side in ("team_a", "team_b"):
        fields[side] = overrides.pop(side, None) or make_team()
    return Tie.objects.create(**fields | overrides)


def make_member(role, **overrides):
    """Someone of the desk in a role of `newsroom.roles`, "desk chief" for example."""
    if not Group.objects.filter(name=role).exists():
        sync_roles()
    member = make_user(**overrides)
    member.groups.add(Group.objects.get(name=role))
    return member


def make_picture(*, mode="RGB", size=(40, 20), form="PNG", **options):
    """A picture file as an editor would send it."""
    buffer = BytesIO()
    Image.new("RGB", size, (200, 30, 30)).convert(mode).save(buffer, form, **options)
    return ContentFile(buffer.getvalue(), name=f"picture.{form.lower()}")


def make_photo(**overrides):
    fields = {"alt_fr": "Un stade.", "alt_en": "A stadium.", "credit": "Tribune"}
    fields["image"] = overrides.pop("image", None) or EncodedPicture(encoded_picture())
    return Photo.objects.create(**fields | overrides)


@cache
def encoded_picture():
    """As an upload would be stored, without a process for each."""
    return decoding.read(make_picture().read())[1]


def make_adjustment(**overrides):
    """A point taken away."""
    fields = {"points": -1, "reason_fr": "Sanction", "reason_en": "Penalty"}
    fields["season"] = overrides.pop("season", None) or make_season()
    fields["team"] = overrides.pop("team", None) or make_team()
    return StandingAdjustment.objects.create(**fields | overrides)


def make_term(**overrides):
    """“temps additionnel”, which is no “extra time”."""
    fields = {
        "key": f"term-{next(numbers)}",
        "domain": Term.Domain.TIME,
        "french": "temps additionnel",
        "british": "stoppage time",
        "french_variants": "arrêts de jeu",
        "english_variants": "added time\ninjury time (dated)",
        "wrong_english": "extra time",
    }
    return Term.objects.create(**fields | overrides)
