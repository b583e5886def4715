"""Promise F4: what is installed is pinned with hashes, wherever it comes from."""

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "requirements"
LOCKED = sorted(path.name for path in FOLDER.glob("*.txt"))
PINNED = re.compile(r"[a-z0-9.-]+==[^\s;]+( ; .+)?( --hash=sha256:[0-9a-f]{64})+")
ADDRESS = re.compile(r"\w://|file:\S|--(?:extra-)?index|--find-links|(?:^|\s)/\w", re.M)


def requirements(name: str) -> list[str]:
    """The logical lines of a locked file, without comments."""
    text = (FOLDER / name).read_text().replace("\\\n", "")
    lines = (line.partition("#")[0].split() for line in text.splitlines())
    return [" ".join(words) for words in lines if words]


def versions(name: str) -> dict[str, str]:
    return dict(line.split()[0].split("==") for line in requirements(name))


def test_each_source_has_its_locked_file():
    sources = sorted(path.stem for path in FOLDER.glob("*.in"))

    assert [name.removesuffix(".txt") for name in LOCKED] == sources


@pytest.mark.parametrize("name", LOCKED)
def test_every_package_is_pinned_with_hashes(name):
    loose = [line for line in requirements(name) if not PINNED.fullmatch(line)]

    assert requirements(name)
    assert loose == []


@pytest.mark.parametrize("name", LOCKED)
def test_locked_files_name_no_index_and_no_path(name):
    assert ADDRESS.findall((FOLDER / name).read_text()) == []


@pytest.mark.parametrize("name", ["dev.txt", "postgresql.txt", "redis.txt", "s3.txt"])
def test_extras_agree_with_the_runtime_on_versions(name):
    runtime, extra = versions("runtime.txt"), versions(name)
    shared = runtime.keys() & extra.keys()

    assert {key: extra[key] for key in shared} == {key: runtime[key] for key in shared}
