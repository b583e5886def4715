from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment

from articles.models import Edition
from matches.models import Match, Season
from tests.bench import measure, say


def main():
    setup_test_environment()
    call_command("migrate", verbosity=0)
    with open("/dev/null", "w", encoding="utf-8") as nowhere:
        call_command("demo", stdout=nowhere)
    client = Client()
    for name, address in addresses().items():
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
        size = len(response.content) / 1024
        say(f"{name}: {len(queries)} queries, {size:.1f} kB of HTML")
        measure(f"  {address[:40]}", lambda a=address: client.get(a), times=40)


def addresses():
    latest = Edition.objects.public("fr").latest()
    quoted = latest.filter(article__kind="reaction").first()
    leg = Match.objects.filter(tie__isnull=False, leg=1).order_by("-kickoff_at").first()
    season = Season.objects.get(competition__key="europa-league")
    return {
        "front": "/fr/",
        "article": quoted.get_absolute_url(),
        "match": leg.get_absolute_url(),
        "competition": season.get_absolute_url(),
    }
