"""Copy as nobody writes it, of any length: what a careless search would drown in."""

SENTENCE = "Le match est fini et les joueurs sont là, dit-on, pour la suite. "
QUOTE = "« A b c d e », a dit Lestrade. "
ADDRESS = "https://x.com/UCV/status/1786140000000000000\n"


def cut(piece, length):
    return (piece * (length // len(piece) + 1))[:length]


def repeated(piece):
    return lambda length: cut(piece, length)


# Tried on every change, as long as the intake takes.
SHAPES = {
    "one line of prose": repeated(SENTENCE),
    "one word": repeated("a"),
    "opening marks alone": repeated("«"),
    "marks within marks": lambda n: "« a " * (n // 8) + " b »" * (n // 8),
    "quotes of one letter": repeated('"a'),
    "quotes with their tags": repeated(QUOTE),
    "attributions": repeated("— A (@b) 2 mai 2024 "),
    "tags": repeated("<p>a</p>"),
    "tags within tags": repeated("<div>"),
    "comments that never close": lambda n: "<p></p><br>" + cut("<!--", n - 11),
    "mojibake": repeated("Ã©tÃ© le match "),
    "control characters": repeated("\x00le match\x07 "),
    "marks of direction": repeated("\u202ele match "),
    "lone surrogates": repeated("\ud83dle match\udc4a "),
    "empty lines": repeated("a\n"),
    "combining marks": lambda n: "le match " + cut("\u0301\u0327", n - 9),
    "a run of spaces": lambda n: f"le{cut(' ', n - 10)}match la",
    "quotes by a pronoun": repeated("« A b c d e », a-t-il dit. "),
    "quotes by a role": repeated("« A b c d e », a dit le coach. "),
}
# Only timed, with those above, by the bench.
SLOW_TO_SEARCH = {
    "words": repeated("le match de la "),
    "lines without a letter": repeated("\n"),
    "opening marks and words": repeated("« a "),
    "single marks": repeated("'a "),
    "dashes": repeated("— "),
    "attributions without a date": repeated("— A (@b) "),
    "handles with a date": repeated("(@ab) May 2, 2024 "),
    "dates": repeated("2 mai 2024 "),
    "less-than signs": repeated("<"),
    "entities": lambda n: "<p></p><br>" + cut("&eacute;", n - 11),
    "names of people": repeated("Paul Varenne "),
    "names of clubs": repeated("Castelverne Morlanne "),
    "hashtags": repeated("#UCVMOR "),
    "handles": repeated("@a "),
    "addresses of posts": repeated(ADDRESS),
    "scores": repeated("1-1 "),
    "clocks": repeated("⏱️ 45+2’ "),
    "English quotes with their tags": repeated('"A b c d," said Lestrade. '),
    "quotes after a colon": repeated("Lestrade : « A b c d » "),
    "initials": repeated("J. R. "),
    "incises": repeated("a, dit-il, "),
    "incises within one quote": lambda n: f"« {cut('A, dit-il, b ', n - 4)} »",
    "ends of sentences": repeated(". A"),
    "parentheses": repeated("("),
    "microphones": repeated("au micro de Canal Canal "),
}
