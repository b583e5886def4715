import pytest

from articles.emoji import pieces


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("⏱️ 45+2’ | #OM 1-1", ["⏱️"]),
        ("Quel but 💪🏽🔥 !", ["💪🏽", "🔥"]),
        ("👨‍👩‍👧 en tribune", ["👨‍👩‍👧"]),
        ("⚽️ Aubameyang, 🟥 Kolasinac, 🇫🇷", []),
        ("🔥🔥", []),
        ("№ ½ ① Ⓜ 1-1", []),
        ("", []),
    ],
)
def test_ornaments_are_silent_and_what_tells_is_not(text, silent):
    found = pieces(text)

    assert [piece.text for piece in found if piece.is_ornament] == silent
    assert "".join(piece.text for piece in found) == text
