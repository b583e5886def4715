from tests.bench import bodies, pages, say

if __name__ == "__main__":
    say("Bodies")
    bodies.main()
    say("\nPages of the demo, uncached, in process")
    pages.main()
