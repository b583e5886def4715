import json

from django import template
from django.utils.safestring import SafeString

register = template.Library()
# Nothing in the text can end the element it stands in, or open a comment.
ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}


@register.filter
def as_json_ld(facts: dict) -> SafeString:
    """`facts` for a data block of schema.org, which no policy needs to allow."""
    return SafeString(json.dumps(facts, ensure_ascii=False).translate(ESCAPES))
