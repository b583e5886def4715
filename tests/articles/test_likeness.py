import pytest

from articles.likeness import skeleton


@pytest.mark.parametrize(
    "twin",
    [
        "OM_0fficiel",
        "OMOfficiel_",
        "om.officiel",
        "OM_0ff1c1el",
        "OM_Officie1",
        "OM_Offlciel",
        "OM_Officieel",
        "\u041e\u041c_\u041e\u0444\u0444iciel".replace("\u0444", "f"),
        "\u041e\u041c_\u041ef\u0493\u0456\u0441\u0456\u0435l".replace("\u0493", "f"),
        "ΟΜ_Οfficiel",
        "ＯＭ_Officiel",
        "𝗢𝗠_Officiel",
        "OM_Offici\u200bel",
        "OM_Offíciel",
    ],
)
def test_a_name_that_the_eye_takes_for_another_has_its_skeleton(twin):
    assert skeleton(twin) == skeleton("OM_Officiel")


@pytest.mark.parametrize(
    "other", ["OL_Officiel", "OM_English", "Atalanta_BC", "OM", "ASM_Officiel", ""]
)
def test_another_name_has_another(other):
    assert skeleton(other) != skeleton("OM_Officiel")
