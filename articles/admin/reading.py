"""A body for someone who may read it and not write it."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles import body, diff


def reading(text: str) -> SafeString:
    """`text` as markup, its records named in their places."""
    pieces = (
        format_html("<p class='embed-place'>{}</p>", diff.place(piece))
        if isinstance(piece, body.Record)
        else piece
        for piece in body.sections(text)
    )
    return format_html_join("", "{}", ((piece,) for piece in pieces))
