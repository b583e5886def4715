from django.conf import settings
from django.views.decorators.http import require_safe
from django.views.static import serve

YEAR = 31_536_000


@require_safe
def media(request, path):
    """A picture; names are random and never reused, so it is kept for a year.

    nginx serves these addresses in production (`deploy/`).
    """
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
