from django.db import models
from django.db.models import Q

from matches.standings import Result


class MatchQuerySet(models.QuerySet):
    def with_sides(self):
        """With all that a score line prints, in one query."""
        return self.select_related(
            "home", "away", "season__competition", "stage", "group", "venue"
        )

    def awaited(self):
        """Those with a moment that words under embargo wait for."""
        return self.filter(embargoed__isnull=False).distinct()

    def offered_to(self, edition):
        """Whose moments its embargo may wait for: those of its story, and its own."""
        linked = Q(links__article=edition.article_id)
        return self.filter(linked | Q(pk=edition.embargo_match_id)).distinct()

    def on_day(self, day):
        """`day` is the venue's local day."""
        return self.filter(kickoff_on=day)

    def of_team(self, team):
        return self.filter(Q(home=team) | Q(away=team))

    def of_season(self, season):
        return self.filter(season=season)

    def dated(self):
        """With a day, be it the one that a postponed match was first given."""
        return self.exclude(kickoff_on=None, original_kickoff_on=None)

    def since(self, day):
        """From `day` on, by the day it has or else was first given."""
        undated = Q(kickoff_on=None, original_kickoff_on__gte=day)
        return self.filter(Q(kickoff_on__gte=day) | undated)

    def in_order(self):
        return self.order_by("kickoff_on", "kickoff_at", "pk")

    def with_last_change(self):
        """With `last_changed_at`: when it was last saved, as its history tells."""
        rows = self.model.history.filter(id=models.OuterRef("pk"))
        last = rows.order_by("-history_date").values("history_date")[:1]
        return self.annotate(last_changed_at=models.Subquery(last))

    def in_tables(self, scopes):
        """All that counts in the tables of `scopes`, in the order of kick-offs."""
        wanted = Q(pk=None)
        for _season, stage, group in scopes:
            wanted |= Q(stage=stage, group=group)
        return self.filter(wanted).order_by("kickoff_on", "kickoff_at", "pk")

    def results(self):
        """(stage, group, Result) of each match."""
        rows = self.values_list(
            "stage",
            "group",
            "pk",
            "replay_of",
            "status",
            "home",
            "away",
            "full_time_home",
            "full_time_away",
            "kickoff_on",
        )
        return [(stage, group, Result(*row)) for stage, group, *row in rows]

    def with_tie(self):
        """With the tie, its rule and all of its legs, in one query more."""
        legs = self.model.objects.with_sides().order_by("leg")
        ties = self.select_related("tie__stage__season", "tie__team_a", "tie__team_b")
        return ties.prefetch_related(models.Prefetch("tie__matches", legs))

    def by_stage(self):
        """The last stage and matchday first; each in the order of its kick-offs."""
        return self.order_by(
            "-stage__order",
            "-stage",
            "group__label",
            models.F("matchday").desc(nulls_last=True),
            "kickoff_on",
            "kickoff_at",
            "pk",
        )

    def played(self):
        return self.filter(
            status__in=(self.model.Status.FINISHED, self.model.Status.AWARDED)
        )

    def upcoming(self, *, at):
        return self.filter(status=self.model.Status.SCHEDULED, kickoff_at__gte=at)

    def last_day(self, *, until):
        """The last day with matches up to and with `until`, or None."""
        days = self.filter(kickoff_on__lte=until)
        return days.aggregate(day=models.Max("kickoff_on"))["day"]

    def first_day(self, *, since):
        """The first day with matches from `since` on, or None."""
        days = self.filter(kickoff_on__gte=since)
        return days.aggregate(day=models.Min("kickoff_on"))["day"]
