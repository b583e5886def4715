"""The whole hostile set in two texts, so that a door is asked once for each.

Behind every item stands what ends it, and before it a word that a door which took the
text has kept. Two items swallow whatever follows: each ends a text.
"""

from .hostile import HOSTILE

ENDS = "".join(
    f"</{tag}>"
    for tag in (
        *("script", "style", "textarea", "title", "noscript", "xmp", "noembed"),
        *("iframe", "template", "select", "svg", "math", "form", "table"),
        "newsroom-embed",
    )
)
SWALLOWING = [text for text in HOSTILE if text.startswith(("<math><mtext>", "<form>"))]
SWALLOWING = [text for text in SWALLOWING if "<style>" in text]
TAME = [text for text in HOSTILE if text not in SWALLOWING]


def whole(last):
    items = enumerate([*TAME, last])
    return "".join(f"<p>mot{n}.</p>{text}-->{ENDS}" for n, text in items)


TEXTS = [whole(last) for last in SWALLOWING]
WORDS = [f"mot{n}." for n in range(len(TAME) + 1)]
