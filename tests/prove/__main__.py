import sys

from tests.prove import (
    carrying,
    crawl,
    due,
    guesses,
    imports,
    kills,
    matrix,
    pairs,
    polls,
    say,
    storm,
    sweep,
)
from tests.prove.newsroom import newsroom

PROOFS = {
    "storm": storm.prove,
    "pairs": pairs.prove,
    "kills": kills.prove,
    "matrix": matrix.prove,
    "crawl": crawl.prove,
    "imports": imports.prove,
    "carrying": carrying.prove,
    "polls": polls.prove,
    "due": due.prove,
    "guesses": guesses.prove,
    "sweep": sweep.prove,
}


def main(names):
    held = True
    with newsroom():
        for name in names or PROOFS:
            for result in PROOFS[name]():
                say(result)
                held = held and result.is_proof
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
