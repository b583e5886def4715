"""Texts that nobody wrote: what copy is made of, and what breaks it, in any order."""

from hypothesis import strategies as st

MARKS = ["« ", " »", "«", "»", "“", "”", '"', "‘", "’", "'", "<<", ">>", "„", "(", ")"]
ATTRIBUTIONS = [
    "— UCV (@UCV) May 2, 2024",
    "— A (b) (@c_d) 1er mai 2024",
    "– X (@x) 31 avril 2024",
    "(@UCV) 2 mai 2024",
    "Voir cette publication sur Instagram",
    "Une publication partagée par A (@a)",
    "https://x.com/UCV/status/1786140000000000000",
    "pic.twitter.com/Ab12cd34Ef",
    "https://t.co/Ab3dEf9hIj",
]
PROSE = [
    "Le match est fini et les joueurs sont là.",
    "The match is over and the players are here.",
    "Lestrade a déclaré : ",
    ", a-t-il dit, ",
    " a dit l’entraîneur de Castelverne.",
    " said Pell, the Wexcombe manager.",
    "Castelverne – Morlanne (1-1), le 2 mai 2024",
    "Selon Diallo, ",
    "en conférence de presse. ",
    "au micro de Canal+ ",
    "Et d’ajouter : ",
    "he added. ",
]
FURNITURE = [
    "Soutenez notre rédaction : faites un don.",
    "Comment pouvez-vous nous aider à vous informer ?",
    "Sign up for our newsletter.",
    "© 2024 Le Ponant Sportif",
    "Lire aussi : ",
    "Nous utilisons des cookies sur ce site.",
]
POSTED = [
    "⏱️ 45+2’ | #UCVMOR 1️⃣-1️⃣",
    "🔥",
    "👊💙",
    "#OM",
    "@a",
    "𝗖𝗼𝗻𝘁",
    "𝗰̧𝗮",
    "????",
    "RT @",
]
TAGS = ["<p>", "</p>", "<br>", "<div>", "</div>", "<nav>", "</nav>", "<script>"]
TAGS += [
    "</script>",
    "<!--",
    "-->",
    "<a href='https://x.com/UCV/status/1'>",
    "&eacute;",
]
TAGS += ["&nbsp;", "&#0;", "&#xd800;", "&#x202e;", "&amp", "<", ">", "<![CDATA["]
BROKEN = ["\x00", "\x07", "\ufeff", "\ud83d", "\udc4a", "\u202e", "\u2066", "\u2069"]
BROKEN += ["\u0301", "\u0327\u0301", "e\u0301", "\u200d", "\ufe0f", "\ufffe", "Ã©"]
SPACE = [" ", "\n", "\n\n", "\r\n", "\r", "\t", "\u2028", "\u2029", "\x85", "\x1c"]
SPACE += ["\u00a0", "\u202f", "\u2009", "\u3000", "\x0b"]
FRAGMENTS = [*MARKS, *ATTRIBUTIONS, *PROSE, *FURNITURE, *POSTED, *BROKEN, *SPACE]


def texts(fragments):
    """Dozens of `fragments` in any order, with any characters at all between."""
    known = st.sampled_from(["", *fragments])
    pieces = known | known | st.text(st.characters(), max_size=8)
    return st.lists(pieces, min_size=12, max_size=60).map("".join)


plain = texts(FRAGMENTS)
pages = texts([*FRAGMENTS, *TAGS, *TAGS]).map("<p>{}</p>".format)
