import pytest

from articles.intake import cues

NEUTRAL = "déclaré dit affirmé indiqué expliqué précisé ajouté poursuivi conclu répondu"
NEUTRAL += " rappelé souligné estimé jugé considéré"
LOADED = "reconnu avoué admis prétendu regretté déploré félicité réjoui souri confié"
LOADED += " lancé pesté martelé nuancé plaisanté ironisé soupiré savouré ri soufflé"
LOADED += " rougi"
PRESENT = "déclare dit affirme indique explique précise ajoute poursuit conclut répond"
PRESENT += " rappelle souligne estime juge considère reconnaît avoue admet prétend"
PRESENT += " regrette déplore confie lance peste martèle nuance plaisante ironise"
PRESENT += " soupire savoure sourit souffle"
ENGLISH = "said says added told insisted admitted claimed explained warned joked"
ENGLISH += " replied stated revealed continued concluded conceded argued believes"


def forms(text, language):
    return [cue.text for cue in cues.find_cues(text, language)]


@pytest.mark.parametrize("verb", f"{NEUTRAL} {LOADED}".split())
def test_french_participle_brings_words_in(verb):
    assert forms(f"a {verb} le coach", "fr") == [verb]


@pytest.mark.parametrize("verb", PRESENT.split())
def test_french_present_brings_words_in(verb):
    assert forms(f"{verb} le coach", "fr") == [verb]


@pytest.mark.parametrize("verb", ENGLISH.split())
def test_english_verb_brings_words_in(verb):
    assert forms(f"the coach {verb}", "en") == [verb]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "a-t-il dit", ["dit"]),
        ("fr", "lance-t-elle", ["lance"]),
        ("fr", "a rendu hommage au public", ["rendu hommage"]),
        ("fr", "a parlé longuement d’un match", ["parlé"]),
        ("fr", "un appel du pied", []),
        ("fr", "sa demande est là", []),
        ("fr", "les joueurs ont couru", []),
        ("en", "he went on", ["went on"]),
        ("en", "paid tribute to the fans", ["paid tribute"]),
        ("en", "a claim for a penalty", []),
        ("en", "the players ran", []),
        ("en", "SAID", ["SAID"]),
    ],
)
def test_verb_is_told_from_a_noun(language, text, found):
    assert forms(text, language) == found


def test_cue_tells_where_it_stands():
    assert cues.find_cues("il a dit et ajouté", "fr", 4) == [
        ("dit", 5, 8),
        ("ajouté", 12, 18),
    ]


@pytest.mark.parametrize(
    ("text", "occasion", "channel"),
    [
        ("en conférence de presse", "press_conference", ""),
        ("devant la presse", "press_conference", ""),
        ("en zone mixte", "mixed_zone", ""),
        ("au micro de Canal+", "television", "Canal+"),
        ("au micro de Télé Ponant, samedi", "television", "Télé Ponant"),
        ("au micro de RMC", "other", "RMC"),
        ("dans un communiqué", "statement", ""),
        ("sur le site officiel", "statement", ""),
        ("au centre d’entraînement", "training_ground", ""),
        ("sur X", "other", ""),
        ("sur Instagram", "other", ""),
        ("at his press conference", "press_conference", ""),
        ("told reporters", "press_conference", ""),
        ("in the mixed zone", "mixed_zone", ""),
        ("told Ponant Sports", "television", "Ponant Sports"),
        ("told The Guardian", "other", "The Guardian"),
        ("in a club statement", "statement", ""),
        ("after training", "training_ground", ""),
        ("on Instagram", "other", ""),
        ("dans le vestiaire", "", ""),
        ("in the dressing room", "", ""),
    ],
)
def test_occasion_and_broadcaster_are_read(text, occasion, channel):
    assert cues.occasion(text) == (occasion, channel)


def test_only_occasion_of_a_copy_holds_for_all_of_it():
    text = "Il a parlé en conférence de presse."

    assert cues.only_occasion(text) == "press_conference"
    assert cues.only_occasion(f"{text} Puis en zone mixte.") == ""
    assert cues.only_occasion("au micro de Canal+") == ""
