from tests.bench import bodies, form, pages, say

if __name__ == "__main__":
    say("Bodies")
    bodies.main()
    say("\nPages of the demo, uncached, in process")
    pages.main()
    say("\nForm of a long article, in Chromium")
    form.main()
