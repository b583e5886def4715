from articles import body
from tests.bench import measure

EMBED = '<newsroom-embed data-type="quote" data-id="{}"></newsroom-embed>'
PARAGRAPH = "<p>{}</p>".format("L’OM a poussé sans passer, encore une fois. " * 12)
STORY = "".join(PARAGRAPH + EMBED.format(number) for number in range(30))
HOSTILE = {
    "nested tags": lambda n: "<em>" * n + "x",
    "entities": lambda n: "&eacute;" * 10 * n,
    "links": lambda n: '<a href="http://x.example/">y</a>' * 5 * n,
    "one word": lambda n: "a" * 100 * n,
    "embeds in bold": lambda n: "<p>" + f"<b>{EMBED.format(1)}" * n,
}


def main():
    measure("sanitise a story with 30 records", lambda: body.sanitise(STORY), times=50)
    measure("plain text of it", lambda: body.plain_text(STORY), times=50)
    for name, make in HOSTILE.items():
        for size in (1_000, 2_000):
            html = make(size)
            measure(
                f"sanitise {size:,} × {name}",
                lambda html=html: body.sanitise(html),
                times=5,
            )
