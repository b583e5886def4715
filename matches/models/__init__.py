from .appearance import Appearance
from .competition import Competition, Group, Season, Stage
from .event import MINUTES, MatchEvent, Period
from .external import MatchNumber, PersonNumber
from .match import Match
from .match_move import MatchMove
from .match_scores import Score
from .person import Membership, Person
from .standing_adjustment import StandingAdjustment
from .team import Network, Team, TeamAccount, TeamAlias
from .tie import Tie
from .venue import Venue
from .versioned import StaleRow, Versioned

__all__ = [
    "MINUTES",
    "Appearance",
    "Competition",
    "Group",
    "Match",
    "MatchEvent",
    "MatchMove",
    "MatchNumber",
    "Membership",
    "Network",
    "Period",
    "Person",
    "PersonNumber",
    "Score",
    "Season",
    "Stage",
    "StaleRow",
    "StandingAdjustment",
    "Team",
    "TeamAccount",
    "TeamAlias",
    "Tie",
    "Venue",
    "Versioned",
]
