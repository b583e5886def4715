import simple_history
from modeltranslation.translator import TranslationOptions, register

from .models import (
    Article,
    Author,
    ClubPost,
    Edition,
    Notice,
    Photo,
    Quote,
    QuoteVariant,
    Term,
)
from .models.article import WORDS


@register(Article)
class ArticleTranslation(TranslationOptions):
    fields = WORDS


@register(Author)
class AuthorTranslation(TranslationOptions):
    fields = ("bio",)


@register(Photo)
class PhotoTranslation(TranslationOptions):
    fields = ("alt", "caption")


@register(Quote)
class QuoteTranslation(TranslationOptions):
    fields = ("translation",)


@register(ClubPost)
class ClubPostTranslation(TranslationOptions):
    fields = ("translation",)


@register(Notice)
class NoticeTranslation(TranslationOptions):
    fields = ("title", "body", "link_label")


# What a save derives from other columns is no history of its own.
DERIVED = {Article: ("digest_fr", "digest_en"), Edition: ("arrived_from",)}

# After the registrations: a history made before them would lack the _fr and _en
# columns, and the bare ones hold whichever language was active last.
for model, words in {
    Article: ArticleTranslation.fields,
    Author: AuthorTranslation.fields,
    ClubPost: ClubPostTranslation.fields,
    Edition: (),
    Notice: NoticeTranslation.fields,
    Photo: PhotoTranslation.fields,
    Quote: QuoteTranslation.fields,
    QuoteVariant: (),
    Term: (),
}.items():
    kept_out = [*words, *DERIVED.get(model, ())]
    simple_history.register(model, app="articles", excluded_fields=kept_out)
