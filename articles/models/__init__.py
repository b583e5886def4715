from .article import Article, Byline, Language, Words
from .audit import AuditEntry
from .author import Author
from .edition import Edition
from .embed import Embed
from .link import MatchLink
from .notice import Notice
from .photo import Photo
from .post import ClubPost
from .quote import Quote, SpokenLanguage
from .release import AppendOnly, Release

__all__ = [
    "AppendOnly",
    "Article",
    "AuditEntry",
    "Author",
    "Byline",
    "ClubPost",
    "Edition",
    "Embed",
    "Language",
    "MatchLink",
    "Notice",
    "Photo",
    "Quote",
    "Release",
    "SpokenLanguage",
    "Words",
]
