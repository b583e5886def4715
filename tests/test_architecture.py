"""The house rules that a machine can keep."""

import ast
import io
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template import engines

ROOT = Path(settings.BASE_DIR)
ARROW = ["matches", "articles", "newsroom"]
VAGUE = {"utils", "helpers", "services", "common", "constants", "mixins", "misc"}
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))


def modules(*folders):
    return [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def shown(path):
    return str(path.relative_to(ROOT))


def imports(tree):
    """The dotted names that a module's source imports, relative ones left out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def inner_imports(tree):
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        node.lineno
        for function in ast.walk(tree)
        if isinstance(function, functions)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def lines(path):
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("app", ARROW)
def test_imports_go_one_way(app):
    above = ARROW[ARROW.index(app) + 1 :]

    against = [
        f"{shown(path)} imports {name}"
        for path in modules(app)
        for name in imports(ast.parse(path.read_text(encoding="utf-8")))
        if name.split(".")[0] in {*above, "tests"}
    ]

    assert against == []


def test_no_function_imports():
    inner = [
        f"{shown(path)}:{line}"
        for path in modules(*ARROW)
        for line in inner_imports(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert inner == []


def test_modules_are_at_most_300_lines_long():
    assert [shown(p) for p in modules(*ARROW) if lines(p) > 300] == []


def test_modules_are_named_after_what_they_answer():
    assert [shown(p) for p in modules(*ARROW) if p.stem in VAGUE] == []


def test_templates_are_at_most_100_lines_long():
    assert [shown(p) for p in TEMPLATES if lines(p) > 100] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=shown)
def test_template_compiles(path):
    engine = engines["django"]

    template = engine.get_template(str(path.relative_to(ROOT / "templates")))

    assert Path(template.origin.name) == path


def test_no_migration_is_missing(db):
    out = io.StringIO()

    call_command("makemigrations", check=True, dry_run=True, stdout=out)

    assert out.getvalue().strip() == "No changes detected"
