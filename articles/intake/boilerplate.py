"""What publishers add to their pages and no article says: appeals, letters, cookies.

A line is taken whole when it opens like one of them, or when a third of its sentences
speak of reading, paying or following, and not of the game. An appeal's paragraph
follows its heading; stock sentences at the end of a paragraph are taken without the
prose before them.
"""

import re
from collections.abc import Iterable

from articles.characters import storable

from .lines import Copy, Span
from .proposal import Boilerplate
from .vocabulary import patterns

OPENINGS = patterns("boilerplate.openings.txt")
SENTENCES = patterns("boilerplate.sentences.txt")
BULLETS = "•·-–—>*▶►👉➡️\ufe0f📲📱🔔 \t"
QUOTED = re.compile(r"[«“\"][^«»“”\"]*[»”\"]")
APPEALS = ("support appeal", "newsletter", "subscription", "thanks")
READER = re.compile(
    r"\b(?:vous|votre|vos|you|your|nous|notre|nos|our|us|média|journal|rédaction"
    r"|lecteurs?|readers?|journalism)\b",
    re.IGNORECASE,
)
SHORTEST, LONGEST_OPENING, LONGEST = 2, 300, 1200  # characters of a line


def find_boilerplate(
    copy: Copy, *, furniture: Iterable[Span] = ()
) -> list[Boilerplate]:
    """The lines and closing sentences of `copy` that are no part of the article.

    `furniture` is what a page says is navigation, a form or its foot.
    """
    found, follows_appeal = [], False
    for line in copy.lines:
        span, why = judged(copy, line, follows_appeal=follows_appeal)
        if not why and any(one.holds(line.start) for one in furniture):
            span, why = line, "page furniture"
        if why and (text := storable(copy[span])):
            found.append(Boilerplate(*span, why, text))
        follows_appeal = why in APPEALS and span == line
    return found


def judged(copy, line, *, follows_appeal):
    """The part of `line` that is boilerplate and why; (line, "") for none."""
    text = copy[line]
    if len(text) < SHORTEST:
        return line, ""
    if len(text) < LONGEST_OPENING and (why := reason(OPENINGS, text.lstrip(BULLETS))):
        return line, why
    if len(text) > LONGEST or QUOTED.search(text):
        return closing(copy, line)
    if follows_appeal and len(READER.findall(text)) > 1:
        return line, "follows an appeal"
    return stock(copy, line)


def reason(known, text):
    """Why `text` is boilerplate by one of the patterns, or ""."""
    return next((why for why, pattern in known if pattern.match(text)), "")


def said(text):
    return next((why for why, pattern in SENTENCES if pattern.search(text)), "")


def stock(copy, line):
    """All of a line where a third of its sentences are stock ones, else its end."""
    reasons = [said(copy[part]) for part in copy.sentences(line)]
    told = [why for why in reasons if why]
    if told and len(told) * 3 >= len(reasons):
        return line, told[0]
    return closing(copy, line)


def closing(copy, line):
    """The stock sentences at the end of a line, after the last that is none."""
    last = Span(max(line.start, line.end - LONGEST), line.end)
    start, why = line.end, ""
    for part in reversed(copy.sentences(last)):
        text = copy[part]
        found = "" if QUOTED.search(text) else said(text)
        if not found or part.start == last.start != line.start:
            break
        start, why = part.start, found
    return (Span(start, line.end), why) if why else (line, "")
