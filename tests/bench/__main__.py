import tests  # noqa: F401  the suite's environment: a database of its own

from tests.bench import bodies, pages, say

if __name__ == "__main__":
    say("Bodies")
    bodies.main()
    say("\nPages of the demo, uncached, in process")
    pages.main()
