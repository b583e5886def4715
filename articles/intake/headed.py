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

GAP = r"[^\S\n]{0,3}\n?[^\S\n]{0,3}"
HEAD = re.compile(
    rf"@(?P<handle>{HANDLE}){GAP}[·•]{GAP}(?P<date>{DATE})[^\S\n]{{0,3}}$",
    re.IGNORECASE | re.ASCII | re.MULTILINE,
)
NAME = re.compile(r"(?:\A|(?<=\n))(?P<name>[^\n@(]{1,80})\n?[^\S\n]*\Z")
# What the page writes below the words.
FOOT = re.compile(
    r"(?:\d{1,2}[:h]\d\d(?: [AP]M)? · .{6,40}"
    r"|[\d.,\s\u202f]+ ?(?:[kKM]|Mio)? ?(?:vues|views|j.aime|likes?|reposts?|retweets?"
    r"|réponses|replies|citations|quotes|signets|bookmarks)?"
    r"|traduire le (?:post|tweet)|translate (?:post|tweet)|image|gif|alt)",
    re.IGNORECASE,
)
MOST_LINES, LONGEST = 8, 90  # lines of a post, characters of a name


def headed(copy: Copy) -> list[Signature]:
    """The posts whose attribution stands above them; the span holds all of each."""
    found = (signature(copy, found) for found in HEAD.finditer(copy.text))
    return [one for one in found if one]


def signature(copy, found):
    before = max(0, found.start() - LONGEST)
    name = NAME.search(copy.text[before : found.start()])
    if not name or not name["name"].strip():
        return None
    words, end = below(copy, found.end())
    return Signature(
        span=Span(before + name.start(), found.end()),
        name=" ".join(name["name"].split()),
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
