"""Stories as long as anyone writes, of sentences put together at random."""

from itertools import cycle, islice
from random import Random

from tests.factories import embed

SEED = 1993
SENTENCES = {
    "fr": (
        ("Le latéral", "La relayeuse", "Le capitaine", "Le banc", "La recrue"),
        ("a cherché la profondeur", "a gagné son duel", "est redescendu d’un cran"),
        ("dès la reprise", "à l’heure de jeu", "sur le premier corner", "sans ballon"),
        ("et le virage a compris.", "; l’écart n’a plus bougé.", "avant la pause."),
    ),
    "en": (
        ("The full-back", "The playmaker", "The captain", "The bench", "The signing"),
        ("looked for the channel", "won the second ball", "dropped ten yards deeper"),
        ("after the restart", "on the hour", "from the first corner", "out of habit"),
        ("and the end behind the goal knew.", "; the gap held.", "before the break."),
    ),
}


def body(language: str, records: list, *, words: int) -> str:
    """HTML of exactly `words` words, in paragraphs with `records` spread among them."""
    text = list(islice(endless_words(language), words))
    size = -(-words // (2 * len(records)))  # two paragraphs, then a record
    cuts = range(0, words, size)
    paragraphs = [f"<p>{' '.join(text[cut : cut + size])}</p>" for cut in cuts]
    marks = (embed(record) for record in records)
    return "".join(
        paragraph + (next(marks, "") if number % 2 else "")
        for number, paragraph in enumerate(paragraphs)
    )


def endless_words(language):
    chance = Random(SEED)
    for _sentence in cycle([None]):
        sentence = " ".join(chance.choice(part) for part in SENTENCES[language])
        yield from sentence.replace(" ;", ";").split()
