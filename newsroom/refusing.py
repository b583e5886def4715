"""Questions that no page and no person asks are refused before anything reads them."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.utils.translation import gettext as _

SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}


def without_nul(get_response):
    """Middleware: nobody types a NUL, and PostgreSQL refuses to compare one."""

    def answer(request):
        if "%00" in request.META.get("QUERY_STRING", "") or "\0" in request.path_info:
            raise BadRequest("a NUL in the address")
        return get_response(request)

    return answer


def from_another_site(get_response):
    """Middleware: no other site posts here, whatever token its form carries."""

    def answer(request):
        site = request.headers.get("Sec-Fetch-Site")
        if site == "cross-site" and request.method not in SAFE:
            raise PermissionDenied(_("This came from another site."))
        return get_response(request)

    return answer
