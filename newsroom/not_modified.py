"""A 304 says nothing that the stored answer has not said already (RFC 9110, 15.4.5).

Thousands of readers of a live match ask every ten seconds: bytes count there.
"""

KEPT = {
    "Cache-Control",
    "Content-Location",
    "Date",
    "ETag",
    "Expires",
    "Last-Modified",
    "Strict-Transport-Security",
    "Vary",
}


def bare_not_modified(get_response):
    """Middleware, the outermost: it takes back what the others add to a 304."""

    def answer(request):
        response = get_response(request)
        if response.status_code == 304:
            for name in {*response.headers} - KEPT:
                del response.headers[name]
        return response

    return answer
