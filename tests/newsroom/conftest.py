import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
BROWSER_ONLY = "DJANGO_ALLOW_ASYNC_UNSAFE"  # tests/browser sets it, no server may


@pytest.fixture
def start(tmp_path):
    """Start Python on the checkout, in the suite's environment and what is told."""
    started = []

    def start(*command, **told):
        environment = os.environ | {"TRIBUNE_VAR": str(tmp_path)} | told
        environment.pop(BROWSER_ONLY, None)
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=CHECKOUT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture
def run(start):
    """Run Python as `start` does, to its end: exit status, output, errors."""

    def run(*command, **told):
        process = start(*command, **told)
        output, errors = process.communicate(timeout=30)
        return process.returncode, output, errors

    return run
