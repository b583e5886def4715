"""Words for a match without goals, where there were some."""

import re

from django.utils.translation import gettext as _

from articles.models import Check

from .context import Case

PHRASES = re.compile(
    r"\b(?:unable|fail\w*|could(?: not|n’t)|did(?: not|n’t)|neither side (?:could"
    r"|managed"
    r" to)|nobody could|never|without (?:being able to )?|struggl\w+|not)"
    r"(?: (?:to|able to|managing to|manage to"
    r"|ultimately))* ?break(?:ing)? the deadlock\b"
    r"|\b(?:deadlock (?:was (?:not|never) broken|remained|held|persisted))\b"
    r"|\b(?:goalless|scoreless) (?:draw|stalemate|match|game|encounter|affair|first leg"
    r"|second leg|evening|night|contest)\b|\b(?:ended|finished|remained|stayed)"
    r" (?:goalless|scoreless)\b|\b(?:score|nul|match nul)(?: nul)? et vierge\b"
    r"|\b(?:score|match nul|nul) vierge\b|\bmatch sans but\b|\bnul sans but\b"
    r"|\b(?:0-0|nil-nil|zéro à zéro|zéro partout) (?:draw|final)\b"
    r"|\b(?:match nul|nul) \(?0-0\b|\b(?:incapables?|sans|pas (?:réussi|pu|su)|échoué"
    r"|n’(?:a|ont) (?:jamais|pas))(?: \w+){0,2} (?:à |de )?débloqu\w+"
    r" (?:la situation|le score|le compteur|la rencontre|le match|la partie)"
    r"|\bne (?:débloque\w*|parvien\w+ (?:jamais |pas )?à débloquer)\b"
    r"|\b(?:aucun but n’a été (?:marqué|inscrit)|dos à dos sans but)\b",
    re.IGNORECASE,
)
# A part of the match, or of another one, may well have been without goals.
PART = re.compile(
    r"\b(?:half|extra time|period|mi-temps|période|pause|prolongation|minutes|until"
    r"|jusqu’à|avant que|before|break)\b(?! the deadlock)",
    re.IGNORECASE,
)


def check(case: Case):
    """Kind 3: “break the deadlock”, “goalless”, “vierge” when goals exist."""
    sheets = case.records.played
    if not sheets or any(s.match.final_score == (0, 0) for s in case.records.all):
        return
    for sentence, found in case.text.find(PHRASES):
        rest = case.text.text[found.end() : sentence.span.end][:40]
        lead = case.text.text[max(sentence.start, found.start() - 20) : found.start()]
        if PART.search(rest) or PART.search(lead) or case.foreign_clubs(sentence.span):
            continue
        says = _("There were goals: %(match)s.") % {"match": case.records.told(sheets)}
        yield case.found(Check.GOALLESS, found.span(), says, case.records.state())
