"""The forms that a word of the glossary takes in a sentence, folded as texts are.

Forms are made, not guessed backwards: “but” never finds “bute”. What a rule makes
beside the language (“buts”, “bals”) stands in no text and does no harm.
"""

import re

from matches.names import fold

ALIKE = {
    "fr": [
        {"de", "du", "des", "d"},
        {"a", "au", "aux"},
        {"le", "la", "les", "l"},
        {"son", "sa", "ses", "leur", "leurs", "mon", "notre", "votre", "le", "un"},
        {"un", "une"},
    ],
    "en": [{"a", "an", "the", "their", "his", "her", "its", "one"}],
}
IRREGULAR = {
    "fr": [
        "ouvrir ouvre ouvrent ouvrit ouvrirent ouvrait ouvrant ouvrira ouvert ouverte",
        "exclure exclu exclue exclus exclues exclut exclurent exclura",
        "soutenir soutient soutiennent soutint soutinrent soutenait soutenaient"
        " soutiendra soutenant soutenu soutenue soutenus soutenues soutenez soutenons",
        "perdre perd perdent perdit perdirent perdait perdaient perdra perdant perdu",
        "sortir sort sortent sortit sortirent sortait sorti sortis sortie sorties",
    ],
    "en": [
        "go goes went gone going",
        "break breaks broke broken breaking",
        "send sends sent sending",
        "rule rules ruled ruling",
        "put puts putting",
        "win wins won winning",
    ],
}
FRENCH_VERB = {
    "er": "er e es ent ez ons a ai ait aient ais ant erent era eront erait ee es ees",
    "ir": "ir it issent issait issaient issant irent ira iront irait i ie is ies",
    "re": "re ent it irent ait aient ra ront rait ant u ue us ues s",
}
FEMININE = [  # of who plays, and of what agrees with a noun; regular, as it is said
    ("teur", ["teuse", "trice", "teure"]),
    ("eur", ["eure", "euse"]),
    ("ien", ["ienne"]),
    ("ier", ["iere"]),
    ("nt", ["nte"]),
    ("al", ["ale"]),
    ("if", ["ive"]),
    ("é", ["ee"]),
]
ENDINGS_ES = ("s", "x", "z", "ch", "sh")


def inflected(form: str, *, language: str, is_verb: bool) -> list[set[str]]:
    """For each word of `form`, what may stand in its place."""
    words = re.findall(r"\w+", form.lower())
    if language == "fr":
        if is_verb and words and words[0] in {"se", "s"}:
            words = words[1:]
        return [french(word, is_verb=is_verb and not n) for n, word in enumerate(words)]
    return [english(word, is_verb=is_verb and not n) for n, word in enumerate(words)]


def irregular(word, language):
    return next((set(f.split()) for f in IRREGULAR[language] if word in f.split()), ())


def alike(word, language):
    return next((set(group) for group in ALIKE[language] if word in group), ())


def french(word: str, *, is_verb: bool) -> set[str]:
    folded = fold(word)
    if same := irregular(folded, "fr") or alike(folded, "fr"):
        return {folded, *same}
    if is_verb and folded[-2:] in FRENCH_VERB:
        return conjugated(folded)
    if word.endswith("é") and len(word) > 4:
        return conjugated(f"{folded}r")  # a participle: “éliminé”
    singulars = {folded, *french_feminines(word)}
    return singulars | {many for one in singulars for many in french_plurals(one)}


def french_feminines(word):
    for ending, others in FEMININE:
        if word.endswith(ending):
            return {fold(word.removesuffix(ending)) + other for other in others}
    return set()


def french_plurals(word):
    if word.endswith(("al", "ail")):
        yield re.sub("ai?l$", "aux", word)
    if word.endswith(("eau", "eu")):
        yield f"{word}x"
    if word.isalpha() and len(word) > 2:
        yield word if word.endswith(("s", "x", "z")) else f"{word}s"
        yield word.removesuffix("s") if len(word) > 4 else word


def conjugated(infinitive):
    stem, ending = infinitive[:-2], infinitive[-2:]
    stems = {stem}
    if stem.endswith("g"):
        stems.add(f"{stem}e")  # “jugea”
    return {one + last for one in stems for last in FRENCH_VERB[ending].split()} | (
        {stem} if ending == "re" else {f"{stem}e"}
    )


def english(word: str, *, is_verb: bool) -> set[str]:
    folded = fold(word)
    if same := alike(folded, "en"):
        return {folded, *same}
    is_participle = folded.endswith("ed") and len(folded) > 4
    if same := irregular(folded, "en") if is_verb or folded != "win" else ():
        return {folded, *same}
    if is_verb or is_participle:
        return english_verb(folded)
    return {folded, *english_plurals(folded)}


def english_plurals(word):
    if not word.isalpha() or len(word) < 3:
        return
    if word.endswith("man"):
        yield f"{word[:-3]}men"
    if re.search("[^aeiou]y$", word):
        yield f"{word[:-1]}ies"
    yield f"{word}es" if word.endswith(ENDINGS_ES) else f"{word}s"


def english_verb(word):
    """“book”, “booked”, “booking”; of a participle, those of each verb it may be."""
    stems = {word}
    if word.endswith("ied"):
        stems = {f"{word[:-3]}y"}
    elif word.endswith("ed"):
        stems = {word[:-2], word[:-1]}
        if re.search(r"([^aeiou])\1ed$", word):
            stems.add(word[:-3])
    return {word} | {form for stem in stems for form in verb_forms(stem)}


def verb_forms(stem):
    yield from (stem, *english_plurals(stem))
    if stem.endswith("e"):
        yield from (f"{stem}d", f"{stem[:-1]}ing")
        return
    past = f"{stem[:-1]}ied" if re.search("[^aeiou]y$", stem) else f"{stem}ed"
    yield from (past, f"{stem}ing")
    if re.search("[^aeiou][aeiou][bdglmnprt]$", stem):
        yield from (f"{stem}{stem[-1]}ed", f"{stem}{stem[-1]}ing")
