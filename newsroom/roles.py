"""The six roles of the desk and its languages, as Django groups.

What depends on the article (whose, which language) is in `articles/policy.py`.
"""

from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction

FACTS = [
    "appearance",
    "competition",
    "group",
    "match",
    "matchevent",
    "membership",
    "person",
    "season",
    "stage",
    "standingadjustment",
    "team",
    "teamaccount",
    "teamalias",
    "tie",
    "venue",
]
WORDS = [
    "article",
    "author",
    "byline",
    "clubpost",
    "edition",
    "embed",
    "matchlink",
    "notice",
    "photo",
    "quote",
    "quotevariant",
    "release",
    "term",
]
RECORDS = ("quote", "clubpost", "photo")
STORY = ("article", "byline", "matchlink")


def may(verbs: str, *models: str) -> set[str]:
    """Codenames: may("add change", "quote") → {"add_quote", "change_quote"}."""
    return {f"{verb}_{model}" for verb in verbs.split() for model in models}


READS = may("view", *FACTS, *WORDS)
WRITES = may("add change", *STORY, *RECORDS, "quotevariant") | may(
    "delete", "byline", "matchlink"
)
REPORTER = READS | WRITES | {"submit_edition", "check_quote"}
TRANSLATOR = (
    READS
    | may("change", "article", *RECORDS)
    | may("add change", "term")
    | {"translate_article", "submit_edition"}
)
SUB_EDITOR = (
    REPORTER
    | may("delete", *RECORDS, "quotevariant")
    | may("add change", "author", "person", "membership", "teamaccount", "term")
    | {"change_any_article", "translate_article", "approve_edition", "approve_quote"}
)
DESK_CHIEF = (
    SUB_EDITOR
    | may("add change delete", *FACTS, *RECORDS, *STORY, "author", "notice", "term")
    | may("view", "auditentry")
    | {"publish_edition", "override_match_status"}
)
STATISTICS_DESK = READS | may("add change delete", *FACTS)


def roles() -> dict[str, set[str]]:
    """Group name → codenames of its permissions, as the settings have it."""
    publishes = {"publish_edition"} if settings.SUB_EDITORS_PUBLISH else set()
    return {
        "reporter": REPORTER,
        "translator": TRANSLATOR,
        "sub-editor": SUB_EDITOR | publishes,
        "desk chief": DESK_CHIEF,
        "statistics desk": STATISTICS_DESK,
        "read-only": READS,
    }


# Group → its permission. Who is in none of them works in both languages.
LANGUAGES = {"French": {"work_in_fr"}, "English": {"work_in_en"}}


class MissingPermissions(Exception):
    """Permissions that the database does not have: it is not migrated."""


@dataclass
class Report:
    """Names of the groups that were created, updated and left as they were."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    changes: dict[Group, list] = field(default_factory=dict)  # [before, after]

    def __str__(self):
        return (
            f"{len(self.created)} created, {len(self.updated)} updated, "
            f"{len(self.unchanged)} unchanged, 0 refused"
        )


@transaction.atomic
def sync_roles() -> Report:
    """Gives every group exactly its permissions; a second run changes nothing."""
    known = known_permissions()
    report = Report()
    for name, codenames in (roles() | LANGUAGES).items():
        if missing := sorted(codenames - known.keys()):
            raise MissingPermissions(", ".join(missing))
        group, is_new = Group.objects.get_or_create(name=name)
        held = set(group.permissions.values_list("codename", flat=True))
        if is_new:
            report.created.append(name)
        elif held == codenames:
            report.unchanged.append(name)
            continue
        else:
            report.updated.append(name)
        group.permissions.set({known[codename] for codename in codenames})
        report.changes[group] = [sorted(held), sorted(codenames)]
    return report


def known_permissions():
    permissions = Permission.objects.filter(
        content_type__app_label__in=("articles", "matches")
    )
    return dict(permissions.values_list("codename", "pk"))
