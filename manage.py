#!/usr/bin/env python3
import os
import sys

if sys.version_info < (3, 11):
    found = "%d.%d" % sys.version_info[:2]
    sys.exit("Tribune needs Python 3.11 or newer; this is " + found + ".")

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    from django.core.exceptions import ImproperlyConfigured

    from newsroom import commanding

    try:
        commanding.run(sys.argv)
    except ImproperlyConfigured as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit("Tribune refuses to start: " + str(error))
