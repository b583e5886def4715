"""What a browser would send back from an admin page it was given."""

from html.parser import HTMLParser


class Form(HTMLParser):
    def __init__(self):
        super().__init__()
        self.data, self.select, self.area = {}, "", ""
        self.inside = False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.inside |= attributes.get("id", "").endswith("_form")
        elif self.inside and hasattr(self, f"enter_{tag}"):
            getattr(self, f"enter_{tag}")(attributes)

    def enter_input(self, attributes):
        name, kind = attributes.get("name"), attributes.get("type", "text")
        is_off = kind in {"checkbox", "radio"} and "checked" not in attributes
        if name and not is_off and kind not in {"submit", "button", "file"}:
            self.data[name] = attributes.get("value", "")

    def enter_select(self, attributes):
        self.select = attributes["name"]
        self.data[self.select] = ""

    def enter_option(self, attributes):
        if "selected" in attributes:
            self.data[self.select] = attributes["value"]

    def enter_textarea(self, attributes):
        self.area = attributes["name"]
        self.data[self.area] = ""

    def handle_data(self, data):
        if self.area:
            self.data[self.area] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            self.data[self.area] = self.data[self.area].removeprefix("\n")
            self.area = ""


def posted(answer) -> dict[str, str]:
    form = Form()
    form.feed(answer.content.decode())
    return {
        name: value for name, value in form.data.items() if "__prefix__" not in name
    }
