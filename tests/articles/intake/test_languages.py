import pytest

from articles.intake import languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le match est fini et les joueurs sont contents.", "fr"),
        ("C’est l’heure qu’il fallait", "fr"),
        ("The match is over and the players are happy.", "en"),
        ("El partido ha terminado y los jugadores están contentos.", "es"),
        ("La partita è finita e la squadra non ha vinto, ma è bello.", "it"),
        ("Das Spiel ist aus und die Spieler sind nicht zufrieden.", "de"),
        ("O jogo acabou e os jogadores não estão felizes com isso.", "pt"),
        ("De wedstrijd is voorbij en het team is niet blij met het punt.", "nl"),
        ("⏱️ 45+2’ 1-1", ""),
        ("", ""),
    ],
)
def test_commonest_words_tell_the_language(text, language):
    assert languages.detect(text) == language


def test_capitals_do_not_hide_a_language():
    assert languages.detect("LE MATCH EST FINI ET LES JOUEURS SONT LÀ") == "fr"


def test_two_common_words_are_not_sure():
    assert not languages.is_surely("Merci les gars", ["fr"])
    assert languages.is_surely("Merci à tous pour le match et la fête", ["fr", "it"])


def test_what_two_languages_share_is_not_sure():
    assert not languages.is_surely("la la la la", ["es"])
