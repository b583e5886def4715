"""`make bench`: figures, in minutes. Nothing here passes or fails.

Each line gives the median and the extremes of its runs, and what was run.
"""

import statistics
import sys
import time
from collections.abc import Callable


def measure(name: str, run: Callable[[], object], *, times: int, unit: str = "ms"):
    """Print how long `run` takes, once it is warm."""
    run()
    taken = []
    for _time in range(times):
        start = time.perf_counter()
        run()
        taken.append((time.perf_counter() - start) * 1000)
    median = statistics.median(taken)
    extremes = f"{min(taken):.2f}–{max(taken):.2f}"
    say(f"{name:<44} {median:9.2f} {unit}  ({extremes}, {times} runs)")


def say(line: str):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
