"""What a match is called within its competition: “Demi-finale aller”, “Group B”."""

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext, pgettext_lazy

from .models import Match, Stage

Kind = Stage.Kind
SINGULAR = {
    Kind.PLAY_OFFS: pgettext_lazy("one match of the round", "Play-off"),
    Kind.ROUND_OF_64: pgettext_lazy("one match of the round", "Round of 64"),
    Kind.ROUND_OF_32: pgettext_lazy("one match of the round", "Round of 32"),
    Kind.ROUND_OF_16: pgettext_lazy("one match of the round", "Round of 16"),
    Kind.QUARTER_FINALS: pgettext_lazy("one match of the round", "Quarter-final"),
    Kind.SEMI_FINALS: pgettext_lazy("one match of the round", "Semi-final"),
    Kind.QUALIFYING: pgettext_lazy("one match of the round", "Qualifying round"),
}


def round_name(match: Match, *, language: str) -> str:
    """The round of `match`, the leg after it as both languages say it."""
    with override(language):
        if match.matchday:
            return matchday(match.matchday)
        if match.group:
            return str(match.group)
        name = match.stage.name or str(
            SINGULAR.get(match.stage.kind, match.stage.label)
        )
        if match.leg == 1:
            return _("%(round)s, first leg") % {"round": name}
        if match.leg == 2:
            return _("%(round)s, second leg") % {"round": name}
        return name


def matchday(number):
    if number == 1:
        return pgettext("the first", "Matchday 1")
    return _("Matchday %(number)s") % {"number": number}
