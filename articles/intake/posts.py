"""Posts flattened into the text: found by their attribution, `— NAME (@HANDLE) DATE`.

The attribution tells where a post ends. Where it begins no text tells: the start is
proposed at the highest line with a post's marks (emoji, hashtag, handle, picture,
mathematical letters), and a person may move it (domain: posts when flattened).
"""

import re
from dataclasses import replace

from articles import posts
from articles.characters import storable
from articles.post_addresses import parse_status_url

from . import claims, languages
from .headed import headed
from .lines import Copy, Span
from .proposal import FoundPost
from .signing import DATE, HANDLE, Signature, day, network

SIGNED = re.compile(
    rf"\(\s*@(?P<handle>{HANDLE})\s*\)[\s·,]*(?P<date>{DATE})",
    re.IGNORECASE | re.ASCII,
)
SHARED = re.compile(
    r"(?:Une (?:publication|photo|vidéo) partagée par|A (?:post|photo|video|reel)"
    rf" shared by)\s+(?P<name>[^\n(]{{1,120}}?)\s*\(@(?P<handle>{HANDLE})\)"
    rf"(?:\s*(?:le|on)?\s*(?P<date>{DATE}))?",
    re.IGNORECASE | re.ASCII,
)
LOST = re.compile(
    r"(?:Voir (?:cette publication |ce post |ce tweet )?sur|View (?:this (?:post"
    r"|tweet) )?"
    r"on) (?:Twitter|X|Instagram|Facebook|Threads|Bluesky|TikTok)\.?",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?<=^)[^\S\n]*(https?://\S{8,300})(?=[^\S\n]*$)", re.MULTILINE)
DASH = re.compile(r"[—–―]|--|(?:^|(?<=\s))-(?=\s)", re.MULTILINE)
PICTURE = re.compile(
    r"(?:https?://)?pic\.(?:twitter|x)\.com/([A-Za-z0-9]{10,12})(?![A-Za-z0-9])"
)
EMOJI = "\u231a-\u23ff\u25aa-\u27bf\u2b05-\u2b55\ufe0f\u20e3\U0001f000-\U0001faff"
MARK = re.compile(
    rf"[{EMOJI}]|[{posts.ALPHABETS}]|(?<!\w)[#@]\w|\bt\.co/|\bpic\.(?:twitter|x)\.com/"
    r"|\?{4}|^RT\b|(?:^|\s)\d{1,2}/\d{0,2}$|^\d{1,2}/\d{0,2}\s"
)
MARKED = re.compile(rf"[{EMOJI}]|[#@]\w+|https?://\S+|pic\.\S+")
WORDS = re.compile(r"[^\W\d_]{2}")
CLOCK = re.compile(r"[\u23f0-\u23f3]|\bRT @|^\.@|^\?{2,} \d")  # begins a post
SPOKEN = re.compile(r"[»”\"],?\s+(?:a-t-|a |ont |dit|said|says|added)")
LONG_LINE, LONGEST_NAME, SHORT_LINE = 500, 120, 80  # characters
MOST_LINES, MOST_PLAIN, MOST_ACROSS = 12, 4, 3  # the last over an empty line


def find_posts(copy: Copy, *, language: str) -> list[FoundPost]:
    """The posts in `copy`, in order; `language` is what its prose is in."""
    found, floor = [], 0
    found_all = (*signed(copy), *shared(copy), *linked(copy), *headed(copy))
    signatures = sorted(found_all, key=by_place)
    for number, signature in enumerate(signatures):
        if signature.span.start < floor:
            continue
        if found and is_its_address(copy, found[-1], signature):
            identified = {
                "end": signature.span.end,
                "external_id": signature.external_id,
            }
            found[-1] = replace(found[-1], **identified)
        else:
            start = start_of(copy, signature, floor=floor, language=language)
            following = signatures[number + 1 : number + 2]
            end = end_of(copy, signature, following)
            found.append(post_at(copy, signature, start, end, language=language))
        floor = found[-1].end
    return found


def by_place(signature):
    return signature.span.start


def is_its_address(copy, post, signature):
    """Whether the address below a post is its own."""
    between = copy.text[post.end : signature.span.start]
    same = signature.handle.casefold() in ("", post.handle.casefold())
    return bool(signature.external_id) and same and not between.strip()


def signed(copy):
    for found in SIGNED.finditer(copy.text):
        before = Span(max(0, found.start() - LONGEST_NAME - 4), found.start())
        dashes = list(DASH.finditer(copy.text, *before))
        if not dashes or "\n\n" in copy.text[dashes[-1].end() : found.start()]:
            continue
        dash = dashes[-1]
        yield Signature(
            span=Span(dash.start(), found.end()),
            name=" ".join(copy.text[dash.end() : found.start()].split()),
            handle=found["handle"],
            on=day(found["date"]),
            why=f"attribution: (@{found['handle']}) {found['date']}",
            provider=network(found["handle"]),
        )


def shared(copy):
    for found in SHARED.finditer(copy.text):
        yield Signature(
            span=Span(*found.span()),
            name=found["name"],
            handle=found["handle"],
            on=found["date"] and day(found["date"]),
            why=f"shared by (@{found['handle']})",
            provider="instagram",
        )


def linked(copy):
    """An address of a post that stands alone in its line."""
    for found in ADDRESS.finditer(copy.text):
        post = parse_status_url(found[1])
        if post:
            on = post.posted_at and post.posted_at.date()
            yield Signature(
                span=Span(*found.span(1)),
                name="",
                handle=post.author_handle,
                on=on,
                why="address of a post",
                provider=post.provider,
                external_id=post.external_id,
            )


def start_of(copy, signature, *, floor, language):
    """Where the post that `signature` ends is proposed to begin."""
    units = units_before(copy, signature.span.start, floor)
    if signature.external_id or signature.words or not units:
        return signature.span.start
    top, clock = highest(copy, units, language)
    if clock is not None:
        return clock
    if top is None:
        return units[
            unmarked(copy, units, is_shared=signature.provider == "instagram")
        ].start
    while not WORDS.search(
        MARKED.sub(" ", copy.text[units[top].start : signature.span.start])
    ):
        if top + 1 >= len(units) or is_apart(copy, units, top + 1):
            break
        top += 1
    return units[top].start


def highest(copy, units, language):
    """(the highest marked unit that belongs, or None; where a clock begins it)."""
    top, plain, is_across = None, 0, False
    for number, unit in enumerate(units):
        text = copy[unit]
        if SPOKEN.search(text):
            break
        is_across = is_across or is_apart(copy, units, number)
        if clock := CLOCK.search(text):
            return number, unit.start + clock.start()
        if MARK.search(text) or is_foreign(text, language):
            top, plain, is_across = number, 0, False
        else:
            plain += 1
        if plain >= (MOST_ACROSS if is_across else MOST_PLAIN):
            break
    return top, None


def unmarked(copy, units, *, is_shared):
    """How far a post without marks reaches: the line above, a block of its own, or the
    short lines above what a network puts there."""
    number = 0
    while number + 1 < len(units) and number < MOST_PLAIN:
        above = copy[units[number + 1]]
        is_block = is_apart(copy, units, number + 1)
        if is_block or SPOKEN.search(above) or len(above) > SHORT_LINE:
            break
        if not is_shared and not has_blank_lines(copy):
            break
        number += 1
    return number


def has_blank_lines(copy):
    return bool(re.search(r"\n[^\S\n]*\n", copy.text[: LONG_LINE * 10]))


def is_foreign(text, language):
    """Whether a line is in another language than the copy's prose."""
    others = languages.WORDS.keys() - {language}
    return languages.is_surely(posts.readable(text), others)


def is_apart(copy, units, number):
    """Whether an empty line stands below unit `number`."""
    if number == 0:
        return False
    between = copy.text[units[number].end : units[number - 1].start]
    return between.count("\n") > 1


def units_before(copy, place, floor):
    """Lines (of a long one, sentences) from `place` upwards, the nearest first."""
    number, units = copy.line_number(place), []
    while number >= 0 and len(units) < MOST_LINES:
        line = copy.lines[number]
        span = copy.trimmed(max(line.start, floor), max(min(line.end, place), floor))
        is_long = span.end - span.start > LONG_LINE
        units += reversed(copy.sentences(span) if is_long else [span])
        if line.start <= floor:
            break
        number -= 1
    return [unit for unit in units if unit.start < unit.end][:MOST_LINES]


def end_of(copy, signature, following):
    """After the attribution; after the picture that trails it in the same line, or what
    a network puts below an address."""
    end = signature.span.end
    if signature.words:
        return signature.end
    line = copy.line_at(signature.span.start)
    if signature.external_id:
        lost = LOST.match(
            copy.text, end + len(copy.text[end:]) - len(copy.text[end:].lstrip())
        )
        return lost.end() if lost else end
    last = min(max(line.end, end), end + LONG_LINE)
    picture = PICTURE.search(copy.text, end, last)
    gap = following[0].span.start - picture.end() if picture and following else None
    is_next = gap is not None and gap < LONGEST_NAME
    return end if not picture or is_next else picture.end()


def post_at(copy, signature, start, end, *, language):
    raw = copy.text[start : signature.span.start] + copy.text[signature.span.end : end]
    text = tidy(copy[signature.words] if signature.words else raw)
    readable = posts.readable(text)
    return FoundPost(
        start=start,
        end=end,
        why=signature.why,
        author_name=storable(signature.name),
        handle=signature.handle,
        posted_on=signature.on,
        text=text,
        readable_text=readable,
        language=languages.detect(readable) or language,
        pictures=tuple(dict.fromkeys(PICTURE.findall(raw))),
        minute=claims.minute(readable),
        claimed_score=claims.score(readable),
        provider=signature.provider,
        external_id=signature.external_id,
    )


def tidy(raw):
    """The words of a post, line by line, without the address of its picture."""
    lines = (line.strip() for line in PICTURE.sub("", raw).splitlines())
    return storable(
        "\n".join(line for line in lines if line and not LOST.fullmatch(line))
    )
