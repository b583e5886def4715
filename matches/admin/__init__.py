from .competition import CompetitionAdmin, GroupAdmin, SeasonAdmin, StageAdmin
from .event import MatchEventAdmin
from .match import MatchAdmin
from .person import MembershipAdmin, PersonAdmin
from .standing_adjustment import StandingAdjustmentAdmin
from .team import TeamAccountAdmin, TeamAdmin
from .tie import TieAdmin
from .venue import VenueAdmin

__all__ = [
    "CompetitionAdmin",
    "GroupAdmin",
    "MatchAdmin",
    "MatchEventAdmin",
    "MembershipAdmin",
    "PersonAdmin",
    "SeasonAdmin",
    "StageAdmin",
    "StandingAdjustmentAdmin",
    "TeamAccountAdmin",
    "TeamAdmin",
    "TieAdmin",
    "VenueAdmin",
]
