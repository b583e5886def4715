"""Copy with what is expected marked in it, and findings in a line each."""

OPENS, CLOSES = "⟦", "⟧"


def unmarked(shown: str) -> str:
    """The copy alone: what stands between ⟦ and ⟧ stays, the marks go."""
    return shown.replace(OPENS, "").replace(CLOSES, "")


def marked(shown: str) -> list[tuple[int, int]]:
    """Where in `unmarked(shown)` each marked passage begins and ends."""
    spans, place = [], 0
    for piece in shown.split(OPENS)[1:]:
        before = shown.index(OPENS, place)
        start = before - 2 * len(spans)
        spans.append((start, start + piece.index(CLOSES)))
        place = before + 1
    return spans


def spans(found) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found]


def told_of_post(post) -> str:
    """Who, when, which pictures, minute and score; what is missing is left out."""
    on = post.posted_on.isoformat() if post.posted_on else ""
    facts = (post.author_name, f"@{post.handle}", on, *post.pictures)
    return " · ".join(filter(None, (*facts, post.minute, post.claimed_score)))


def told_of_quote(quote) -> str:
    """Who, what kind, with which verb, on what occasion; "?" for nobody known."""
    name = quote.speaker.full_name if quote.speaker else quote.speaker_name
    facts = (name or "?", quote.role, quote.kind, quote.cue, quote.occasion)
    return " · ".join(filter(None, (*facts, quote.broadcaster)))
