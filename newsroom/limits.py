"""What costs much, or opens what is not public, is asked only so often (promise F3)."""

from articles import pace
from newsroom.acting import client_address
from newsroom.sign_in.views import too_many

# (method, name of the address) → how many a minute: of a person, or of an address
# of the network where nobody is signed in.
LIMITS = {
    ("GET", "articles:preview"): 60,
    ("POST", "admin:article_preview"): 120,
    ("POST", "admin:preview_link"): 20,
    ("POST", "admin:articles_photo_add"): 60,
    ("POST", "admin:articles_photo_change"): 60,
    ("POST", "admin:article_translate_xliff_import"): 20,
    ("GET", "admin:article_translate_xliff"): 30,
    ("GET", "admin:articles_auditentry_export"): 10,
}


class Paced:
    """Middleware: the rest is answered 429, and when to come back."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        limit = LIMITS.get((request.method, name))
        seconds = pace.wait(name, asker(request, name), limit=limit) if limit else 0
        if not seconds:
            return None
        answer = too_many(request)
        answer.headers["Retry-After"] = str(seconds)
        return answer


def asker(request, name):
    """Readers’ addresses look up no login."""
    is_desk = name.startswith("admin:") and request.user.is_authenticated
    return request.user.pk if is_desk else client_address(request)
