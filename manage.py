#!/usr/bin/env python3
import os
import sys

if sys.version_info < (3, 11):
    sys.exit("Tribune needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
