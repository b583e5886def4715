"""docs/operations.md leaves out nothing that an operator can set or meet."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PAGE = (CHECKOUT / "docs" / "operations.md").read_text()


def found(pattern: str, path: str) -> list[str]:
    names = re.findall(pattern, (CHECKOUT / path).read_text())
    assert names, f"{path} no longer reads as this test expects"
    return sorted(set(names))


@pytest.mark.parametrize(
    "name", found(r'env\.\w+\("([A-Z_]+)"', "newsroom/settings.py")
)
def test_every_variable_is_explained(name):
    assert PAGE.count(f"\n| `{name}` |") == 1


@pytest.mark.parametrize("name", found(r"newsroom\.E\d+", "newsroom/checks.py"))
def test_every_refusal_is_explained(name):
    assert PAGE.count(f"\n| `{name}` |") == 1


@pytest.mark.parametrize(
    "name", found(r"(?m)^#? ?([A-Z_]+)=", "deploy/tribune.env.example")
)
def test_the_example_sets_only_what_exists(name):
    assert PAGE.count(f"\n| `{name}` |") == 1
