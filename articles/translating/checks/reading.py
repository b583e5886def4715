"""All the figures of a passage."""

from .counts import ADDRESS, NAMES, read_numbers
from .days import read_days
from .figure import Figure, Reader
from .hours import read_hours
from .scoring import read_scoring
from .spelling_out import read_words


def figures(text: str, language: str) -> list[Figure]:
    """In order of place. `text` has typographic apostrophes and plain spaces.

    What is most telling is read first: 2024-05-02 is no score, 90+2 no sum.
    """
    reader = Reader(text)
    reader.mask(ADDRESS)
    read_days(reader, language)
    read_scoring(reader)
    read_hours(reader)
    reader.mask(NAMES)
    read_numbers(reader)
    read_words(reader, language)
    return sorted(reader.figures, key=lambda one: (one.start, one.end))
