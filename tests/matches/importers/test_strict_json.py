import pytest

from matches.importers import strict_json
from matches.importers.rows import Refused


def test_byte_order_mark_is_no_obstacle():
    assert strict_json.decode(b'\xef\xbb\xbf{"a": "\xc3\xa9"}') == '{"a": "é"}'


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("{\n “é”}".encode("cp1252"), "line 2 column 2"),
        ('{"a": 1}'.encode("utf-16"), "line 1 column 1"),
    ],
)
def test_other_encodings_are_refused_with_the_place(data, place):
    with pytest.raises(Refused) as refused:
        strict_json.decode(data)

    assert refused.value.reasons == [f"{place}: not UTF-8; save the file as UTF-8"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"a":\n 1,}', "line 2 column 4: not JSON (Expecting property name"),
        ("", "line 1 column 1: not JSON (Expecting value)"),
        ('{"a": NaN}', "“NaN” is not JSON"),
        ('{"a": -Infinity}', "“-Infinity” is not JSON"),
        ('{"a": 1, "a": 2}', '“a” is written twice in one object: {"a": 2}'),
        ("[" * 33 + "]" * 33, "nested deeper than 32"),
        ("[" * 100_000, "nested deeper than 32"),
        ("9" * 5000, "not JSON (Exceeds the limit"),
    ],
    ids=["comma", "empty", "nan", "infinity", "twice", "deep", "abyss", "figure"],
)
def test_what_json_should_not_hold_is_refused(text, reason):
    with pytest.raises(Refused) as refused:
        strict_json.load(text)

    assert refused.value.reasons[0].startswith(reason)


def test_nesting_of_32_is_read():
    assert strict_json.depth(strict_json.load("[" * 32 + "]" * 32)) == 32
