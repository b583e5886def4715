from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.models import AuditEntry
from newsroom.sign_in.sessions import end_all


class Command(BaseCommand):
    help = "Takes the second factor off an account whose owner lost phone and codes."

    def add_arguments(self, parser):
        parser.add_argument("username")

    @transaction.atomic
    def handle(self, *, username, **options):
        accounts = get_user_model().objects
        user = accounts.filter(username=username).first()
        if user is None:
            raise CommandError(f"No account is called {username}.")
        removed, _kinds = Authenticator.objects.filter(user=user).delete()
        ended = end_all(user.pk)
        if removed:
            AuditEntry.objects.record("reset_second_factor", user, by=None)
        self.stdout.write(f"{removed} removed, {ended} sessions ended, 0 refused")
