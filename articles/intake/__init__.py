"""Raw copy read for its posts, quotes, fixtures and boilerplate: rules, no model."""

from .proposal import Proposal
from .proposing import Refused, propose

__all__ = ["Proposal", "Refused", "propose"]
