"""Names that people take for one another: OM_Officiel and OM_0fficiel."""

import unicodedata
from itertools import groupby

# Letter → what looks like it, in lower case: the Cyrillic, Greek and other letters of
# Unicode's confusables that impostors use, then digits and signs.
LOOKALIKES = {
    "a": "аα4@",
    "b": "вьβ8",
    "c": "сϲ",
    "d": "ԁ",
    "e": "еєε3",
    "g": "ɡ",
    "h": "һнη",
    "j": "јϳ",
    "k": "кκ",
    "l": "iıіιɩɪӏ1|!",
    "m": "мμ",
    "n": "пν",
    "o": "оοσօ0ø",
    "p": "рρ",
    "q": "ԛ",
    "r": "гɾ",
    "s": "ѕ5$",
    "t": "тτ7",
    "u": "υսц",
    "w": "ԝωш",
    "x": "хχ",
    "y": "уγү",
    "z": "ζ2",
}
SAME = {ord(c): letter for letter, group in LOOKALIKES.items() for c in group}
SEPARATORS = "_.-–—·’' \u00b7"


def skeleton(name: str) -> str:
    """What is left of `name` once all that the eye forgives is gone.

    Accents, case, letters that look alike, signs that join or hide, doubled letters.
    """
    text = unicodedata.normalize("NFKD", name).casefold()
    kept = [c for c in text if unicodedata.category(c) not in {"Mn", "Cf"}]
    text = "".join(c for c in kept if c not in SEPARATORS).translate(SAME)
    text = text.replace("rn", "m").replace("vv", "w")
    return "".join(letter for letter, _run in groupby(text))
