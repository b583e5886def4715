"""A server on this machine that speaks LibreTranslate's protocol, well or badly."""

import json
import re
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HELD = re.compile(r'(<span translate="no"[^>]*>.*?</span>|<[^>]+>)', re.DOTALL)
LANGUAGES = [
    {"code": "fr", "name": "French", "targets": ["en", "fr"]},
    {"code": "en", "name": "English", "targets": ["en", "fr"]},
]


def loud(html):
    """A translation like no other: every word in capitals, between the same tags."""
    parts = HELD.split(html)
    return "".join(p if HELD.fullmatch(p) else p.upper() for p in parts)


class LibreTranslate(BaseHTTPRequestHandler):
    """What it does is told by attributes of a subclass."""

    says, languages = staticmethod(loud), LANGUAGES
    key, status, error, body = "", 200, "", b""
    failures, drip, type, headers_too = 0, 0, "application/json", ()

    def do_GET(self):
        self.asked.append(self.path)
        known = self.path == "/languages"
        self.tell(200 if known else 404, self.languages if known else {})

    def do_POST(self):
        self.asked.append(self.path)
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.sent.append(told)
        if len(self.sent) <= self.failures:
            self.tell(503, {"error": "Busy"})
        elif self.key and told.get("api_key") != self.key:
            self.tell(403, {"error": "Invalid API key"})
        elif self.error:
            self.tell(self.status, {"error": self.error})
        else:
            self.tell(self.status, {"translatedText": self.says(told["q"])}, self.body)

    def tell(self, status, answer, body=b""):
        self.send_response(status)
        self.send_header("Content-Type", self.type)
        for name, value in self.headers_too:
            self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):
            self.pour(body or json.dumps(answer).encode())

    def pour(self, body):
        if not self.drip:
            self.wfile.write(body)
            return
        for byte in body:
            self.wfile.write(bytes([byte]))
            time.sleep(self.drip)

    def log_message(self, *arguments):
        pass


@contextmanager
def serving(**how):
    """The handler class, with its `address`, what it was `asked` for and `sent`."""
    how = {n: staticmethod(v) if callable(v) else v for n, v in how.items()}
    handler = type("Handler", (LibreTranslate,), {"asked": [], "sent": []} | how)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads, server.block_on_close = True, False
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    handler.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield handler
    finally:
        server.shutdown()
        server.server_close()
