import pytest

from articles.intake import claims
from articles.posts import readable


@pytest.mark.parametrize(
    ("head", "minute"),
    [
        ("⏱️ 45+2’ | #BRUSOL 1️⃣-1️⃣", "45+2"),
        ("⏱ 90' | #BRUSOL 1️⃣-0️⃣", "90"),
        ("7’ But de Lemaire", "7"),
        ("120+1′ | tirs au but", "120+1"),
        ("90 + 4’ | terminé", "90+4"),
        ("45’+2’ | pause", "45+2"),
        ("⚽ 67e min : Lemaire !", "67"),
        ("⚽ 1e min : déjà", "1"),
        ("⚽ 67th min: Lemaire!", "67"),
        ("⚽ 22nd min: Lemaire!", "22"),
        ("⏱️ 4️⃣5️⃣+2️⃣’ | pause", "45+2"),
        ("MI-TEMPS | 1-1", ""),
        ("FT | #ARDHAR 2-1", ""),
        ("Coup d’envoi à 21h00", ""),
        ("Saison 2023-24’s best", ""),
        ("Les années 90 reviennent", ""),
    ],
)
def test_minute_is_read_however_it_is_written(head, minute):
    assert claims.minute(readable(head)) == minute


@pytest.mark.parametrize(
    ("head", "score"),
    [
        ("⏱️ 45+2’ | #BRUSOL 1️⃣-1️⃣", "1-1"),
        ("#BRUSOL 1\u20e3-0\u20e3", "1-0"),
        ("FT | Ardley 2–1 Harrowport", "2-1"),
        ("FIN | BRU 3 - 2 SOL", "3-2"),
        ("🔵 BRU 1-2 SOL ⚪", "1-2"),
        ("🔵 1 BRU – SOL 2", "1-2"),
        ("10-0 !", "10-0"),
        ("La saison 2023-24 commence", ""),
        ("Le 04-05 à 21:00", "4-5"),
        ("Le 2-05-2024 à 21:00", ""),
        ("Séance du 12/05-13/05", ""),
        ("70-80% de possession", ""),
        ("Coup d’envoi", ""),
    ],
)
def test_score_is_read_however_it_is_written(head, score):
    assert claims.score(readable(head)) == score


def test_only_the_head_of_a_post_claims():
    late = "Merci à tous pour cette saison. " * 6 + "45’ 1-1"

    assert (claims.minute(late), claims.score(late)) == ("", "")
