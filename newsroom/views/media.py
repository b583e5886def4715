import re
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from articles import policy
from articles.lending import is_lent
from articles.models import Photo

NAME = re.compile(r"photos/[0-9a-f]{32}\.[a-z]{3,4}")
TYPES = {".webp": "image/webp"}  # all that articles/pictures.py writes
FRESH = 5  # seconds: as long as a picture may be seen once its story is withdrawn


@require_safe
def media(request, path):
    """A picture: of a public story for all, any for the desk, else as if it were not.

    Its name is random and never reused, so the name is its mark; who knows it is
    answered 304 only where the picture itself would be.
    """
    photos = named(path)
    is_public = photos.public().exists()
    if not (is_public or (photos.exists() and may_see(request, path))):
        raise Http404
    response = known(request, path) or picture(path)
    if is_public:
        patch_cache_control(response, public=True, max_age=FRESH)
    else:
        patch_cache_control(response, private=True, no_store=True)
    return response


def named(path):
    photos = Photo.objects.standing()
    return photos.named(path) if NAME.fullmatch(path) else photos.none()


def may_see(request, path):
    """The desk, and who holds a preview link; no cookie, no look-up of a login."""
    if is_lent(path, request.GET.get("key", "")):
        return True
    is_known = settings.SESSION_COOKIE_NAME in request.COOKIES
    return is_known and policy.may_view(request.user, Photo)


def known(request, path):
    etag = f'"{PurePath(path).stem}"'
    given = [
        mark.strip() for mark in request.headers.get("If-None-Match", "").split(",")
    ]
    if etag in given or f"W/{etag}" in given:
        return HttpResponseNotModified(headers={"ETag": etag})
    return None


def picture(path):
    try:
        with default_storage.open(path) as file:
            content = file.read()  # some hundred kilobytes, as encoded here
    except FileNotFoundError as missing:
        raise Http404 from missing
    kind = TYPES.get(PurePath(path).suffix)
    response = HttpResponse(content, content_type=kind or "application/octet-stream")
    if kind is None:
        response["Content-Disposition"] = "attachment"
    response["ETag"] = f'"{PurePath(path).stem}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
