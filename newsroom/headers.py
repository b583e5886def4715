"""The headers of every answer (promises F1, F2), whoever gives it."""

from csp.constants import NONCE, NONE, SELF
from csp.decorators import csp_update
from csp.utils import build_policy
from django.conf import settings

POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
    "base-uri": [NONE],
    "object-src": [NONE],
}
# What the pages of the desk may add: the editor's import map and its style.
with_desk_policy = csp_update({"script-src": [NONCE], "style-src": [NONCE]})

UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
}


def on_every_answer(get_response):
    """Middleware around all others: files, refused hosts and errors have no less."""

    def answer(request):
        response = get_response(request)
        for name, value in headers(request).items():
            response.headers.setdefault(name, value)
        return response

    return answer


def headers(request):
    policy = {"Content-Security-Policy": build_policy(config=POLICY)}
    if request.is_secure() and (seconds := settings.SECURE_HSTS_SECONDS):
        lasting = f"max-age={seconds}; includeSubDomains; preload"
        policy["Strict-Transport-Security"] = lasting
    return HEADERS | policy
