"""Questions that no page and no person asks are refused before anything reads them."""

from django.core.exceptions import BadRequest


def without_nul(get_response):
    """Middleware: nobody types a NUL, and PostgreSQL refuses to compare one."""

    def answer(request):
        if "%00" in request.META.get("QUERY_STRING", "") or "\0" in request.path_info:
            raise BadRequest("a NUL in the address")
        return get_response(request)

    return answer
