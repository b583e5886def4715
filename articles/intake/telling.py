"""How the copy tells who said a quote: in its tag, within it, before it."""

import re
from dataclasses import dataclass

from . import cues
from .contexts import PARTIAL, Context
from .mentions import Mentions
from .named import Named
from .naming import ANONYMOUS, GOVERNED

FREE = {
    "fr": re.compile(
        r"^\W*(selon|d[’']après|pour|dixit|aux yeux de|à en croire)\s(?!sa part"
        r"|le moment)",
        re.IGNORECASE,
    ),
    "en": re.compile(r"^\W*(according to|in the words of|for|per)\s", re.IGNORECASE),
}
VOICE = re.compile(
    r"\b(?:par la voix de|selon les (?:mots|termes|dires) de|dans la bouche de"
    r"|in the words"
    r" of|according to|through)\s",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"\s*[–—-]\s+(?=[A-ZÀ-Þ])|\s*\((?=[A-ZÀ-Þ])|[\s\u202f\u00a0]*:\s+(?=[A-ZÀ-Þ])"
)
OF = re.compile(r"(?:\b(?:de|du|of|from)\s(?:l[’']|la\s)?|\b[dD][’'])$")
OWN_WORDS = re.compile(
    r"\b(?:selon ses propres (?:termes|mots)|de son propre aveu"
    r"|by (?:his|her) own admission|in (?:his|her) own words)\b",
    re.IGNORECASE,
)
# A club, a text, a crowd: it speaks, and is nobody.
NOBODY = re.compile(
    r"\b(?:peut-on|lit-on|on peut|on pouvait)\b"
    r"|\b(?:le|la|les|l[’']|the|leur|their)\s?(?:club|"
    r"communiqué|texte|document|direction|ligue|fédération|instance|préfecture|police|parquet"
    r"|supporters?|ultras?|fans?|publics?|banderole|tribune|statement|letter|league|federation"
    r"|banner|crowd|board|trust|report|text|panel|entourage|légende|staff)\b",
    re.IGNORECASE,
)
SOMEBODY = {
    "fr": re.compile(
        r"[-\u2011](?:t[-\u2011])?on\b|\s*(?:une?|l[’']une? d|certains?|plusieurs|deux"
        r"|quelqu)\b(?!\s(?:peu|brin|fois|jour|sourire|large|grand|instant|rien))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\s*(?:an?|one|another|some|several|two)\b(?!\s(?:bit|little|time|day|smile|wry"
        r"|grin|shrug|laugh|second|moment))",
        re.IGNORECASE,
    ),
}
OWN = Named(-1, -1, is_pronoun=True)
AND_TO = re.compile(r"\W*(?:et|avant|puis|sans oublier)\s(?:de\s|d[’'])", re.IGNORECASE)
NEAR = 40  # characters between an English subject and its verb


@dataclass(frozen=True)
class Told:
    """Who, as named there; with which verb; and where that stands."""

    named: Named | None = None
    cue: str = ""
    where: str = ""

    @property
    def why(self):
        return f"told {self.where}" if self.where else ""


@dataclass
class Teller:
    mentions: Mentions
    language: str

    @property
    def text(self):
        return self.mentions.copy.text

    def told(self, context: Context) -> Told:
        """The nearest telling; a part of a sentence is told by what leads to it."""
        looks = [self.in_tag, self.in_incise, self.in_lead]
        if context.kind == PARTIAL:
            looks = [self.in_lead, self.in_tag]
        for look in looks:
            if told := look(context):
                return told
        return Told()

    def in_tag(self, context):
        if not context.tag:
            return None
        start, end = context.tag
        people, tag = self.mentions.between(start, end), self.text[start:end]
        if OWN_WORDS.search(tag):
            return Told(OWN, "", "after the words")
        if free := FREE[self.language].match(tag):
            return people and Told(people[0], free[1].lower(), "after the words")
        found = cues.find_cues(self.text, self.language, start, end)
        if not found and SIGNED.match(tag):
            return people and Told(people[0], "", "beside the words")
        if not found:
            return self.by_voice(people, start, end, "after the words")
        if context.kind == PARTIAL and not self.is_close(found[0], start):
            return None
        named = self.speaker(people, found[0], start, end)
        return Told(named, found[0].text, "after the words")

    def speaker(self, people, cue, start, end):
        """The subject of `cue`; a club, a text or a voice that is hidden is nobody."""
        named = self.subject(people, cue, start)
        is_club = named is None and NOBODY.search(self.text, start, end)
        is_told = named and named.says_who
        if is_club or (not is_told and self.is_hidden(cue, start, end)):
            return Named(start, start, is_nobody=True)
        return named

    def is_hidden(self, cue, start, end):
        """“glisse un proche”, “a source said”, “lâche-t-on”: one without a name."""
        somebody, lead = SOMEBODY[self.language], self.text[start : cue.start]
        after = somebody.match(self.text[cue.end : end])
        return bool(after or somebody.match(lead.lstrip(" ,")))

    def is_close(self, cue, start):
        """Whether a part of a sentence is told there: “«…», a dit X”, “he said”."""
        lead = self.text[start : cue.start]
        return len(lead) < NEAR and (lead[:1] == "," or len(lead.split()) < 4)

    def by_voice(self, people, start, end, where):
        """“par la voix de X”, “selon les mots de X”."""
        voice = VOICE.search(self.text, start, end)
        named = voice and next((one for one in people if one.end > voice.end()), None)
        return Told(named, "", where) if named else None

    def subject(self, people, cue, start):
        """Who does what `cue` says: “a dit X”, “X said”, “a-t-il dit”."""
        free = [one for one in people if not self.is_governed(one, start)]
        before = [one for one in free if one.end <= cue.start]
        after = [one for one in free if one.start >= cue.end]
        if self.language == "en":
            close = [one for one in before if cue.start - one.end < NEAR]
            return close[-1] if close else next(iter(after or before), None)
        inverted = [one for one in before if one.is_pronoun]
        return next(iter(inverted or after or before), None)

    def is_governed(self, named, start):
        """Whether it is the object of a preposition: “sur Mbemba”, “to Sky”."""
        lead = self.text[max(start, named.start - 24) : named.start]
        return bool(GOVERNED.search(lead))

    def told_of(self, people, start):
        """“Le mot de X :”, “La réaction d’X :”."""
        text = self.text
        own = (
            one
            for one in people
            if OF.search(text[max(start, one.start - 8) : one.start])
        )
        return [one for one in own if one.says_who or one.role]

    def in_incise(self, context):
        if not context.incise:
            return None
        start, end = context.incise
        found = cues.find_cues(self.text, self.language, start, end)
        people = self.mentions.between(start, end)
        return Told(
            self.subject(people, found[0], start), found[0].text, "within the words"
        )

    def in_lead(self, context):
        """“X a déclaré : «”, “X estime que «”, “Selon X, «”, “X : «”."""
        lead, (start, end) = context.lead_text, context.lead
        if not lead:
            return None
        people = self.mentions.between(start, end)
        if (free := FREE[self.language].match(lead)) and people:
            return Told(people[0], free[1].lower(), "before the words")
        if found := cues.find_cues(self.text, self.language, start, end):
            return self.by_verb(context, found[-1], people)
        if lead.endswith(":") and (named := self.before_colon(people, start)):
            return Told(named, "", "before the colon")
        if OWN_WORDS.search(lead):
            return Told(OWN, "", "before the words")
        return self.by_tagged_voice(context) if context.kind == PARTIAL else None

    def by_verb(self, context, cue, people):
        """“X a déclaré”; “Et d’ajouter” is whoever spoke last."""
        if self.is_anonymous(context.lead_text, people):
            start = context.lead.start
            return Told(
                Named(start, start, is_nobody=True), cue.text, "before the words"
            )
        if AND_TO.match(context.lead_text):
            start = context.lead.start
            spoke = Named(start, start, is_pronoun=True)
            return Told(spoke, cue.text, "before the words")
        named = self.lead_subject(people, cue, context.lead.start)
        if named is None and (voice := self.by_tagged_voice(context)):
            named = voice.named
        return Told(named, cue.text, "before the words")

    def is_anonymous(self, text, people):
        """Whether a sentence is about somebody without a name, and nobody else."""
        named = [one for one in people if one.says_who or one.role]
        return bool(ANONYMOUS.match(text)) and not named

    def by_tagged_voice(self, context):
        if not context.tag:
            return None
        people = self.mentions.between(*context.tag)
        return self.by_voice(people, *context.tag, "after the words")

    def before_colon(self, people, start):
        """“X :”, else “Le mot de X :”."""
        own = [one for one in people if not self.is_governed(one, start)]
        return next(iter(own or self.told_of(people, start)), None)

    def lead_subject(self, people, cue, start):
        free = [one for one in people if not self.is_governed(one, start)]
        before = [one for one in free if one.end <= cue.start]
        told = [one for one in before if one.says_who or one.role]
        return next(iter(told[-1:] or before[-1:] or free), None)
