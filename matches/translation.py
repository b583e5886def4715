import simple_history
from modeltranslation.translator import TranslationOptions, register

from .models import (
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


@register(Competition)
class CompetitionTranslation(TranslationOptions):
    fields = ("name", "short_name")


@register(Stage)
class StageTranslation(TranslationOptions):
    fields = ("name",)


@register(StandingAdjustment)
class StandingAdjustmentTranslation(TranslationOptions):
    fields = ("reason",)


@register(Team)
class TeamTranslation(TranslationOptions):
    fields = ("name", "short_name")


@register(Venue)
class VenueTranslation(TranslationOptions):
    fields = ("name", "city")


@register(Match)
class MatchTranslation(TranslationOptions):
    fields = ("awarded_reason", "decided_note")


@register(MatchEvent)
class MatchEventTranslation(TranslationOptions):
    fields = ("note",)


# After the registrations: a history made before them would lack the _fr and _en
# columns, and the bare ones hold whichever language was active last.
for model, words in {
    Competition: CompetitionTranslation.fields,
    Stage: StageTranslation.fields,
    StandingAdjustment: StandingAdjustmentTranslation.fields,
    Team: TeamTranslation.fields,
    Venue: VenueTranslation.fields,
    MatchEvent: MatchEventTranslation.fields,
    Appearance: (),
    Group: (),
    Match: MatchTranslation.fields,
    Membership: (),
    Person: (),
    Season: (),
    TeamAccount: (),
    TeamAlias: (),
    Tie: (),
}.items():
    simple_history.register(model, app="matches", excluded_fields=list(words))
