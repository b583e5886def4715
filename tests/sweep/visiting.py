"""How an address is asked for, and what an answer gives away."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from django.test import Client

SITE = "localhost:8000"
LINK = re.compile(
    r'(?:(?:href|src|action)="|content="(?=http)|Location\': \')([^"\']+)'
)
FAR = "Fri, 31 Dec 2100 23:59:59 GMT"
COOKIES = "django_language=en; language=en; session=stale; messages=x; _ga=1"
# Name of a way → method and headers
WAYS = {
    "french": ("get", {"accept-language": "fr"}),
    "english": ("get", {"accept-language": "en"}),
    "head": ("head", {"accept-language": "en"}),
    "options": ("options", {}),
    "any mark": ("get", {"if-none-match": "*"}),
    "since": ("get", {"if-modified-since": FAR}),
    "range": ("get", {"range": "bytes=0-999"}),
    "cookies": ("get", {"cookie": COOKIES}),
    "script": ("get", {"accept": "application/json", "x-requested-with": "fetch"}),
}


@dataclass(frozen=True)
class Answer:
    address: str
    way: str
    status: int
    head: str
    body: str
    mark: str  # its ETag, or ""

    def given(self, markers, *beside) -> set[str]:
        """The markers in it and `beside` it but those of the address itself."""
        asked = markers.found(unquote(self.address))
        return markers.found(self.head, self.body, *beside) - asked

    @property
    def links(self):
        """The addresses of this site that it leads to."""
        for link in LINK.findall(f"{self.head}\n{self.body}"):
            parts = urlsplit(urljoin(f"http://{SITE}{self.address}", link))
            if parts.netloc == SITE and not parts.path.startswith("/static/"):
                query = f"?{parts.query}" if parts.query else ""
                yield parts.path + query.replace("&amp;", "&")


class Visitor(Client):
    """A browser of `user`, or of a reader; a page that fails is an answer too."""

    def __init__(self, user=None):
        super().__init__(raise_request_exception=False)
        self.who = f" as {user}" if user else ""
        if user:
            self.force_login(user)


def ask(client, address, way, **headers) -> Answer:
    method, asked = WAYS.get(way, (way, {}))
    return read(getattr(client, method)(address, headers=asked | headers), address, way)


def read(response, address, way) -> Answer:
    return Answer(
        address,
        way,
        response.status_code,
        f"{response.headers}\n{response.cookies.output()}",
        b"".join(response).decode(errors="replace"),
        response.headers.get("ETag", ""),
    )
