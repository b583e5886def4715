from .article import ArticleAdmin
from .audit import AuditEntryAdmin
from .author import AuthorAdmin
from .notice import NoticeAdmin
from .photo import PhotoAdmin
from .post import ClubPostAdmin
from .quote import QuoteAdmin
from .term import TermAdmin

__all__ = [
    "ArticleAdmin",
    "AuditEntryAdmin",
    "AuthorAdmin",
    "ClubPostAdmin",
    "NoticeAdmin",
    "PhotoAdmin",
    "QuoteAdmin",
    "TermAdmin",
]
