"""The publication panel of one language, beside the text."""

from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractUser
from django.db.models import Model

from articles import corrections, embargo, moves, policy, second_look
from articles.answering import Checks
from articles.facts.answers import checks
from articles.facts.records import Records
from articles.models import Article, Edition, Language, Release
from articles.moves import Move
from articles.obstacles import obstacles

from .state import State, state, translation_state
from .verb_forms import SeenForm
from .verbs import STILL_RIGHT, VERBS, Verb


@dataclass(frozen=True)
class Choice:
    """A verb that is offered, with its empty form."""

    verb: Verb
    form: SeenForm
    id: str

    @property
    def asks(self):
        return bool(self.form.visible_fields())


@dataclass(frozen=True)
class Panel:
    """`edition` is None in a language nobody has opened yet."""

    language: Language
    edition: Edition | None
    state: State | None = None
    translation: State | None = None
    may_open: bool = False
    has_settings: bool = False
    has_changes: bool = False
    changed_facts: list[Model] = field(default_factory=list)
    asked: list[Release] = field(default_factory=list)
    may_publish: bool = False
    embargo: list[str] = field(default_factory=list)
    sent_back: Move | None = None
    moves: list[Move] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    obstacles: list[str] = field(default_factory=list)
    checks: Checks | None = None
    may_dismiss: bool = False


@dataclass(frozen=True)
class Found:
    """What the panels ask once, each by the pk of an edition."""

    records: Records
    changed: dict[int, list[Model]]
    asked: dict[int, list[Release]]
    moves: dict[int, list[Move]]


def panels(article: Article, user: AbstractUser) -> list[Panel]:
    """One for each language, the article's own first."""
    shown = ("release__released_by", "translator", "translation", "embargo_match")
    editions = article.editions.select_related(*shown).defer(None)
    known = {edition.language: edition for edition in editions}
    opened = list(known.values())
    found = Found(
        Records(article),
        second_look.changed(opened),
        corrections.asked(opened),
        moves.moves(opened),
    )
    original = Language(article.original_language)
    return [
        panel(article, user, language, known.get(language), found)
        for language in (original, original.other)
    ]


def panel(article, user, language, edition, found):
    if edition is None:
        may_open = language in policy.editable_languages(user, article)
        return Panel(language, None, may_open=may_open)
    edition.article = article
    return Panel(
        language,
        edition,
        state=state(edition),
        translation=translation_state(edition),
        has_settings=policy.may_readdress(user, edition),
        has_changes=edition.has_unpublished_changes,
        embargo=embargo.terms(edition),
        sent_back=moves.last_sent_back(edition, found.moves[edition.pk]),
        moves=found.moves[edition.pk],
        changed_facts=found.changed.get(edition.pk, []),
        asked=found.asked.get(edition.pk, []),
        may_publish=policy.may_publish(user, edition),
        choices=choices(edition, user, is_doubtful=edition.pk in found.changed),
        obstacles=obstacles(edition),
        checks=checked(article, language, found.records),
        may_dismiss=policy.may_dismiss(user, article, language),
    )


def checked(article, language, records):
    """None where no match is linked: nothing is on record to check against."""
    if not records.sheets:
        return None
    return checks(article, language=language, records=records)


def choices(edition, user, *, is_doubtful):
    return [
        choice(verb, edition)
        for verb in VERBS.values()
        if verb.is_offered(edition, user) and (is_doubtful or verb is not STILL_RIGHT)
    ]


def choice(verb, edition, data=None):
    form_id = f"{edition.language}-{verb.name}"
    return Choice(verb, verb.form(data, edition=edition, form_id=form_id), form_id)
