from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override

register = template.Library()


@register.simple_tag(takes_context=True)
def languages(context):
    """A dict for each language of the site: what its switch shows and points to.

    A page with `alternates` (language → address) exists only in those; an error page
    in none; any other page in every language, at the same path.
    """
    current = get_language()
    return [
        {"code": code, "name": name, "is_current": code == current}
        | place(context, current, code)
        for code, name in settings.LANGUAGES
    ]


def place(context, current, code):
    path = context["request"].path
    addresses = context.get("alternates")
    if addresses is None and not context.get("is_error"):
        addresses = {code: path.replace(f"/{current}/", f"/{code}/", 1)}
    if address := (addresses or {}).get(code):
        return {"url": address, "exists": True}
    with override(code):
        return {"url": reverse("front"), "exists": False}


@register.simple_tag
def site_url(path=""):
    """`path` as an absolute address of this site."""
    return f"{settings.SITE_URL}{path}"
