"""The door and the address of each request, for the log."""

import ipaddress
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from articles.acting import Acting, acting_by
from articles.models import AuditEntry

Door = AuditEntry.Door
FORMS = ("_add", "_change", "_delete")


def told_to_the_log(get_response: Callable) -> Callable:
    """Middleware: goes before all that writes in the log."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with acting_by(lambda: of_request(request)):
            return get_response(request)

    return middleware


def of_request(request: HttpRequest) -> Acting:
    return Acting(door_of(request), client_address(request))


def door_of(request: HttpRequest) -> str:
    """JSON is what a page's script sends; the rest is told by the name of the view."""
    if request.content_type == "application/json":
        return Door.JSON
    name = (request.resolver_match and request.resolver_match.url_name) or ""
    if name.endswith("_changelist"):
        return Door.ACTION
    return Door.FORM if name.endswith(FORMS) else Door.PAGE


def client_address(request: HttpRequest) -> str:
    """Who asks: an IP address, or "" where a socket tells none.

    Each proxy adds the address it was called from at the end of X-Forwarded-For, so
    that only the last TRUSTED_PROXIES of them are not the client's own invention.
    """
    direct = request.META.get("REMOTE_ADDR", "")
    count = settings.TRUSTED_PROXIES
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if not count or len(hops) < count:
        return address_in(direct)
    return address_in(hops[-count]) or address_in(direct)


def address_in(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text.strip()))[:45]
    except ValueError:
        return ""
