"""The accounts of the demo, with passwords made once and kept beside the database."""

import json
import os
import secrets

from django.conf import settings
from django.contrib.auth.models import Group, User

from .files import document
from .tally import Tally

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that look alike
SUPERUSER = "superuser"


def accounts() -> Tally:
    """Makes what this database never had; a deleted or changed account stays so."""
    kept, wanted = read(), document("desk.json")["accounts"]
    names = {entry["username"] for entry in wanted}
    is_new_desk = not User.objects.filter(username__in=names).exists()
    new = [entry for entry in wanted if is_new_desk or entry["username"] not in kept]
    for entry in new:
        known = kept.get(entry["username"], {}).get("password")
        kept[entry["username"]] = make(entry, password=known or random_password())
    if new:
        keep(kept)
    return Tally(created=len(new), unchanged=len(wanted) - len(new))


def make(entry, *, password: str) -> dict[str, str]:
    """What is kept of an account: its password, and the hash that still matches it."""
    fields = {name: entry[name] for name in ("first_name", "last_name")}
    fields |= {"is_staff": True, "is_superuser": entry["role"] == SUPERUSER}
    user, _is_new = User.objects.update_or_create(
        username=entry["username"], defaults=fields
    )
    user.set_password(password)
    user.save()
    user.groups.set(Group.objects.filter(name=entry["role"]))
    return {"password": password, "hash": user.password}


def random_password():
    parts = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(parts)


def read() -> dict[str, dict[str, str]]:
    path = settings.VAR / "demo-accounts.json"
    return json.loads(path.read_text()) if path.exists() else {}


def keep(accounts):
    settings.VAR.mkdir(parents=True, exist_ok=True)
    path = settings.VAR / "demo-accounts.json"
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with open(descriptor, "w") as file:
        json.dump(accounts, file, indent=2)


def table() -> list[tuple[str, str, str]]:
    """(account, password, role); the password only while it still opens the door."""
    hashes = dict(User.objects.values_list("username", "password"))
    kept = read()
    return [
        (entry["username"], shown(entry["username"], kept, hashes), entry["role"])
        for entry in document("desk.json")["accounts"]
    ]


def shown(username, kept, hashes):
    if username not in hashes:
        return "(deleted)"
    if hashes[username] != kept[username]["hash"]:
        return "(changed since)"
    return kept[username]["password"]
