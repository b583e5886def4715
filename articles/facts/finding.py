import hashlib
from dataclasses import dataclass

from articles.models import Check


@dataclass(frozen=True)
class Finding:
    """Words that the record contradicts, and where: characters of a field's text.

    `says` is for people; `record` is what the mark is made of, in no language.
    """

    kind: Check
    field: str
    start: int
    end: int
    words: str
    says: str
    record: str
    nth: int = 0  # which of the same words in the field, from 0

    @property
    def place(self):
        return self.kind, self.field, self.start, self.end

    @property
    def mark(self) -> str:
        """Another value once the words or what is on record change."""
        asked = "\n".join([self.kind, " ".join(self.words.split()), self.record])
        return hashlib.sha256(asked.encode()).hexdigest()[:16]
