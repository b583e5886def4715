"""Translations edited on either side, and what must still stand beside what."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from articles.models import Article, TranslatedUnit
from articles.translating.rows import rows
from articles.translating.units import body_units
from tests.bench.prose import SENTENCES

EDITS = ("add", "remove", "split", "merge", "move", "word")


@dataclass
class Side:
    """Paragraphs as [sentences], each known by the pairs it came from."""

    language: str
    paragraphs: list[tuple[set[int], list[str]]] = field(default_factory=list)

    @property
    def html(self) -> str:
        return "\n".join(f"<p>{' '.join(lines)}</p>" for _ids, lines in self.paragraphs)


def sentence(language, chance):
    words = " ".join(chance.choice(part) for part in SENTENCES[language])
    return words.replace(" ;", ";")


def sides(paragraphs: int, chance: Random) -> tuple[Side, Side]:
    """A story and its translation, paragraph for paragraph."""
    found = Side("fr"), Side("en")
    for number in range(paragraphs):
        size = chance.randint(2, 4)
        for side in found:
            lines = [sentence(side.language, chance) for _n in range(size)]
            side.paragraphs.append(({number}, lines))
    return found


def edit(side: Side, chance: Random):
    """One edit, as an editor makes it."""
    place = chance.randrange(len(side.paragraphs))
    ids, lines = side.paragraphs[place]
    match chance.choice(EDITS):
        case "add":
            new = [sentence(side.language, chance) for _n in range(2)]
            side.paragraphs.insert(place, (set(), new))
        case "remove" if len(side.paragraphs) > 2:
            del side.paragraphs[place]
        case "split" if len(lines) > 1:
            side.paragraphs[place : place + 1] = [(ids, lines[:1]), (ids, lines[1:])]
        case "merge" if place:
            before, first = side.paragraphs[place - 1]
            side.paragraphs[place - 1 : place + 1] = [(before | ids, first + lines)]
        case "move":
            side.paragraphs.insert(0, side.paragraphs.pop(place))
        case _:
            lines[0] = lines[0].replace(lines[0].split()[1], "numéro")


def possible(source: Side, target: Side) -> int:
    """How many rows could hold two paragraphs of one pair, each in one row only."""
    taken = {}
    return sum(
        place(n, source, target, taken, set()) for n in range(len(source.paragraphs))
    )


def place(number, source, target, taken, tried):
    """Kuhn's augmenting path, of a matching that is the largest there is."""
    ids = source.paragraphs[number][0]
    for other, (theirs, _lines) in enumerate(target.paragraphs):
        if ids & theirs and other not in tried:
            tried.add(other)
            if other not in taken or place(taken[other], source, target, taken, tried):
                taken[other] = number
                return True
    return False


def edited_pairs(article: Article, *, stories: int) -> Iterator[tuple[int, int]]:
    """Of each story, edited on both sides: (rows that hold a pair, rows that could)."""
    for seed in range(stories):
        chance = Random(seed)
        source, target = sides(12, chance)
        kept = kept_of(source, target)
        for _edit in range(4):
            edit(source, chance)
            edit(target, chance)
        yield rows_of_pairs(article, kept, source, target), possible(source, target)


def kept_of(source, target):
    pairs = zip(body_units(source.html), body_units(target.html), strict=True)
    return [
        TranslatedUnit(field="body", source=s.html, target=t.html, answer="translated")
        for s, t in pairs
    ]


def rows_of_pairs(article, kept, source, target) -> int:
    """How many rows hold two paragraphs of one pair."""
    for side in (source, target):
        setattr(article, f"body_{side.language}", side.html)
    article.save()
    edition = article.editions.get(language="en")
    edition.article = article
    ids = [by_html(side) for side in (source, target)]
    found = [row for row in rows(edition, kept) if row.source and row.target]
    body = [row for row in found if row.field == "body"]
    return sum(bool(ids[0][r.source.html] & ids[1][r.target.html]) for r in body)


def by_html(side):
    return {f"<p>{' '.join(lines)}</p>": ids for ids, lines in side.paragraphs}
