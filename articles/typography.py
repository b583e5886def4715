"""French and English typography on plain text (domain: Imprimerie nationale).

Every function is idempotent and leaves addresses, handles, times and scores alone.
"""

import re

NARROW, WIDE = "\u202f", "\u00a0"
SPACES = " \u00a0\u202f\u2009"
PROTECTED = re.compile(
    r"(?:https?://|www\.)\S*[^\s.,;:!?»)]"
    r"|[\w.+-]+@[\w-]+\.[\w.]+"
    r"|(?<!\w)[@#]\w+"
    r"|\b\d{1,2}:\d{2}\b"
)
MARKS = {"fr": (f"«{NARROW}", f"{NARROW}»"), "en": ("“", "”")}
NESTED = {"fr": ("“", "”"), "en": ("‘", "’")}


def tidy(text: str, language: str) -> str:
    """`text` as `language` ("fr", "en") spaces and quotes it."""
    rule = {"fr": french, "en": english}.get(language)
    return outside_protected(text, rule) if rule else text


def outside_protected(text, rule):
    pieces, end = [], 0
    for found in PROTECTED.finditer(text):
        pieces += [rule(text[end : found.start()]), found.group()]
        end = found.end()
    return "".join([*pieces, rule(text[end:])])


def french(text):
    text = text.replace("...", "…")
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(rf"«[{SPACES}]*", MARKS["fr"][0], text)
    text = re.sub(rf"[{SPACES}]*»", MARKS["fr"][1], text)
    text = re.sub(rf"(?<=[\w»”)’%…!?])[{SPACES}]*([;!?])", rf"{NARROW}\1", text)
    text = re.sub(rf"(?<=[\w»”)’%…])[{SPACES}]+:", f"{WIDE}:", text)
    return re.sub(rf"(?<=\d)[{SPACES}]+(?=[%€])", WIDE, text)


def english(text):
    text = text.replace("...", "…")
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(r'(^|[\s(\[—–])"', r"\1“", text)
    return text.replace('"', "”")


def quoted(text: str, language: str) -> str:
    """`text` between the quotation marks of its own `language`.

    Marks inside become the language's nested ones: « » never stand in « ».
    """
    inner = tidy(text.strip(), language)
    opening, closing = MARKS.get(language, MARKS["en"])
    nested_opening, nested_closing = NESTED.get(language, NESTED["en"])
    inner = inner.replace(opening, nested_opening).replace(closing, nested_closing)
    return f"{opening}{inner}{closing}"
