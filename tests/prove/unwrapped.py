"""manage.py with no transaction around anything: what must leave half a file.

Run by itself, not as a part of the tests, which would choose another database.
"""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

from django.core.management import execute_from_command_line
from django.db.models import QuerySet
from django.db.transaction import Atomic

Atomic.__enter__ = lambda self: None
Atomic.__exit__ = lambda self, *error: None
QuerySet.select_for_update = lambda self, **options: self

execute_from_command_line(sys.argv)
