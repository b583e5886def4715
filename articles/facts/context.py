"""Whether a sentence tells of the linked match, or of another one."""

import re
from functools import cached_property

from articles.intake.evidence import LEGS, STAGES
from articles.models import Check

from .finding import Finding
from .records import Records
from .text import Sentence, Text

# What may be, must be or never was.
UNREAL = re.compile(
    r"\b(?:would|could have|might|if|needs?|needed|must|should|unless|predict\w*"
    r"|imagine\w*|almost|nearly|si|s’il|s’ils|\w+rai(?:t|ent)|suffi\w+|fau(?:t|dra)"
    r"|doit|doivent|devra|devront|presque|failli|pronosti\w+)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|to (?:play|face)|next|upcoming|prochaine?|jouera|jouero?nt|affrontera"
    r"|recevra|disputera|tomorrow|demain)\b|\bse jouera?\b",
    re.IGNORECASE,
)
SEASON = re.compile(
    r"\b(?:season|campaign|career|tournament so far|this year|last year|years?|seasons"
    r"|in \d+ (?:games|matches)|unbeaten|saison|carrière|cette année|l’an dernier"
    r"|invaincue?s?|en \d+ matchs|history|histoire|history’s|record)\b",
    re.IGNORECASE,
)
# No round: the adjective.
FINAL = re.compile(
    r"\b(?:score|coup de sifflet|sifflet|résultat) final\b"
    r"|\bfinal (?:score|word|ball|seconds|stages|quarter|half-hour|result)\b",
    re.IGNORECASE,
)
ENDED = re.compile(
    r"\b(?:beat|beats|beaten|beating|defeat(?:ed|s)?|won|wins?|winning|drew|draw|drawn"
    r"|drawing|lost|lose|victory|full[- ]time|final score|held"
    r"|victoires?|succès|défaites?|battue?s?|bat|battent|gagné|gagne|gagnent|perdue?"
    r"|l’emport\w+|s’impos\w+|s’est imposée?|imposée?s?|match nul|nul|partag\w+"
    r"|quittent|score final)\b",
    re.IGNORECASE,
)
NOT = re.compile(
    r"\b(?:no|not|never|nobody|nothing|without|neither|nor|unable|fail\w*|cannot|\w+n’t"
    r"|ne|n’\w+|pas|plus|sans|aucune?|personne|jamais|rien|ni)\b",
    re.IGNORECASE,
)


class Case:
    """The words of one edition before what is on record of its matches."""

    def __init__(self, text: Text, records: Records):
        self.text, self.records = text, records
        self.language, self.article = text.language, records.article

    def found(self, kind: Check, span, says: str, record: object = "") -> Finding:
        start, end = span
        field, first, last = self.text.place(start, end)
        words = self.text.written[start:end]
        before = self.text.written[self.text.fields[field].start : start]
        nth = before.count(words) if words else 0
        return Finding(kind, field, first, last, words, says, str(record), nth)

    @cached_property
    def stages(self) -> set[str]:
        return {sheet.match.stage.kind for sheet in self.records.sheets}

    @cached_property
    def legs(self) -> set[int]:
        """The legs on record, of linked ties: all of them."""
        return {1, 2} if self.records.ties else set()

    def foreign_clubs(self, span) -> list:
        """The clubs named there that did not play the linked matches."""
        named = self.text.within(self.text.clubs, span)
        return [one for one in named if one.team not in self.records.clubs]

    def has_club(self, span) -> bool:
        named = self.text.within(self.text.clubs, span)
        return any(one.team in self.records.clubs for one in named)

    def is_elsewhere(self, sentence: Sentence) -> bool:
        """Whether the sentence names another club, round or leg than those linked."""
        if self.foreign_clubs(sentence.span):
            return True
        said = FINAL.sub(" ", sentence.text)
        stages = {kind for kind, known in STAGES.items() if known.search(said)}
        if stages and not stages & self.stages:
            return True
        legs = {leg for leg, known in LEGS.items() if known.search(sentence.text)}
        return bool(legs - self.legs)

    def is_of_match(self, sentence: Sentence) -> bool:
        """Whether the sentence tells, as done, how the linked match went."""
        is_done = ENDED.search(sentence.text) and self.has_club(sentence.span)
        return bool(is_done) and not self.is_doubtful(sentence)

    def is_doubtful(self, sentence: Sentence) -> bool:
        """What is no plain statement on the linked match."""
        return self.is_elsewhere(sentence) or any(
            pattern.search(sentence.text) for pattern in (UNREAL, AHEAD, SEASON)
        )
