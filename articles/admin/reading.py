"""Words for someone who may read them and not write them."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles import body, diff
from articles.models import Article


def reading(article: Article, language: str) -> SafeString:
    """The working words of `language` as markup, each record told in a line."""
    words = article.words(language)
    embeds = article.embeds.with_records().in_language(language)
    shown = {(embed.kind, embed.record_id): embed.record for embed in embeds}
    pieces = (
        place(piece, shown) if isinstance(piece, body.Record) else piece
        for piece in body.sections(words.body)
    )
    return format_html(
        '<div class="reading" lang="{}"><h3>{}</h3><p><strong>{}</strong></p>{}</div>',
        language,
        words.title,
        words.standfirst,
        format_html_join("", "{}", ((piece,) for piece in pieces)),
    )


def place(piece, shown):
    record = shown.get((piece.kind, piece.id), "–")
    return format_html("<p>{} {}</p>", diff.place(piece), record)
