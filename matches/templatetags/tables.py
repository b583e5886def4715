from django import template
from django.utils.translation import get_language

from matches import table_words

register = template.Library()
EXTRACT = ("played", "goal_difference", "points")


@register.simple_tag
def table_heads(*, is_extract: bool = False) -> list[tuple[str, str, str]]:
    """(name, short head, long head) of each column of figures."""
    names = EXTRACT if is_extract else table_words.HEADS
    language = get_language()
    return [
        (name, table_words.short(words, language=language), words[-1])
        for name, words in table_words.HEADS.items()
        if name in names
    ]


@register.filter
def form_mark(outcome):
    return table_words.short(table_words.FORM[outcome], language=get_language())


@register.filter
def form_word(outcome):
    return table_words.FORM[outcome][-1]


@register.filter
def signed(number):
    return table_words.signed(number)


@register.filter
def place(position):
    return table_words.place(position, language=get_language())


@register.filter
def footnote(adjustment):
    return table_words.footnote(adjustment, language=get_language())
