import pytest

from matches.names import fold, slug


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Éderson", "ederson"),
        ("Raków Częstochowa", "rakow czestochowa"),
        ("Højbjerg", "hojbjerg"),
        ("Qarabağ FK", "qarabag fk"),
        ("Brøndby & Cœur", "brondby coeur"),
        ("Saint-Étienne", "saint etienne"),
        ("L’OM", "l om"),
        ("Łódź", "lodz"),
        ("  ÎLE   d'Aix ", "ile d aix"),
        ("Fe\u0301licie", "felicie"),
        ("⚽", ""),
    ],
)
def test_spellings_fold_to_what_they_share(name, folded):
    assert fold(name) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Olympique de Marseille", "olympique-de-marseille"),
        ("L’Équipe d'en face", "l-equipe-d-en-face"),
        ("OM – Atalanta", "om-atalanta"),
        ("2023/24", "2023-24"),
        ("⚽⚽", ""),
        ("Ærø Łódź", "aero-lodz"),
        ("a" * 200, "a" * 80),
    ],
)
def test_slug_is_ascii_and_short(text, address):
    assert slug(text) == address
