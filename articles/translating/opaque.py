"""What is no prose in a text: addresses, handles and tags."""

import re

OPAQUE = re.compile(
    r"(?:https?://|(?<!\w)www\.)\S+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.-]{0,60}"
    r"|[@#]\w+"
    r"|(?<![\w-])[\w-]{1,63}\.(?:com|fr|org|net|uk|co|eu|tv|it|de)(?!\w)(?:/\S*)?"
)


def opaque_spans(text: str) -> list[tuple[int, int]]:
    """Where they stand, in order."""
    return [found.span() for found in OPAQUE.finditer(text)]
