from .article import Article, Byline, Language, Words
from .audit import AuditEntry
from .author import Author
from .autosave import Autosave
from .dismissal import Check, Dismissal
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

__all__ = [
    "AppendOnly",
    "Article",
    "AuditEntry",
    "Author",
    "Autosave",
    "Byline",
    "Check",
    "ClubPost",
    "Dismissal",
    "Edition",
    "Embed",
    "ImportedCopy",
    "Language",
    "MatchLink",
    "Notice",
    "Photo",
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
    "Words",
]
