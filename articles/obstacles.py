"""What keeps the working words of an edition from readers, said to the editor."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import body
from .models import ClubPost, Edition, Embed, Quote, Translation
from .models.embed import existing
from .translating.captions import captions
from .translating.kept import machine_rows
from .translating.ready import blocking
from .translating.rows import RowState, rows


def obstacles(edition: Edition, embeds: list[Embed] | None = None) -> list[str]:
    """Every reason why `edition` cannot be published as it stands; [] when it can.

    `embeds` are those of its words, where they are not the saved ones.
    """
    words = edition.words
    found = []
    if not words.title:
        found.append(_("The title is missing."))
    if not body.plain_text(words.body):
        found.append(_("The text is missing."))
    wanted = body.records(words.body)
    if len(existing(wanted)) < len(wanted):
        found.append(_("The text shows a record that no longer exists."))
    found += untranslated(edition)
    found += unread(edition)
    for kind, record in shown_records(edition, embeds):
        if kind == "photo" and edition.origin == Edition.Origin.TRANSLATION:
            found += uncaptioned(record, edition.language)
        found += RULES.get(kind, nothing)(record, edition.language)
    return list(dict.fromkeys(found))


def untranslated(edition):
    """The passages of the source that a translation begun on the desk still lacks."""
    if edition.origin != Edition.Origin.TRANSLATION:
        return
    translation = Translation.objects.filter(edition=edition.pk).first()
    found = rows(edition, translation.units.all() if translation else ())
    for one in blocking(edition, found):
        yield f"{one.says} “{one.words}”" if one.words else one.says
    lacking = [
        row.source.text or _("a record")
        for row in found
        if translation and row.state == RowState.UNWRITTEN
    ]
    if lacking:
        said = ngettext(
            "%(count)s passage is not translated: “%(first)s”",
            "%(count)s passages are not translated, the first: “%(first)s”",
            len(lacking),
        )
        yield said % {"count": len(lacking), "first": shortened(lacking[0])}


def unread(edition):
    """Machine text that nobody has edited or called done."""
    found = [row.target.text for row in machine_rows(edition) if row.is_unread]
    if found:
        said = ngettext(
            "%(count)s passage is machine text that nobody has read: “%(first)s”",
            "%(count)s passages are machine text that nobody has read, the first: "
            "“%(first)s”",
            len(found),
        )
        yield said % {"count": len(found), "first": shortened(found[0])}


def shortened(text):
    return Truncator(text).chars(60)


def shown_records(edition, embeds=None):
    """(kind, record) of the lead picture and of every embed of the working words."""
    if embeds is None:
        saved = edition.article.embeds.with_records()
        embeds = saved.in_language(edition.language)
    if lead := edition.article.lead_photo:
        yield "photo", lead
    for embed in embeds:
        yield embed.kind, embed.record


def uncaptioned(photo, language):
    """A caption that readers of the source have."""
    for one in captions([photo], language=language):
        if one.name == "caption" and one.is_lacking:
            yield _("The caption of a picture is not translated: %(photo)s") % {
                "photo": photo
            }


def nothing(record, language):
    return []


def of_quote(quote, language):
    if quote.is_off_record:
        yield _("A quote is off the record: %(quote)s") % {"quote": quote}
    if quote.verification == Quote.Verification.DISPUTED:
        yield _("A quote is disputed: %(quote)s") % {"quote": quote}
    elif quote.verification == Quote.Verification.UNVERIFIED:
        yield _("A quote is not checked yet: %(quote)s") % {"quote": quote}
    if not quote.is_ready_for(language):
        yield _("A quote has no translation: %(quote)s") % {"quote": quote}


def of_post(post, language):
    if post.state == ClubPost.State.WITHHELD:
        yield _("A club post is withheld: %(post)s") % {"post": post}


def of_photo(photo, language):
    if photo.is_taken_down:
        yield _("A picture is no longer there: %(photo)s") % {"photo": photo}
    if not photo.credit:
        yield _("A picture has no credit: %(photo)s") % {"photo": photo}
    if not getattr(photo, f"alt_{language}"):
        yield _("A picture has no alternative text in this language: %(photo)s") % {
            "photo": photo
        }


RULES = {"quote": of_quote, "post": of_post, "photo": of_photo}
