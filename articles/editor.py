"""What the editor of a body can do; `body.sanitise` allows exactly this."""

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Superscript": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "HorizontalRule": True,
    "SpecialCharacters": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
}
