import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture
def start(tmp_path):
    """Start Python on the checkout, in the suite's environment and what is told."""
    started = []

    def start(*command, **told):
        environment = os.environ | {"TRIBUNE_VAR": tmp_path} | told
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=CHECKOUT,
            env={name: str(value) for name, value in environment.items()},
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
