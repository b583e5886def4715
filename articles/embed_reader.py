"""The words and addresses in a network's embed code; its markup is dropped."""

import re
from html.parser import HTMLParser

CLASSES = {
    "twitter-tweet": "x",
    "twitter-video": "x",
    "bluesky-embed": "bluesky",
    "mastodon-embed": "mastodon",
    "instagram-media": "instagram",
    "text-post-media": "threads",
    "fb-post": "facebook",
    "fb-video": "facebook",
    "tiktok-embed": "tiktok",
}
FRAMES = {"blockquote", "div", "iframe"}
PERMALINKS = (
    "data-instgrm-permalink",
    "data-text-post-permalink",
    "data-embed-url",
    "data-href",
    "cite",
    "src",
)
SILENT = {"script", "style", "svg", "template", "noscript", "textarea", "title"}
URI = re.compile(r"at://[\w.:-]{1,70}/app\.bsky\.feed\.post/[\w.-]{1,20}", re.ASCII)


class EmbedReader(HTMLParser):
    """Collects the paragraphs' text, what stands around it, and the addresses.

    `provider` is None until a frame of a known class opens; an `iframe` without one
    leaves its address in `permalinks` and its title in `heading`.
    """

    def __init__(self):
        super().__init__()
        self.provider, self.uri, self.language, self.heading = None, "", "", ""
        self.text, self.around = [], []
        self.links, self.permalinks, self.times = [], [], []
        self.depth = 0  # frames of the same name open in the first one
        self.frame = ""
        self.in_text = False
        self.silence = []

    @property
    def open(self):
        return self.depth > 0

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag in SILENT:
            self.silence.append(tag)
        else:
            self.enter(tag, attributes)
        if tag in FRAMES:
            self.permalinks += [v for n in PERMALINKS if (v := attributes.get(n))]

    def enter(self, tag, attributes):
        if tag in FRAMES and not self.open and self.provider is None:
            self.begin(tag, attributes)
        elif self.open and tag == self.frame:
            self.depth += 1
        elif self.open:
            self.inside(tag, attributes)

    def begin(self, tag, attributes):
        names = attributes.get("class", "").split()
        self.provider = next((CLASSES[n] for n in names if n in CLASSES), None)
        if tag == "iframe":
            self.heading = self.heading or attributes.get("title", "")
        elif self.provider:
            self.frame, self.depth = tag, 1
        uri = attributes.get("data-bluesky-uri", "")
        self.uri = uri if URI.fullmatch(uri) else ""

    def inside(self, tag, attributes):
        if tag == "p":
            self.paragraph(attributes.get("lang", ""))
        elif tag == "br":
            (self.text if self.in_text else self.around).append("\n")
        else:
            self.note(tag, attributes)

    def note(self, tag, attributes):
        if tag == "a":
            links = self.permalinks if self.in_text else self.links
            links.append(attributes.get("href", ""))
        elif tag == "time":
            self.times.append(attributes.get("datetime", ""))

    def paragraph(self, language):
        self.language = self.language or language
        self.in_text = True
        if self.text:
            self.text.append("\n")

    def handle_endtag(self, tag):
        if self.silence and tag == self.silence[-1]:
            self.silence.pop()
        elif tag == "p":
            self.in_text = False
        elif self.open and tag == self.frame:
            self.depth -= 1
            self.in_text = self.in_text and self.open

    def handle_data(self, data):
        if self.silence or not self.open:
            return
        (self.text if self.in_text else self.around).append(data)
