"""A semi-final of two legs as the record has it: 1-1, then 3-0 for Atalanta."""

from datetime import timedelta

from articles import facts
from articles.models import Article, Words
from matches.models import Competition, Match, Season, Stage, Tie, Venue
from matches.models.team import TeamAlias
from tests.factories import (
    KICK_OFF,
    make_article,
    make_event,
    make_match,
    make_person,
    make_team,
)


class SemiFinal:
    """`first` is played; `second` is to come until `play_second` is called."""

    def __init__(self):
        self.competition = Competition.objects.create(
            key="europa-league",
            kind="cup",
            name_fr="Ligue Europa",
            name_en="Europa League",
        )
        season = Season.objects.create(competition=self.competition, label="2023/24")
        stage = Stage.objects.create(season=season, kind="semi_finals")
        om = make_team(name_fr="Olympique de Marseille", name_en="Marseille")
        om.short_name_fr, om.article_fr = "OM", "l’"
        self.om, self.atalanta = om, make_team("Atalanta", article_fr="l’")
        om.save()
        self.atalanta.name_fr, self.atalanta.short_name_fr = (
            "Atalanta Bergame",
            "Atalanta",
        )
        self.atalanta.save()
        TeamAlias.objects.create(team=self.atalanta, name="Atalanta Bergamo")
        TeamAlias.objects.create(team=om, name="Marseille")
        make_team("Lens", article_fr="")
        self.tie = Tie.objects.create(stage=stage, team_a=om, team_b=self.atalanta)
        played = {"tie": self.tie, "stage": stage, "season": season}
        self.first = make_match(
            **played, leg=1, home=om, away=self.atalanta, venue=velodrome()
        )
        self.second = make_match(
            **played,
            leg=2,
            home=self.atalanta,
            away=om,
            venue=gewiss(),
            kickoff_at=KICK_OFF + timedelta(days=7),
        )
        self.play(self.first, (1, 1), half_time=(1, 1))
        self.scamacca = make_person("Gianluca Scamacca")
        self.mbemba = make_person("Chancel Mbemba")
        self.lookman = make_person("Ademola Lookman")
        self.goal(self.first, self.atalanta, self.scamacca, 11)
        self.goal(self.first, om, self.mbemba, 20)

    def play(self, match, score, *, half_time=None):
        match.status = Match.Status.FINISHED
        match.full_time_home, match.full_time_away = score
        if half_time:
            match.half_time_home, match.half_time_away = half_time
        match.save()

    def play_second(self):
        self.play(self.second, (3, 0), half_time=(1, 0))
        for minute in (30, 52, 75):
            self.goal(self.second, self.atalanta, self.lookman, minute)
        return self

    def goal(self, match, team, person, minute):
        period = "1H" if minute < 46 else "2H"
        make_event(match=match, team=team, person=person, minute=minute, period=period)

    def article(self, *matches, kind=Article.Kind.ANALYSIS):
        article = make_article(kind=kind)
        for match in matches or [self.first]:
            article.links.create(match=match, role="report")
        return article

    def found(self, said, language, *matches, **fields):
        """The findings on a body of one paragraph."""
        words = Words(title="", standfirst="", body=f"<p>{said}</p>", social_title="")
        article = self.article(*matches, **fields)
        return facts.findings(article, language=language, words=words)

    def kinds(self, said, language, *matches, **fields):
        found = self.found(said, language, *matches, **fields)
        return sorted({str(one.kind) for one in found})


def velodrome():
    return make_venue("velodrome", "Orange Vélodrome", "Marseille", "Marseille")


def gewiss():
    return make_venue("gewiss", "Gewiss Stadium", "Bergame", "Bergamo")


def make_venue(slug, name, city_fr, city_en):
    return Venue.objects.create(
        slug=slug, name_fr=name, name_en=name, city_fr=city_fr, city_en=city_en
    )
