"""The words that name people in both languages: roles, pronouns, shapes of names."""

import re

from matches.models import Membership

from .vocabulary import words

Role = Membership.Role
ROLES = {
    "fr": {
        Role.ASSISTANT_COACH: r"(?:entraîneure? )?adjointe?|entraîneure? adjointe?",
        Role.HEAD_COACH: r"entra[iî]neu(?:re?|se)(?:[- ](?:chef|en chef|principale?))?"
        r"|coach|technicien(?:ne)?|manager|sélectionneu(?:r|se)|tacticien|mister",
        Role.SPORTING_DIRECTOR: r"direct(?:eur|rice) (?:sporti(?:f|ve)|du football)",
        Role.PRESIDENT: r"présidente?|dirigeante?|patronne?|propriétaire",
        Role.SPOKESPERSON: r"porte-parole",
        Role.PLAYER: r"capitaine|gardien(?:ne)?|portier|buteu(?:r|se)|attaquante?"
        r"|défenseure?|milieu|meneu(?:r|se)|latérale?|ailière?|joueu(?:r|se)"
        r"|avant-centre"
        r"|internationale?|piston|passeu(?:r|se)",
    },
    "en": {
        Role.ASSISTANT_COACH: r"assistant (?:coach|manager)|assistant",
        Role.HEAD_COACH: r"(?:head[- ])?coach|manager|boss|tactician|gaffer",
        Role.SPORTING_DIRECTOR: r"(?:sporting|technical) director|director of football",
        Role.PRESIDENT: r"president|chair(?:man|woman|person)?|owner",
        Role.SPOKESPERSON: r"spokes(?:person|man|woman)",
        Role.PLAYER: r"captain|skipper|(?:goal)?keeper|striker|forward|winger"
        r"|midfielder|defender|(?:full|centre|left|right|wing)-?back|playmaker|player"
        r"|substitute"
        r"|scorer",
    },
}
TITLES = {
    language: re.compile(
        r"(?<![\w-])(?:"
        + "|".join(f"(?P<{role}>{words})" for role, words in roles.items())
        + r")(?![\w-])",
        re.IGNORECASE,
    )
    for language, roles in ROLES.items()
}
PRONOUNS = {
    "fr": re.compile(
        r"(?i:(?<!\w)(?:il|elle|lui|ce dernier|cette dernière|l[’']intéressée?"
        r"|celui-ci)"
        r"(?!\w)|\bl[ea] (?:quinqua|sexa|quadra|septua)génaire|\bl[ea] trentenaire"
        r"|\b(?:l[’']homme|l[ea] joueu(?:r|se)|l[ea] technicien(?:ne)?) de \d\d ans"
        r"|\bl[ea] (?:nati(?:f|ve)|dirigeante?|vétéran|doyenne?|cadette?|benjamine?)\b"
        r"|\bl[’'](?:aînée?|auteure?)\b)"
        r"|\b[Ll][ea] [A-ZÉ][^\W\d_]+(?:aise?|oise?|ien(?:ne)?|éen(?:ne)?|ole?|ande?"
        r"|aine?|asque|arde?|ine?|ote?)\b",
    ),
    "en": re.compile(
        r"(?<!\w)(?:he|she|the latter|the veteran)(?!\w)"
        r"|\bthe \d\d-year-old(?: \w+)?"
        r"|\bthe (?:French|English|Dutch|Irish|Scots|Welsh)(?:wo)?man"
        r"|\bthe (?:Italian|German|Spaniard|Portuguese|Brazilian|Argentine|Belgian"
        r"|Croat"
        r"|Serb|Dane|Swede|Norwegian|Turk|Pole|Swiss|Moroccan|Algerian|Senegalese"
        r"|Nigerian)\b",
        re.IGNORECASE,
    ),
}
NAME_WORD = r"(?:[A-ZÀ-ÞŠŽŁŚČĆĐĞİŞŘŇĚŮŐŰ][^\W\d_]*(?:[’'-][^\W\d_]+)*|[A-Z]\.)"
PARTICLE = (
    r"(?:de la|de|da|di|do|dos|del|della|van der|van den|van|von|der|den|ten|el|al|le"
    r"|la|du|bin|ben|d[’'])"
)
NAME = re.compile(
    rf"(?<![\w@#’']){NAME_WORD}(?:[ \u00a0](?:{PARTICLE} ?)?{NAME_WORD}){{0,3}}"
)
OPENERS = words("openers.txt")
GOVERNED = re.compile(
    r"(?:\b(?:sur|de|du|des|à|au|aux|pour|avec|contre|par|chez|comme|envers|vers|après"
    r"|avant|sans|entre|et de|of|on|about|with|for|from|to|at|against|after|before"
    r"|between|like|than|into|over|told|de la|de l[’']|by|in|en|dans)\s|\b[dD][’'])"
    r"(?:l[’']|le\s|la\s|les\s|the\s|son\s|sa\s|his\s|her\s)?$",
    re.IGNORECASE,
)
LINKS = (
    r"[\s’']*(?:(?:principal|adjoint|chef|en chef|français|italien|espagnol|portugais"
    r"|allemand"
    r"|star|vedette|new|interim|s)\s?)?(?:du club |of )?(?:de\s|du\s|des\s|d[’']|at\s"
    r"|of\s|for\s)?"
    r"(?:l[’']|la\s|le\s|les\s|the\s)?"
)


FORMER = re.compile(r"(?:\bancien(?:ne)?|\bex|\bformer)[\s-]$", re.IGNORECASE)
NO_DEMONYMS = words("no_demonyms.txt")
INDEFINITE = re.compile(
    r"\b(?:une?|an?|another|certains?|plusieurs|one)\s(?:ancien(?:ne)?\s|ex-|former\s"
    r"|senior\s"
    r"|club\s|team\s)?$",
    re.IGNORECASE,
)
PERSON = "|".join(sorted(words("persons.txt"), key=len, reverse=True))
# “Un stadier…”, “A source close to…”, “His mother…”: a sentence about nobody named.
ANONYMOUS = re.compile(
    rf"\W*(?:une?|l[’']une? des|certains|plusieurs|an?|one|another|some|his|her|their"
    rf"|son|sa"
    rf"|leur)\s(?:[^\W\d_]+\s){{0,2}}(?:{PERSON})s?\b(?-i:(?!,? [A-ZÀ-Þ]))",
    re.IGNORECASE,
)
OWNED = re.compile(r"\b(?:their|its|leur|son|sa)\s$", re.IGNORECASE)
