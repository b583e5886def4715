"""Posts copied from a network's own page: who and when stand above the words.

Étoile de Brumeville
@Etoile_BV
·
2 mai 2024
Fin du match !
"""

import re

from .lines import Copy, Span
from .signing import DATE, HANDLE, Signature, day, network

HEAD = re.compile(
    rf"^(?P<name>[^\n@(]{{1,80}}?)[^\S\n]*\n?[^\S\n]*@(?P<handle>{HANDLE})[^\S\n]*\n?"
    rf"[^\S\n]*[·•][^\S\n]*\n?[^\S\n]*(?P<date>{DATE})[^\S\n]*$",
    re.IGNORECASE | re.ASCII | re.MULTILINE,
)
# What the page writes below the words.
FOOT = re.compile(
    r"(?:\d{1,2}[:h]\d\d(?: [AP]M)? · .{6,40}"
    r"|[\d.,\s\u202f]+ ?(?:[kKM]|Mio)? ?(?:vues|views|j.aime|likes?|reposts?|retweets?"
    r"|réponses|replies|citations|quotes|signets|bookmarks)?"
    r"|traduire le (?:post|tweet)|translate (?:post|tweet)|image|gif|alt)",
    re.IGNORECASE,
)
MOST_LINES = 8


def headed(copy: Copy) -> list[Signature]:
    """The posts whose attribution stands above them; the span holds all of each."""
    return [signature(copy, found) for found in HEAD.finditer(copy.text)]


def signature(copy, found):
    words, end = below(copy, found.end())
    return Signature(
        span=Span(found.start(), found.end()),
        name=" ".join(found["name"].split()),
        handle=found["handle"],
        on=day(found["date"]),
        why=f"heading: @{found['handle']} · {found['date']}",
        provider=network(found["handle"]),
        words=words,
        end=end,
    )


def below(copy, place):
    """(the words below up to an empty line or the foot; where the foot ends)."""
    number, lines, end = copy.line_number(place - 1) + 1, [], place
    for line in copy.lines[number : number + MOST_LINES]:
        is_foot = bool(FOOT.fullmatch(copy[line]))
        is_past = end > (lines[-1].end if lines else end)
        if lines and ("\n\n" in copy.text[end : line.start] or is_past > is_foot):
            break
        lines += [] if is_foot else [line]
        end = line.end
    words = Span(lines[0].start, lines[-1].end) if lines else Span(place, place)
    return words, end
