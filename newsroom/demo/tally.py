"""How many rows a step of the demo made, and how many it found."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    created: int = 0
    updated: int = 0
    unchanged: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.created + other.created,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
        )

    def __str__(self):
        return (
            f"{self.created} created, {self.updated} updated, "
            f"{self.unchanged} unchanged, 0 refused"
        )


def add_new(model, items: list[dict], *, key: str, create: Callable) -> Tally:
    """Calls `create(item)` for what the database never had under `key`.

    Case aside. The history counts: what the desk renamed or deleted stays so.
    """
    had = model.history.values_list(key, flat=True)
    known = {value.casefold() for value in had}
    new = [item for item in items if item[key].casefold() not in known]
    for item in new:
        create(item)
    return Tally(created=len(new), unchanged=len(items) - len(new))


def checked(instance):
    """`instance`, saved as a form would save it: every validator has its say."""
    instance.full_clean()
    instance.save()
    return instance
