"""What a browser would send back from an admin page it was given."""

from html.parser import HTMLParser


class Form(HTMLParser):
    def __init__(self):
        super().__init__()
        self.data, self.select, self.area = {}, "", ""
        self.inside = False

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        name = attributes.get("name", "")
        if tag == "form":
            self.inside = attributes.get("id", "").endswith("_form")
        elif self.inside and tag == "input":
            self.enter(name, attributes)
        elif self.inside and tag == "select":
            self.select = name
            self.data[name] = ""
        elif self.inside and tag == "option" and "selected" in attributes:
            self.data[self.select] = attributes["value"]
        elif self.inside and tag == "textarea":
            self.area, self.data[name] = name, ""

    def enter(self, name, attributes):
        kind = attributes.get("type", "text")
        if kind in {"submit", "button", "file"} or not name:
            return
        if kind in {"checkbox", "radio"} and "checked" not in attributes:
            return
        self.data[name] = attributes.get("value", "")

    def handle_data(self, data):
        if self.area:
            self.data[self.area] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.data[self.area] = self.data[self.area].removeprefix("\n")
            self.area = ""


def posted(answer) -> dict[str, str]:
    form = Form()
    form.feed(answer.content.decode())
    return {
        name: value for name, value in form.data.items() if "__prefix__" not in name
    }
