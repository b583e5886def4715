"""Why an act is not done, in words for its operator."""

from matches.models import MatchEvent
from matches.transitions import Refused

__all__ = ["Doubled", "Refused"]


class Doubled(Exception):
    """Another operator seems to have entered it: `event` is theirs."""

    def __init__(self, sentence: str, event: MatchEvent):
        super().__init__(sentence)
        self.event = event
