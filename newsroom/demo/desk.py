"""The desk of the demo: roles, and authors who exist nowhere else."""

from django.contrib.auth.models import User

from articles.models import Author
from articles.translating.terms import SHIPPED, import_terms
from newsroom.roles import sync_roles

from .files import document
from .tally import Tally, add_new, checked


def roles() -> Tally:
    report = sync_roles()
    return Tally(len(report.created), len(report.updated), len(report.unchanged))


def glossary() -> Tally:
    report = import_terms(SHIPPED.read_text(encoding="utf-8"))
    return Tally(report.created, report.updated, report.unchanged)


def authors() -> Tally:
    return add_new(Author, document("desk.json")["authors"], key="slug", create=author)


def author(item):
    accounts = {a["author"]: a["username"] for a in document("desk.json")["accounts"]}
    user = User.objects.filter(username=accounts.get(item["slug"])).first()
    checked(Author(**item, user=user))
