"""How near a proposal of the intake comes to what a sub-editor would find.

Posts, quotes and lines of boilerplate are counted both ways, for precision and
recall; what is said of a quote is judged on the quotes found, and a cue or an
occasion only where the copy tells one. An expectation marked `optional` is right
to find and no fault to leave.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from matches.names import fold

ENOUGH = 0.9
COUNTED = ("posts", "quotes", "boilerplate")
JUDGED = ("language", "fixture", "kinds", "speakers", "cues", "occasions")
LINK = re.compile(r"(?:https?://)?(?:pic\.(?:twitter|x)\.com|t\.co)/\w+")
KEYCAP = re.compile("\ufe0f?\u20e3")
MARKS = re.compile(r"[«»“”„\"'‘’<>]")


@dataclass
class Score:
    """Counts of `right`, `expected` and `proposed` by subject, and what went wrong."""

    right: Counter = field(default_factory=Counter)
    expected: Counter = field(default_factory=Counter)
    proposed: Counter = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def judge(self, subject: str, expected, proposed):
        self.expected[subject] += 1
        self.proposed[subject] += 1
        self.right[subject] += expected == proposed
        if expected != proposed:
            self.misses.append(f"{subject}: {expected!r}, not {proposed!r}")

    def count(self, subject: str, *, expected: int, proposed: int, right: int):
        self.expected[subject] += expected
        self.proposed[subject] += proposed
        self.right[subject] += right

    def recall(self, subject: str) -> float:
        return self.right[subject] / (self.expected[subject] or 1)

    def precision(self, subject: str) -> float:
        return self.right[subject] / (self.proposed[subject] or 1)

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right,
            self.expected + other.expected,
            self.proposed + other.proposed,
            self.misses + other.misses,
        )


def score(expected: dict, proposal: dict, *, teams: dict[str, str]) -> Score:
    """Compares one proposal; `teams` gives a key for every folded name of a team."""
    result = Score()
    result.judge("language", expected["language"], told_language(proposal))
    score_fixture(result, expected["fixture"], proposal.get("fixtures", []), teams)
    score_posts(result, expected["posts"], proposal.get("posts", []))
    score_quotes(result, expected["quotes"], proposal.get("quotes", []))
    score_boilerplate(result, expected, proposal.get("boilerplate", []))
    return result


def told_language(proposal):
    language = proposal.get("language")
    return language if language in {"fr", "en"} else "other"


def score_fixture(result, expected, proposed, teams):
    first = proposed[0] if proposed else None
    result.judge("fixture", named(expected, teams), named(first, teams))


def named(fixture, teams):
    if fixture is None:
        return None
    home, away = (teams.get(fold(fixture[side])) for side in ("home", "away"))
    return home, away, fixture["date"]


def score_posts(result, expected, proposed):
    pairs = matched(expected, proposed, same_post)
    tally(result, "posts", expected, proposed, pairs)


def same_post(expected, proposed):
    if expected["posted_on"] != proposed.get("posted_on"):
        return 0
    if author(expected) != author(proposed):
        return 0
    return likeness(expected["text"], proposed.get("text") or "")


def author(post):
    return fold(post.get("handle") or post.get("author_name") or "")


def score_quotes(result, expected, proposed):
    pairs = matched(expected, joined(expected, proposed), same_words)
    tally(result, "quotes", expected, joined(expected, proposed), pairs)
    for wanted, found in pairs:
        if is_optional(wanted):
            continue
        result.judge("kinds", wanted["kind"], found.get("kind"))
        result.judge("speakers", folded(wanted["speaker"]), folded(found["speaker"]))
        if wanted["cue"]:
            result.judge("cues", folded(wanted["cue"]), folded(found.get("cue")))
        if wanted["occasion"]:
            result.judge("occasions", wanted["occasion"], found.get("occasion"))


def joined(expected, proposed):
    """The proposal with two halves of a speech made one where both are expected.

    « A », a-t-il dit, « B »: the words are one quote, in one finding or two.
    """
    quotes = list(proposed)
    for parts in (item["parts"] for item in expected if "parts" in item):
        found = [first(part, quotes) for part in parts]
        if None in found:
            continue
        quotes = [quote for quote in quotes if quote not in found]
        quotes.append(found[0] | {"text": " ".join(quote["text"] for quote in found)})
    return quotes


def first(part, quotes):
    return next((q for q in quotes if likeness(part, q["text"]) >= ENOUGH), None)


def same_words(expected, proposed):
    return likeness(expected["text"], proposed["text"])


def score_boilerplate(result, expected, proposed):
    """By line; a menu or a by-line may be left or taken, as the desk likes."""
    wanted = [{"text": line} for line in expected["boilerplate"]]
    either = expected.get("boilerplate_optional", ())
    wanted += [{"text": line, "optional": True} for line in either]
    lines = [line for block in proposed for line in block.splitlines()]
    found = [{"text": line} for line in lines if line.strip()]
    tally(result, "boilerplate", wanted, found, matched(wanted, found, same_words))


def matched(expected, proposed, like):
    """Pairs of what was expected and found, the likest first, each used once."""
    ranked = sorted(
        (
            (-like(wanted, found), i, j)
            for i, wanted in enumerate(expected)
            for j, found in enumerate(proposed)
        ),
    )
    pairs = {}
    for unlike, i, j in ranked:
        if -unlike >= ENOUGH and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(expected[i], proposed[j]) for i, j in sorted(pairs.items())]


def tally(result, subject, expected, proposed, pairs):
    wanted = [item for item in expected if not is_optional(item)]
    right = [pair for pair in pairs if not is_optional(pair[0])]
    extra = len(proposed) - len(pairs)
    result.count(
        subject,
        expected=len(wanted),
        proposed=len(right) + extra,
        right=len(right),
    )
    missed = [item for item in wanted if item not in [pair[0] for pair in right]]
    surplus = [item for item in proposed if item not in [pair[1] for pair in pairs]]
    result.misses += [f"{subject}: not found: {words(item)}" for item in missed]
    result.misses += [f"{subject}: not there: {words(item)}" for item in surplus]


def is_optional(item):
    return item.get("optional", False)


def words(item):
    author = f"@{item.get('handle')} " if "pics" in item else ""
    return author + " ".join(item["text"].split())[:90]


def folded(name):
    return fold(name) if name else None


def likeness(one: str, other: str) -> float:
    """From 0 to 1: the share of characters two texts have in common, in order."""
    one, other = letters(one), letters(other)
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if 2 * shorter < ENOUGH * (shorter + longer):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def letters(text):
    text = KEYCAP.sub("", LINK.sub("", text))
    text = MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return re.sub(r"\s+", "", text).strip(".,;:!?…")
