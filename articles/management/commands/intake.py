import json
import sys
from contextlib import nullcontext

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import override

from articles.intake import Refused, propose
from articles.intake.drafting import Decision, draft
from articles.intake.reading import LARGEST, decode
from articles.models import Language

WIDTH = 60  # characters of a passage that the report shows


class Command(BaseCommand):
    help = "Read raw copy for its posts, quotes, fixture and boilerplate."

    def add_arguments(self, parser):
        parser.add_argument("file", help="the file; - reads from standard input")
        parser.add_argument(
            "--language", choices=Language.values, default="", help="of the copy"
        )
        ways = parser.add_mutually_exclusive_group()
        ways.add_argument("--json", action="store_true", help="for machines")
        ways.add_argument("--save", action="store_true", help="make the draft")

    def handle(self, **options):
        with override("en"):
            try:
                text = read(options["file"])
                proposal = propose(text, language=options["language"])
            except Refused as refused:
                raise CommandError(f"{options['file']}: {refused}") from refused
            if options["json"]:
                found = proposal.as_json()
                self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
            elif options["save"]:
                self.save(Decision.accepting(proposal, source=text), proposal)
            else:
                self.stdout.write("\n".join(report(proposal)))

    def save(self, decision, proposal):
        article, _is_new = draft(decision, by=None)
        address = reverse("admin:articles_article_change", args=[article.pk])
        quotes = count(len(decision.quotes), "quote")
        posts = count(len(decision.posts), "post")
        left = count(len(proposal.quotes) - len(decision.quotes), "quote")
        self.stdout.write(
            f"Draft {article.pk}: “{article}” ({article.kind}, {decision.language}), "
            f"{quotes} and {posts} embedded, {left} left in the prose."
        )
        self.stdout.write(f"{settings.SITE_URL}{address}")


def count(number, noun):
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def read(file):
    try:
        with (
            nullcontext(sys.stdin.buffer) if file == "-" else open(file, "rb") as source
        ):
            return decode(source.read(LARGEST + 1))
    except OSError as error:
        raise Refused(f"{error.strerror}.") from error


def report(proposal):
    """The proposal, for people to read."""
    yield f"Language: {Language(proposal.language).label}"
    fixtures = [f"{one.likeness:.2f}  {one.match}" for one in proposal.fixtures]
    yield from section("Fixtures", fixtures)
    yield from section("Posts", [post_line(post) for post in proposal.posts])
    yield from section("Quotes", [quote_line(quote) for quote in proposal.quotes])
    yield from section("Boilerplate", [cut(one.text) for one in proposal.boilerplate])
    words = len(proposal.body_text.split())
    yield f"Body: {words} words. Nothing is saved; --save makes the draft."


def section(name, lines):
    yield f"{name}: {len(lines)}"
    yield from (f"  {line}" for line in lines)


def post_line(post):
    who = f"@{post.handle}" if post.handle else post.author_name or "unknown author"
    said = [who, post.posted_on and post.posted_on.isoformat(), post.minute]
    told = ", ".join(filter(None, [*said, post.claimed_score]))
    return f"{told}: {cut(post.readable_text)}"


def quote_line(quote):
    who = quote.speaker.full_name if quote.speaker else quote.speaker_name or "unknown"
    told = ", ".join(filter(None, [who, quote.kind, quote.cue]))
    return f"{told}: {cut(quote.text)}"


def cut(text):
    text = " ".join(text.split())
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"
