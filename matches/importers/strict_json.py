"""JSON as a stranger may send it, read without surprise.

Beyond what `json` refuses: other encodings than UTF-8, NaN and Infinity, a key
written twice, half characters, nesting deeper than 32.
"""

import json

from .rows import Refused

DEEPEST = 32


def decode(data: bytes) -> str:
    """The text of a UTF-8 file, with or without a byte order mark."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - before.rfind(b"\n")
        raise Refused(
            f"line {line} column {column}: not UTF-8; save the file as UTF-8"
        ) from error


def load(text: str):
    """The value `text` holds; objects are dicts. Raises Refused."""
    try:
        value = json.loads(text, parse_constant=no_constant, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}"
        raise Refused(f"{place}: not JSON ({error.msg})") from error
    except RecursionError as error:
        raise Refused(f"nested deeper than {DEEPEST}") from error
    except ValueError as error:
        raise Refused(f"not JSON ({error})") from error
    if depth(value) > DEEPEST:
        raise Refused(f"nested deeper than {DEEPEST}")
    return value


def no_constant(name):
    raise Refused(f"“{name}” is not JSON")


def once(pairs):
    found = {}
    for key, value in pairs:
        if key in found:
            written = json.dumps(dict(pairs))[:120]
            raise Refused(f"“{key}” is written twice in one object: {written}")
        found[key] = value
    return found


def depth(value):
    deepest, open_values = 0, [(value, 1)]
    while open_values:
        inner, level = open_values.pop()
        if isinstance(inner, dict | list):
            deepest = max(deepest, level)
            inside = inner.values() if isinstance(inner, dict) else inner
            open_values += [(each, level + 1) for each in inside]
    return deepest
