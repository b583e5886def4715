"""What the database refuses of a match, whichever door it comes by.

A CHECK passes on NULL: each condition says what it means for an unknown score.
"""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _


def paired(period):
    home, away = f"{period}_home__isnull", f"{period}_away__isnull"
    return models.CheckConstraint(
        condition=Q(**{home: True, away: True}) | Q(**{home: False, away: False}),
        name=f"match_{period}_of_both_teams",
        violation_error_message=_("A score has a figure for each team."),
    )


def not_below(later, earlier):
    return models.CheckConstraint(
        condition=Q(
            **{
                f"{later}_home__gte": F(f"{earlier}_home"),
                f"{later}_away__gte": F(f"{earlier}_away"),
            }
        ),
        name=f"match_{later}_not_below_{earlier}",
        violation_error_message=_("A running score never goes down."),
    )


def level(period):
    return Q(**{f"{period}_home__isnull": False, f"{period}_home": F(f"{period}_away")})


ALL = [
    models.UniqueConstraint(
        "season",
        "stage",
        "home",
        "away",
        Coalesce("matchday", 0),
        Coalesce("leg", 0),
        Coalesce("replay_of", 0),
        name="match_once",
        violation_error_message=_("This match already exists."),
    ),
    models.CheckConstraint(
        condition=~Q(home=F("away")),
        name="match_between_two_teams",
        violation_error_message=_("A team does not play itself."),
    ),
    models.CheckConstraint(
        condition=Q(leg=None) | Q(leg__in=(1, 2), tie__isnull=False),
        name="match_leg_of_a_tie",
        violation_error_message=_("A leg is 1 or 2, and belongs to a tie."),
    ),
    *(paired(p) for p in ("half_time", "full_time", "extra_time", "shootout")),
    not_below("full_time", "half_time"),
    not_below("extra_time", "full_time"),
    models.CheckConstraint(
        condition=Q(shootout_home=None)
        | Q(leg__isnull=False, leg=2)
        | level("extra_time")
        | (Q(extra_time_home=None) & level("full_time")),
        name="match_shootout_after_a_draw",
        violation_error_message=_("A shoot-out comes only after a draw."),
    ),
    models.CheckConstraint(
        condition=Q(shootout_home=None)
        | ~Q(status="finished")
        | ~Q(shootout_home=F("shootout_away")),
        name="match_shootout_has_a_winner",
        violation_error_message=_("A shoot-out has a winner."),
    ),
    models.CheckConstraint(
        condition=Q(phase="") | Q(status__in=("live", "suspended")),
        name="match_phase_only_while_live",
        violation_error_message=_("Only a live match has a phase."),
    ),
    models.CheckConstraint(
        condition=Q(awarded_to=None)
        | Q(awarded_to=F("home"), status="awarded")
        | Q(awarded_to=F("away"), status="awarded"),
        name="match_awarded_to_one_of_its_teams",
        violation_error_message=_("Only an awarded match goes to one of its teams."),
    ),
    models.CheckConstraint(
        condition=Q(is_walkover=False) | Q(status="awarded"),
        name="match_walkover_is_awarded",
        violation_error_message=_("Only an awarded match can be a walkover."),
    ),
]
