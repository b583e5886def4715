"""Which language a passage is in, by its commonest words and nothing else."""

import re
from collections import Counter
from collections.abc import Iterable

from .vocabulary import words

LANGUAGES = ("fr", "en", "es", "it", "de", "pt", "nl")
WORDS = {name: words(f"common.{name}.txt") for name in LANGUAGES}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
ELISION = re.compile(r"\b(?:[ldjnmtsc]|qu)['’](?=[^\W\d_])", re.IGNORECASE)
SURE = 3  # common words
LONGEST = 60_000  # characters: more would not change the answer


def detect(text: str) -> str:
    """ "fr", "en", "es", "it", "de", "pt" or "nl"; "" where nothing tells."""
    ranked = counts(text).most_common(1)
    return ranked[0][0] if ranked[0][1] else ""


def is_surely(text: str, languages: Iterable[str]) -> bool:
    """Whether `text` is beyond doubt in one of `languages`."""
    (first, most), (_second, less) = counts(text).most_common(2)
    return first in languages and most >= SURE and most >= 2 * less


def counts(text) -> Counter:
    text = text[:LONGEST].lower()
    spoken = Counter(WORD.findall(ELISION.sub(" ", text)))
    found = {name: sum(spoken[word] for word in known) for name, known in WORDS.items()}
    found["fr"] += len(ELISION.findall(text))
    return Counter(found)
