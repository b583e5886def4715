from .match import MatchAdmin

__all__ = ["MatchAdmin"]
