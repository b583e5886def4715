"""`python -m tests.bench intake pages` runs those two; without names, all."""

import sys
from importlib import import_module

from tests.bench import say

BENCHES = {
    "bodies": "Bodies",
    "intake": "Intake of the corpus",
    "intake_limits": "Intake limits",
    "pages": "Pages of the demo, uncached, in process",
    "match": "Page of a long match, uncached, in process",
    "alignment": "Alignment of translations",
    "translating": "Help for translators",
    "translation_page": "Page of a long translation, in process",
    "imports": "Imports of 100,000 matches, by the command",
    "form": "Form of a long article, in Chromium",
}

if __name__ == "__main__":
    names = [name for name in sys.argv[1:] if not name.startswith("--")]
    for name in names or BENCHES:
        say(f"\n{BENCHES[name]}")
        import_module(f"tests.bench.{name}").main()
