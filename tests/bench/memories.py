"""A memory as large as a desk's after years: sentences of made-up words, in which the
common ones are common and the rare ones rare, as in any language (Zipf)."""

from itertools import accumulate
from random import Random

from articles.intake.vocabulary import words
from articles.models import Edition
from articles.translating.memory import keep, row

SEED = 1993
SYLLABLES = "ba ce di fo gu ha jo ka le mi no pa re si to vu bra cli dro fle gri pla"
WORDS, NAMES = 9000, 1500
CHANGED = 0.35  # of the sentences say almost what an older one says


class Desk:
    """Writes sentences in two languages that share nothing but names."""

    def __init__(self):
        self.chance = Random(SEED)
        self.words = {code: self.language(code) for code in ("fr", "en")}
        self.names = [word.capitalize() for word in self.vocabulary(NAMES)]
        self.weights = list(accumulate(1 / (rank + 4) for rank in range(WORDS)))

    def language(self, code):
        """Its own commonest words, then such as it might have."""
        return [*sorted(words(f"common.{code}.txt")), *self.vocabulary(WORDS)]

    def vocabulary(self, size):
        found = {}
        while len(found) < size:
            syllables = self.chance.choices(
                SYLLABLES.split(), k=self.chance.randint(1, 4)
            )
            found["".join(syllables)] = None
        return sorted(found, key=len)

    def sentence(self) -> list[int]:
        """Ranks of words; those below 0 are names, the same in both languages."""
        size = min(max(int(self.chance.gauss(20, 7)), 4), 45)
        ranks = self.chance.choices(range(WORDS), cum_weights=self.weights, k=size)
        for place in self.chance.sample(range(size), k=size // 10):
            ranks[place] = -self.chance.randint(1, NAMES)
        return ranks

    def changed(self, ranks: list[int], *, share: float) -> list[int]:
        """`ranks` with that share of the words replaced."""
        ranks = list(ranks)
        for place in self.chance.sample(range(len(ranks)), k=int(len(ranks) * share)):
            ranks[place] = self.chance.choice(self.sentence())
        return ranks

    def written(self, ranks: list[int], language: str) -> str:
        own = self.words[language]
        words = [own[rank] if rank >= 0 else self.names[-rank - 1] for rank in ranks]
        return f"{' '.join(words).capitalize()}."

    def memory(self, size: int) -> list[list[int]]:
        said = []
        for _number in range(size):
            is_new = not said or self.chance.random() > CHANGED
            old = self.sentence() if is_new else self.chance.choice(said)
            said.append(old if is_new else self.changed(old, share=0.2))
        return said


def fill(desk: Desk, edition: Edition, said: list[list[int]]):
    """Keeps `said` as the translation `edition` has it, as `remember` would."""
    for at in range(0, len(said), 2000):
        pairs = [
            [desk.written(one, c) for c in ("fr", "en")] for one in said[at : at + 2000]
        ]
        keep([row(edition, *pair) for pair in pairs])
