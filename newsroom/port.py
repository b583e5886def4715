"""Whether a port can be served on; `python -m newsroom.port PORT` asks before work."""

import errno
import socket
import sys

REASONS = {
    errno.EADDRINUSE: "something else is listening there",
    errno.EACCES: "this user may not open it",
    errno.EADDRNOTAVAIL: "this machine has no such address",
}


def port_refusal(host: str, port: str | int) -> str:
    """One sentence telling why `port` cannot be served; empty when it can."""
    if not str(port).isdecimal() or not 0 < int(port) < 65536:
        return f"Port {port} is not a number from 1 to 65535."
    try:
        addresses = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)
    except OSError:
        return f"Host {host} is not known on this machine."
    for family, *_, address in addresses:
        if error := bind_error(family, address):
            reason = REASONS.get(error, errno.errorcode[error])
            return f"Port {port} cannot be served: {reason} (PORT=8123 names another)."
    return ""


def bind_error(family: int, address: tuple) -> int | None:
    with socket.socket(family, socket.SOCK_STREAM) as candidate:
        candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind(address)
        except OSError as error:
            return error.errno
    return None


if __name__ == "__main__":
    sys.exit(port_refusal("localhost", sys.argv[1]) or 0)
