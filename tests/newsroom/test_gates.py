"""Doors that were looked at one by one: a new one fails here until someone has.

Each list holds what was reviewed, and why it may stay is told beside it.
"""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = ("matches", "articles", "newsroom")
MODULES = [
    path
    for app in APPS
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]
TREES = {
    str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
    for path in MODULES
}
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
SCRIPTS = sorted((ROOT / "static" / "js").rglob("*.js"))

MARKUP = {
    "articles/body.py",  # after the sanitiser
    "matches/templatetags/structured.py",  # JSON-LD, without a < in it
    "newsroom/guide.py",  # our own Markdown, parsed without HTML
}
# Each prints what the server escaped or sanitised; the policy stops scripts besides.
INNER = {
    "fact-checks.js": 1,
    "intake-marker.js": 1,
    "translation-checks.js": 1,
    "translation-desk.js": 2,
    "translation-help.js": 1,
    "translation-row.js": 1,
}
FORMATS = {  # a constant of the module, or translated text without data in it
    "articles/admin/post_form.py": 1,
    "articles/admin/state.py": 1,
}
NETWORK = {
    "articles/mail.py": {"smtplib"},  # the name of an error; Django sends
    "articles/oembed.py": {"http.client", "socket"},  # a fixed list of hosts
    "newsroom/port.py": {"socket"},  # binds a port before the start
}
PROCESSES = {
    "articles/pictures.py",  # reads an upload with limits
    "newsroom/management/commands/serve.py",  # does what is due beside the demo
}
CURSORS = {
    "articles/append_only.py",  # triggers
    "matches/importers/past.py",  # ANALYZE
    "newsroom/database_role.py",  # grants
}
ON_THE_NET = {
    "http.client", "urllib.request", "socket", "ssl", "requests", "httpx", "aiohttp",
    "ftplib", "smtplib", "urllib3", "xmlrpc.client", "telnetlib", "imaplib", "poplib",
}  # fmt: skip
OF_A_REQUEST = re.compile(r"\.(?:GET|POST|headers|META|COOKIES|body)\b")
RAW = ("raw", "RawSQL", "extra", "executescript")
UNSAFE = {"pickle", "marshal", "shelve", "yaml", "xml.etree.ElementTree", "xml.sax"}


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(tree, *names):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in names:
                yield node


def where(*names):
    """Modules that name any of `names`: called, imported or handed on."""
    return {
        path
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if getattr(node, "id", getattr(node, "attr", "")) in names
    }


def importing(modules):
    found = {path: modules & {*imported(tree)} for path, tree in TREES.items()}
    return {path: names for path, names in found.items() if names}


def test_markup_is_declared_safe_where_it_was_looked_at():
    made = {path for path, tree in TREES.items() if any(calls(tree, "SafeString"))}

    assert where("mark_safe", "SafeText") | made == MARKUP


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_prints_without_escaping(path):
    text = path.read_text(encoding="utf-8")

    assert re.findall(r"\|\s*safe(?:seq)?\b|autoescape\s+off|\bsafeseq\b", text) == []


def test_no_markup_is_made_of_words_put_together():
    odd = {
        path: sum(not is_plain(node) for node in calls(tree, "format_html"))
        for path, tree in TREES.items()
    }

    assert {path: count for path, count in odd.items() if count} == FORMATS


def is_plain(node):
    """Whether the markup of a `format_html` stands there, or is translated there."""
    first = node.args[0]
    if isinstance(first, ast.Call) and getattr(first.func, "id", "") in {
        "_",
        "gettext",
    }:
        first = first.args[0]
    return isinstance(first, ast.Constant)


def test_scripts_write_markup_where_it_was_looked_at():
    write = re.compile(
        r"\.(?:innerHTML|outerHTML)\s*\+?=[^=]|insertAdjacentHTML|document\.write"
        r"|setHTMLUnsafe|createContextualFragment|\.srcdoc\s*="
    )
    found = {p.name: len(write.findall(p.read_text(encoding="utf-8"))) for p in SCRIPTS}

    assert {name: count for name, count in found.items() if count} == INNER


def test_scripts_run_no_text():
    run = re.compile(
        r"\beval\(|new Function|\bimport\(|set(?:Timeout|Interval)\(\s*[\"'`]"
    )

    assert [p.name for p in SCRIPTS if run.search(p.read_text(encoding="utf-8"))] == []


def test_no_view_is_left_without_a_token():
    assert where("csrf_exempt", "xframe_options_exempt", "csp_exempt") == set()


def test_the_server_asks_whom_was_decided():
    assert importing(ON_THE_NET) == NETWORK
    assert set(importing({"subprocess"})) == PROCESSES
    assert where("system", "popen", "execvp") == set()


def test_nothing_is_read_that_could_run():
    assert importing(UNSAFE) == {}
    assert where("eval", "exec", "compile_template", "from_string") == set()


def test_no_address_reaches_the_database_as_it_is():
    spread = {
        path
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg is None and OF_A_REQUEST.search(ast.unparse(keyword.value))
    }

    assert spread == set()
    raw = {path for path, tree in TREES.items() if any(calls(tree, *RAW))}
    assert raw == set()
    assert where("cursor") == CURSORS


def test_models_are_changed_by_forms_that_name_their_fields():
    every = [
        path
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value == "__all__"
    ]

    assert every == []
