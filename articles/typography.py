"""French and English typography on plain text (domain: Imprimerie nationale).

Every function is idempotent and leaves addresses, handles, times and scores alone.
"""

import re
from functools import lru_cache

NARROW, WIDE = "\u202f", "\u00a0"
SPACE = "[ \u00a0\u202f\u2009]"
PROTECTED = re.compile(
    r"(?:https?://|www\.)\S*[^\s.,;:!?»)]"
    r"|[\w.+-]+@[\w-]+\.[\w.]+"
    r"|(?<!\w)[@#]\w+"
    r"|\b\d{1,2}:\d{2}\b"
    "|\ufdd0"
)
HELD = "\ufdd0"  # stands for a protected piece; no text may hold it
WHOLE = re.compile(r"[«“\"]\s*([^«»“”\"]*[^«»“”\"\s])\s*[»”\"]")
MARKS = {"fr": (f"«{NARROW}", f"{NARROW}»"), "en": ("“", "”")}
NESTED = {"fr": ("“", "”"), "en": ("‘", "’")}
ENDS = f"[\\w»”’)\\]%€°…{HELD}]"
OPENS = r"(^|[\s(\[—–“‘])"


def tidy(text: str, language: str) -> str:
    """`text` as `language` ("fr", "en") spaces and quotes it."""
    held = iter(PROTECTED.findall(text))
    text = PROTECTED.sub(HELD, text)
    for pattern, replacement in RULES.get(language, ()):
        text = pattern.sub(replacement, text)
    return re.sub(HELD, lambda _found: next(held), text)


def compiled(*rules):
    return [(re.compile(pattern), replacement) for pattern, replacement in rules]


RULES = {
    "fr": compiled(
        (r"\.\.\.", "…"),
        (r"(?<=\w)'", "’"),
        (rf'{OPENS}"', r"\1«"),
        (r'"', "»"),
        (f"«{SPACE}*", MARKS["fr"][0]),
        (f"{SPACE}*»", MARKS["fr"][1]),
        (f"(?<={ENDS}){SPACE}*([;!?]+)", rf"{NARROW}\1"),
        (rf"(?<={ENDS})(?:{SPACE}+:|:(?={SPACE}|\n|$))", f"{WIDE}:"),
        (rf"(?<!\d)(\d{{1,3}}){SPACE}(?=\d{{3}}(?!\d))", rf"\1{NARROW}"),
        (rf"(?<=\d){SPACE}+(?=[%€]|M€|(?:h|min|km|m)\b)", WIDE),
        (rf"(?<=\d{WIDE}h){SPACE}+(?=\d\d\b)", WIDE),
    ),
    "en": compiled(
        (r"\.\.\.", "…"),
        (rf'{OPENS}"', r"\1“"),
        (r'"', "”"),
        (rf"{OPENS}'(?=[^\W\d])", r"\1‘"),
        (r"'", "’"),
    ),
}


@lru_cache(maxsize=2048)  # the same quotes are set again for every reader
def quoted(text: str, language: str) -> str:
    """`text` between the quotation marks of its own `language`.

    Marks inside become the language's nested ones: « » never stand in « ».
    """
    inner = tidy(text.strip(), language)
    opening, closing = MARKS.get(language, MARKS["en"])
    nested_opening, nested_closing = NESTED.get(language, NESTED["en"])
    inner = inner.replace(opening, nested_opening).replace(closing, nested_closing)
    return f"{opening}{inner}{closing}"


def unquoted(text: str, language: str) -> str:
    """`text` as `language` sets it, without quotation marks around the whole."""
    text = text.strip()
    found = WHOLE.fullmatch(text)
    return tidy(found[1] if found else text, language)
