"""The modules that add to the editor of bodies, as django-prose-editor wants them.

Read by the settings, before any app is loaded.
"""

from django_prose_editor.config import html_tags
from js_asset import static_lazy

MODULES = {
    "NewsroomEmbed": "embed",
    "PasteCleaner": "paste",
    "PasteLooks": "paste-looks",
    "RecordsFromText": "records-from-text",
    "Typography": "typography",
}
# `articles.body` sanitises: the tags named here open no door.
EXTENSIONS = [
    {
        "js": [static_lazy(f"js/{module}.js") for module in MODULES.values()],
        "extensions": dict.fromkeys(MODULES, html_tags(["newsroom-embed"])),
    }
]
