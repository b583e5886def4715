"""What the editor of a body can do; `body.sanitise` allows exactly this."""

from .body import KINDS

MENU = [
    {"group": "blockType -lists", "type": "dropdown", "minItems": 2},
    {"group": "marks"},
    {"group": "link"},
    {"group": "lists"},
    {"group": "nodes -blockType -lists -embeds"},
    {"group": "embeds"},
    {"group": "history"},
]
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
    "NoSpellCheck": False,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "Menu": {"groups": MENU},
    "NewsroomEmbed": {"types": list(KINDS), "address": "/admin/embeds/"},
    "RecordsFromText": True,
    "PasteLooks": True,
    "PasteCleaner": True,
    "Typography": True,
}
