"""Who is named where: one mention, and how mentions that stand together are one."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from matches.models import Person


@dataclass(frozen=True)
class Named:
    """Someone or something named in the copy."""

    start: int
    end: int
    people: tuple[Person, ...] = ()
    name: str = ""
    role: str = ""
    team: int | None = None
    is_pronoun: bool = False
    is_former: bool = False
    is_nobody: bool = False
    is_owned: bool = False

    @property
    def says_who(self):
        return bool(self.people or self.name)


def within(named, start, end):
    """Those of `named` (in order) that lie between `start` and `end`."""
    first = bisect_left(named, start, key=lambda one: one.start)
    found = []
    for one in named[first:]:
        if one.start >= end:
            break
        if one.end <= end:
            found.append(one)
    return found


def overlaps(named, start, end):
    return any(one.start < end and start < one.end for one in named)


def joined(found, text):
    """Titles and the names they stand beside made one; what lies within is dropped."""
    result = []
    for one in found:
        result[-1:] = together(result[-1], one, text) if result else [one]
    return result


def together(last, one, text):
    """Both, or what they are together."""
    is_within = one.start < last.end
    if last.is_pronoun and is_within and not one.people:
        return [last]
    if last.is_pronoun and one.says_who and one.start == last.end + 1:
        return [replace(one, start=last.start, team=last.team)]
    if is_within:
        return [overlapped(last, one)]
    if belongs(last, one, text):
        return [merged(*((last, one) if last.role else (one, last)))]
    return [last, one]


def overlapped(last, one):
    """A title and a name of the same words; else the first."""
    if one.says_who and not last.says_who:
        return merged(last, one)
    if one.role and last.says_who and not last.role:
        return merged(one, last)
    return last


def belongs(first, second, text):
    """“OM coach Gasset”, “Gasset, l’entraîneur de l’OM”, “Gasset, the OM coach”."""
    gap = text[first.end : second.start]
    if first.role and not first.says_who and second.says_who and not second.role:
        return bool(
            re.fullmatch(r"(?:\s(?:des|du|de la|de)\s\w+|\s[a-zà-ÿ]{4,})?,?\s", gap)
        )
    if first.says_who and not first.role and second.role and not second.says_who:
        return bool(
            re.fullmatch(
                r"(?:,\s|\s\()(?:(?:l[’']|le |la |the |leur |son |sa )?(?:nouve(?:l|au"
                r"|lle) |new |ancien(?:ne)? |former )?)",
                gap,
            )
        )
    return False


def merged(title, name):
    return Named(
        min(title.start, name.start),
        max(title.end, name.end),
        name.people,
        name.name,
        title.role,
        title.team,
    )
