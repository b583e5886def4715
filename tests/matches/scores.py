"""Scores as the columns of a match."""


def scores(**periods):
    """full_time=(1, 0) as both columns."""
    return {
        f"{period}_{side}": goals
        for period, pair in periods.items()
        for side, goals in zip(("home", "away"), pair, strict=True)
    }
