"""How long someone stays signed in, and what ends it."""

import hashlib
from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)
PACE = timedelta(minutes=5)  # how often a sign of life is written down


def begin(session: SessionBase, user: AbstractUser, *, at: datetime | None = None):
    """Marks a session that starts now, so that its end can be told."""
    now = int((at or timezone.now()).timestamp())
    session.update({"began_at": now, "seen_at": now, "rights": rights(user)})


def is_over(session: SessionBase, user: AbstractUser, *, at: datetime) -> bool:
    """Too long idle, too old, or begun with other rights than `user` has now."""
    if "began_at" not in session:  # begun by no door of ours: Django's expiry holds
        return False
    now = at.timestamp()
    is_idle = now - session["seen_at"] >= IDLE.total_seconds()
    is_old = now - session["began_at"] >= LONGEST.total_seconds()
    return is_idle or is_old or session["rights"] != rights(user)


def rights(user: AbstractUser) -> str:
    """A digest of what `user` may do; the permissions are those that pages ask for."""
    if user.is_superuser:
        return f"superuser {user.is_staff}"
    named = " ".join(sorted(user.get_all_permissions()))
    digest = hashlib.blake2b(named.encode(), digest_size=12).hexdigest()
    return f"{digest} {user.is_staff}"


def see(request: HttpRequest, *, at: datetime):
    """Writes down, every few minutes, that a person is there."""
    session = request.session
    seen = session.get("seen_at")
    if seen is None or at.timestamp() - seen < PACE.total_seconds():
        return
    if is_sign_of_life(request):
        session["seen_at"] = int(at.timestamp())
        UserSession.objects.create_from_request(request)


def is_sign_of_life(request: HttpRequest) -> bool:
    """What a page asks by itself, left open, is none."""
    if request.method == "POST":
        return not request.path.endswith("/presence/")
    return request.headers.get("Sec-Fetch-Dest") != "empty"


def end_all(user_id: int) -> int:
    """Signs `user_id` out everywhere; how many sessions that ended."""
    ended = UserSession.objects.filter(user_id=user_id)
    for one in ended:
        one.end()
    return len(ended)


def purge(*, at: datetime) -> int:
    """Removes what has expired; how many sessions."""
    UserSession.objects.filter(created_at__lt=at - LONGEST).delete()
    return Session.objects.filter(expire_date__lt=at).delete()[0]
