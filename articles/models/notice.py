from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from .article import Language
from .written import Written


class NoticeQuerySet(models.QuerySet):
    def current(self, language, *, at=None):
        """What readers of `language` see at `at`, or None; the latest start wins."""
        at = at or timezone.now()
        ends = Q(ends_at=None) | Q(ends_at__gt=at)
        found = self.written_in(language).filter(ends, starts_at__lte=at)
        return found.order_by("-starts_at").first()

    def written_in(self, language):
        wordless = Q(**{f"title_{language}": ""}) | Q(**{f"body_{language}": ""})
        return self.exclude(wordless)

    def overlapping(self, starts_at, ends_at):
        """Those that stand at a moment between both; no end is never."""
        found = self.filter(Q(ends_at=None) | Q(ends_at__gt=starts_at))
        return found.filter(starts_at__lt=ends_at) if ends_at else found


class Notice(Written):
    """The reader-support block: the site's, never part of an article.

    One at a time in a language. Readers cannot put it away: that would take a cookie.
    """

    title = models.CharField(_("title"), max_length=120)
    body = models.TextField(_("text"), max_length=600)
    link = models.URLField(_("link"), blank=True)
    link_label = models.CharField(_("label of the link"), max_length=60, blank=True)
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-starts_at"]

    def __str__(self):
        return self.title

    def clean(self):
        self.clean_words()
        if self.starts_at is None:
            return
        if self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("It ends before it starts.")})
        if other := self.in_its_place():
            raise ValidationError({"starts_at": stands(other)})

    def clean_words(self):
        for language in Language.values:
            title, body = self.said(language)
            if bool(title) != bool(body):
                half = f"{'body' if title else 'title'}_{language}"
                raise ValidationError({half: _("It needs both a title and a text.")})
        if not self.languages:
            raise ValidationError(
                {"title_fr": _("Write a title and a text in one language at least.")}
            )

    def said(self, language):
        columns = (f"title_{language}", f"body_{language}")
        return [(getattr(self, column) or "").strip() for column in columns]

    @property
    def languages(self) -> list[str]:
        """Those whose readers get it."""
        return [code for code in Language.values if all(self.said(code))]

    def in_its_place(self):
        """A notice that some of the same readers would get at the same time."""
        others = Notice.objects.exclude(pk=self.pk).overlapping(
            self.starts_at, self.ends_at
        )
        shared = (o for o in others if {*o.languages} & {*self.languages})
        return next(shared, None)

    def is_current(self, *, at):
        return self.starts_at <= at and (self.ends_at is None or at < self.ends_at)


def stands(other):
    """Why another notice cannot stand beside `other`, and what to do."""
    first = formats.date_format(
        timezone.localtime(other.starts_at), "SHORT_DATETIME_FORMAT"
    )
    told = {"title": other.title_fr or other.title_en, "first": first}
    if other.ends_at is None:
        sentence = _(
            "“%(title)s” stands from %(first)s on, with no end: end it first, or "
            "choose other dates."
        )
        return sentence % told
    last = timezone.localtime(other.ends_at)
    told["last"] = formats.date_format(last, "SHORT_DATETIME_FORMAT")
    sentence = _(
        "“%(title)s” stands from %(first)s to %(last)s: choose other dates, or "
        "change its own."
    )
    return sentence % told
