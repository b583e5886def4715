from .article import Article, Byline, Language, Words
from .assignment import Assignment, Mention, Preference
from .audit import AuditEntry
from .author import Author
from .autosave import Autosave
from .correction_answer import CorrectionAnswer
from .dismissal import Check, Dismissal
from .due import HousekeepingRun, Undone
from .edition import Edition
from .embed import Embed
from .imported_copy import ImportedCopy
from .link import MatchLink
from .memory import RememberedSentence, SentenceTrace
from .notice import Notice
from .photo import Photo
from .post import ClubPost
from .presence import Presence
from .preview import PreviewLink
from .quote import Quote, SpokenLanguage
from .quote_correction import QuoteCorrection
from .quote_variant import QuoteVariant
from .release import AppendOnly, Release
from .second_look import SecondLook
from .term import Term
from .translation import TranslatedUnit, Translation
from .withdrawal import Withdrawal

__all__ = [
    "AppendOnly",
    "Article",
    "Assignment",
    "AuditEntry",
    "Author",
    "Autosave",
    "Byline",
    "Check",
    "ClubPost",
    "CorrectionAnswer",
    "Dismissal",
    "Edition",
    "Embed",
    "HousekeepingRun",
    "ImportedCopy",
    "Language",
    "MatchLink",
    "Mention",
    "Notice",
    "Photo",
    "Preference",
    "PreviewLink",
    "Presence",
    "Quote",
    "QuoteCorrection",
    "QuoteVariant",
    "Release",
    "RememberedSentence",
    "SecondLook",
    "SentenceTrace",
    "SpokenLanguage",
    "Term",
    "TranslatedUnit",
    "Translation",
    "Undone",
    "Withdrawal",
    "Words",
]
