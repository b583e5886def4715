"""How gunicorn serves the newsroom: `gunicorn --config python:newsroom.server`."""

import os
import sys

wsgi_app = "newsroom.wsgi"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
preload_app = True  # one start and one refusal for all workers
control_socket_disable = True  # it would open in the home directory
loglevel = "warning"
logger_class = "newsroom.log_lines.ServerLogger"


def when_ready(server):
    """Say where the newsroom is, now that it answers."""
    for listener in server.LISTENERS:
        address = str(listener).replace("127.0.0.1", "localhost")
        sys.stdout.write(f"Tribune is at {address}/ (admin: {address}/admin/)\n")
    sys.stdout.flush()
