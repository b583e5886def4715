"""Numbers in figures and in words, amounts and percentages, minutes and ranks."""

import re

from .figure import Reader, figure

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)[@#]\w+",
    re.IGNORECASE,
)
# Figures that are part of a name.
NAMES = re.compile(
    r"\b(?:Ligue|Serie|League|Top|National|Division|Formula|Formule|Canal|Sky|Group)"
    r"\s?\d\d?\b(?! (?:matchs|games|points))|\b[A-Z]{1,3}\d{1,2}\b(?<!U\d\d)"
    r"|(?<=[a-z] )0\d\b"
)
LARGE = {
    "million": 6,
    "millions": 6,
    "milliard": 9,
    "milliards": 9,
    "billion": 9,
    "billions": 9,
    "bn": 9,
    "mille": 3,
    "thousand": 3,
    "k": 3,
    "m": 6,
}
CURRENCIES = {
    "€": "EUR",
    "euro": "EUR",
    "£": "GBP",
    "livre": "GBP",
    "pound": "GBP",
    "$": "USD",
    "dollar": "USD",
}
NUMBER = re.compile(
    r"(?:(?P<before>[€£$])\s?)?(?<![\d.,])"
    r"(?P<digits>\d{1,3}(?:[ .,]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)"
    r"(?:(?P<large> ?(?:millions?|milliards?|billions?|bn|mille|thousand)\b|[kKmM]\b"
    r"| [mMkK](?= ?€))"
    r"|(?P<rank>(?:er|re|ère|e|es|ème|eme|st|nd|rd|th)\b))?[’'′]?"
    r"(?: ?(?:d’|de |of )?(?P<after>€|£|\$|euros?\b|livres?\b|pounds?\b|dollars?\b))?",
)
FRACTION = re.compile(r"(?<![\d/])\d{1,3}/\d{1,3}(?![\d/])")  # odds, shares
METRES = re.compile(
    r"^\s?(?:-?\s?)(?:m|km|cm|kg|mètres?|metres?|meters?|yards?|feet|foot|ft|inch(?:es)?"
    r"|miles?|kilomètres?|kilos?)\b"
)
YEARS = re.compile(r"^(?:19|20)\d\d$")
MARKED = "’'′"


def read_numbers(reader: Reader) -> None:
    reader.mask(FRACTION)
    reader.read(NUMBER, number)


def number(match):
    digits = match["digits"]
    values = meant(digits)
    if match["large"]:
        values = enlarged(values, match["large"].strip(" ").lower())
    named = {("n", value) for value in values}
    if match["rank"] or match.group()[-1] in MARKED:
        named |= {
            ("added", 90, int(value) - 90) for value in values if 90 < value < 110
        }
    if is_measure(match):
        return [figure(match, "measure", *named, is_soft=True)]
    return [figure(match, "count", *named, label=currency(match))]


def meant(digits: str) -> set[float]:
    """64 475, 64,475, 64.475: thousands; 1,5 and 1.5: decimals; 1.500 is both."""
    digits = digits[:24]
    if re.fullmatch(r"\d{1,3}(?:[ .,]\d{3})+", digits):
        whole = {float(re.sub(r"\D", "", digits))}
        is_both = len(re.findall(r"[.,]", digits)) == 1 and " " not in digits
        return whole | ({float(digits.replace(",", "."))} if is_both else set())
    if grouped := re.fullmatch(r"(\d{1,3}(?:[ .,]\d{3})+)[.,](\d{1,2})", digits):
        return {float(re.sub(r"\D", "", grouped[1]) + "." + grouped[2])}
    return {float(digits.replace(",", "."))}


def enlarged(values, word):
    """“25m” is millions of something, or metres."""
    power = 10 ** LARGE[word]
    large = {round(value * power, 2) for value in values}
    return large | values if word in "km" else large


def currency(match):
    sign = (match["before"] or match["after"] or "").lower()
    return CURRENCIES.get(sign, CURRENCIES.get(sign.rstrip("s"), ""))


def is_measure(match: re.Match) -> bool:
    """A distance: the other language may well count in other units."""
    return bool(METRES.match(match.string[match.end() : match.end() + 12]))
