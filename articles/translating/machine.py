"""Asking a translation engine for a first draft: off unless TRANSLATION_ENGINE_URL is
set.

`Engine` is what the desk needs of one; LibreTranslate's protocol over HTTP is the
first. The address is fixed, no redirect followed, an answer waited for twenty seconds
in all, one second try included, and 200 KB of it read at most.
"""

import json
from dataclasses import dataclass, field
from time import monotonic, sleep
from typing import Protocol

from django.conf import settings
from django.core.cache import cache
from django.utils.translation import gettext as _

from articles.characters import tidy
from articles.oembed import Question

SECONDS, PAUSE, MOST = 20, 0.2, 200_000
BUSY = {502, 503, 504}  # worth a second try
REMEMBERED = 600  # seconds for which the languages are not asked again


class Unanswered(Exception):
    """Why there is no draft: a sentence for the translator."""


class Engine(Protocol):
    def offers(self, source: str, target: str) -> bool:
        """Whether it translates from `source` to `target`; raises Unanswered."""

    def translate(self, html: str, *, source: str, target: str) -> str:
        """What `html` says, in `target`, between the same tags; raises Unanswered."""


def engine() -> Engine | None:
    """The one of the settings, or None: nothing is sent to anyone."""
    address = settings.TRANSLATION_ENGINE_URL
    key = settings.TRANSLATION_ENGINE_KEY
    return LibreTranslate(address.rstrip("/"), key) if address else None


@dataclass(frozen=True)
class LibreTranslate:
    address: str
    key: str = field(default="", repr=False)
    seconds: float = SECONDS

    def offers(self, source: str, target: str) -> bool:
        known = f"machine:{self.address}"
        languages = cache.get(known)
        if languages is None:
            languages = pairs(self.ask("languages"))
            cache.set(known, languages, REMEMBERED)
        return target in languages.get(source, [])

    def translate(self, html: str, *, source: str, target: str) -> str:
        told = {"q": html, "source": source, "target": target, "format": "html"}
        answer = self.ask(
            "translate", told | ({"api_key": self.key} if self.key else {})
        )
        words = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(words, str) or not words.strip():
            raise Unanswered(_("The translation engine’s answer holds no translation."))
        return words

    def ask(self, path, told=None):
        """The JSON of the answer, asked for twice where the engine is busy or away."""
        end = monotonic() + self.seconds
        address = f"{self.address}/{path}"
        answer = answered(Asked(address, self.seconds, told))
        if answer is None or answer[0] in BUSY:
            sleep(PAUSE)
            answer = answered(Asked(address, max(0.1, end - monotonic()), told))
        if answer is None:
            raise Unanswered(_("The translation engine could not be reached."))
        return content(*answer)


class Asked(Question):
    """Sends `told` as JSON by POST; without it, a GET."""

    def __init__(self, url, seconds, told):
        super().__init__(url, seconds)
        self.seconds = seconds
        self.told = None if told is None else json.dumps(told).encode()

    def heard(self):
        headers = {"Accept": "application/json"}
        if self.told is not None:
            headers["Content-Type"] = "application/json"
        verb = "GET" if self.told is None else "POST"
        self.connection.request(verb, self.parts.path, self.told, headers)
        with self.connection.getresponse() as response:
            kind = response.headers.get_content_type()
            return response.status, kind, response.read(MOST + 1)


def answered(asked):
    """(status, content type, body), or None where nothing came; raises Unanswered."""
    asked.start()
    asked.join(asked.seconds)
    if asked.is_alive():
        asked.hang_up()
        raise Unanswered(_("The translation engine did not answer in time."))
    return asked.answer


def content(status, kind, body):
    if len(body) > MOST:
        raise Unanswered(_("The translation engine’s answer is too long."))
    if status != 200:
        raise Unanswered(refusal(status, body))
    answer = parsed(body)
    if kind != "application/json" or answer is None:
        raise Unanswered(_("The translation engine’s answer is not JSON."))
    return answer


def parsed(body):
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def refusal(status, body):
    if status in {401, 403}:
        return _("The translation engine refuses the desk’s key.")
    if status == 429:
        return _("The translation engine is asked too often: wait a minute.")
    answer = parsed(body)
    said = answer.get("error") if isinstance(answer, dict) else None
    if isinstance(said, str) and tidy(said).strip():
        reason = " ".join(tidy(said).split())[:200]
        return _("The translation engine says: “%(reason)s”") % {"reason": reason}
    return _("The translation engine answered %(status)s.") % {"status": status}


def pairs(answer) -> dict[str, list[str]]:
    """Source → targets, of an answer to /languages; raises Unanswered."""
    try:
        codes = [language["code"] for language in answer]
        return {one["code"]: list(one.get("targets", codes)) for one in answer}
    except (TypeError, KeyError, AttributeError):
        said = _("The translation engine does not say which languages it knows.")
        raise Unanswered(said) from None
