"""What is no prose in a text: addresses, handles and tags; and places once taken."""

import re
from bisect import bisect_right, insort
from collections.abc import Iterable
from math import inf

OPAQUE = re.compile(
    r"(?:https?://|(?<!\w)www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.-]{0,60}"
    r"|[@#]\w+"
    r"|(?<![\w-])[\w-]{1,63}\.(?:com|fr|org|net|uk|co|eu|tv|it|de)(?!\w)(?:/\S*)?"
)


def opaque_spans(text: str) -> list[tuple[int, int]]:
    """Where they stand, in order."""
    return [found.span() for found in OPAQUE.finditer(text)]


class Taken:
    """Places in a text, from a character to another; none overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()):
        self.spans = []
        for start, end in sorted(spans):
            if self.spans and start < self.spans[-1][1]:
                start, last = self.spans.pop()
                end = max(end, last)
            self.spans.append((start, end))

    def holds(self, start: int, end: int) -> bool:
        """Whether some of it is taken."""
        number = bisect_right(self.spans, (start, inf))
        is_behind = number and start < self.spans[number - 1][1]
        return bool(
            is_behind or number < len(self.spans) and self.spans[number][0] < end
        )

    def take(self, start: int, end: int):
        insort(self.spans, (start, end))
