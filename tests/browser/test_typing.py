"""Words are set as they are typed, and one undo gives back what was typed."""

import pytest
from playwright.sync_api import expect

from tests.browser.article_form import body_of, enter, text_of, write
from tests.browser.waiting import comes_to

pytestmark = pytest.mark.django_db(transaction=True)
# ⟨ stands for U+202F, ⟦ for U+00A0.
TYPED = {
    "fr": [
        ('"Quel match !" dit-il : oui', "«⟨Quel match⟨!⟨» dit-il⟦: oui"),
        ("L'OM a-t-il gagné ?", "L’OM a-t-il gagné⟨?"),
        ("Quoi?! Non; si...", "Quoi⟨?! Non⟨; si…"),
        ("Il dit: rien", "Il dit⟦: rien"),
        ('"Il a dit "oui" hier"', "«⟨Il a dit “oui” hier⟨»"),
        ("« Oui »", "«⟨Oui⟨»"),
        ("50 % et 9 €", "50⟦% et 9⟦€"),
        ("à 20:45, 1-1, 45+2'", "à 20:45, 1-1, 45+2’"),
        ("http://x.fr/a?b=c;d!e'f", "http://x.fr/a?b=c;d!e'f"),
        ("@OM_Officiel #OMAtalanta!", "@OM_Officiel #OMAtalanta⟨!"),
        ("a.b@c.fr : non", "a.b@c.fr⟦: non"),
        ("deux  espaces", "deux  espaces"),
    ],
    "en": [
        ('"Well," he said: no!', "“Well,” he said: no!"),
        ("It's the '90s...", "It’s the ’90s…"),
        ("\"He said 'yes' then\"", "“He said ‘yes’ then”"),
        ("at 20:45 http://x.uk/a'b\"c", "at 20:45 http://x.uk/a'b\"c"),
    ],
}
LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])
PLACES = pytest.mark.parametrize("name", ["title", None], ids=["field", "editor"])
CORRECTED = {
    "fr": [
        ('Oh "', "Oh «\u202f"),
        ("l'", "l’"),
        ("Oh !", "Oh\u202f!"),
        ("Oh: ", "Oh\u00a0: "),
        ("Oh...", "Oh…"),
    ],
    "en": [('Oh "', "Oh “"), ("it'", "it’"), ("Oh...", "Oh…")],
}


def expected(language):
    return [
        line.replace("⟨", "\u202f").replace("⟦", "\u00a0")
        for _typed, line in TYPED[language]
    ]


@LANGUAGES
def test_a_body_is_set_as_it_is_typed(new_article, language):
    enter(new_article, language)
    write(new_article, language, *[typed for typed, _line in TYPED[language]])

    lines = text_of(new_article, language).locator("p")
    comes_to(new_article, lambda: lines.all_text_contents()[:-1], expected(language))


@LANGUAGES
@pytest.mark.parametrize("name", ["title", "standfirst"])
def test_a_field_is_set_as_it_is_typed(new_article, language, name):
    field = new_article.locator(f"[name={name}_{language}]")
    lines = expected(language)
    for (typed, _line), line in zip(TYPED[language], lines, strict=True):
        field.fill("")
        field.press_sequentially(typed)

        expect(field).to_have_value(line)


def place_of(page, name, language):
    return (
        page.locator(f"[name={name}_{language}]") if name else text_of(page, language)
    )


def holds(place, text):
    """Waits for an editor or a field to hold `text`, and nothing else."""
    comes_to(place.page, lambda: place.evaluate("e => e.value ?? e.textContent"), text)


@PLACES
@LANGUAGES
def test_one_undo_gives_back_what_was_typed(new_article, name, language):
    place = place_of(new_article, name, language)
    for typed, corrected in CORRECTED[language]:
        place.press("Control+a")
        place.press("Delete")
        holds(place, "")
        place.press_sequentially(typed)
        holds(place, corrected)
        place.press("Control+z")

        holds(place, typed)


@PLACES
def test_what_was_undone_stays_undone(new_article, name):
    place = place_of(new_article, name, "fr")
    place.press_sequentially('Oh "')
    place.press("Control+z")
    holds(place, 'Oh "')

    place.press_sequentially("mot ")

    holds(place, 'Oh "mot ')


def test_typed_spaces_are_spaces(new_article):
    enter(new_article, "fr")
    new_article.keyboard.type("Un  but et un autre")

    expect(body_of(new_article, "fr")).to_have_value("<p>Un  but et un autre</p>")


def test_a_caption_is_set_too(new_article):
    new_article.goto("/admin/articles/photo/add/")
    caption = new_article.locator("[name=caption_fr]")

    caption.press_sequentially("L'Étoile: 1-1 !")

    expect(caption).to_have_value("L’Étoile\u00a0: 1-1\u202f!")
