import socket
import subprocess
import sys
from contextlib import closing

import pytest

from newsroom.port import port_refusal


@pytest.fixture
def listener():
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server


def port_of(server):
    return server.getsockname()[1]


def test_free_port_is_not_refused(listener):
    port = port_of(listener)
    listener.close()

    assert port_refusal("localhost", port) == ""


def test_taken_port_is_refused(listener):
    port = port_of(listener)

    assert port_refusal("localhost", port) == (
        f"Port {port} cannot be served: something else is listening there "
        "(PORT=8123 names another)."
    )


@pytest.mark.parametrize("port", ["", "0", "65536", "http", "-1"])
def test_port_out_of_range_is_refused(port):
    refusal = f"Port {port} is not a number from 1 to 65535."

    assert port_refusal("localhost", port) == refusal


def test_unknown_host_is_refused():
    refusal = "Host nowhere.invalid is not known on this machine."

    assert port_refusal("nowhere.invalid", 8000) == refusal


def test_foreign_address_is_refused():
    assert port_refusal("192.0.2.1", 8000) == (
        "Port 8000 cannot be served: this machine has no such address "
        "(PORT=8123 names another)."
    )


def test_taken_port_ends_the_set_up_before_it_begins(listener):
    command = [sys.executable, "-m", "newsroom.port", str(port_of(listener))]

    result = subprocess.run(command, capture_output=True, text=True, timeout=10)

    assert result.returncode == 1
    assert result.stderr == f"{port_refusal('localhost', port_of(listener))}\n"
