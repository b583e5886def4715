"""How gunicorn serves the newsroom: `gunicorn --config python:newsroom.server`."""

import os
import sys

from gunicorn.glogging import Logger

from newsroom.log_lines import FORMAT, OneLine

wsgi_app = "newsroom.wsgi"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
preload_app = True  # one start and one refusal for all workers
control_socket_disable = True  # it would open in the home directory
loglevel = "warning"


class ServerLogger(Logger):
    def setup(self, cfg):
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                handler.setFormatter(OneLine(FORMAT))


logger_class = ServerLogger


def when_ready(server):
    """Say where the newsroom is, now that it answers."""
    for listener in server.LISTENERS:
        address = str(listener).replace("127.0.0.1", "localhost")
        sys.stdout.write(f"Tribune is at {address}/ (admin: {address}/admin/)\n")
    sys.stdout.flush()
