from .article import Article, Byline, Language, Words
from .audit import AuditEntry
from .author import Author
from .autosave import Autosave
from .edition import Edition
from .embed import Embed
from .link import MatchLink
from .notice import Notice
from .photo import Photo
from .post import ClubPost
from .presence import Presence
from .preview import PreviewLink
from .quote import Quote, SpokenLanguage
from .release import AppendOnly, Release

__all__ = [
    "AppendOnly",
    "Article",
    "AuditEntry",
    "Author",
    "Autosave",
    "Byline",
    "ClubPost",
    "Edition",
    "Embed",
    "Language",
    "MatchLink",
    "Notice",
    "Photo",
    "PreviewLink",
    "Presence",
    "Quote",
    "Release",
    "SpokenLanguage",
    "Words",
]
