import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles import quoting
from articles.models import AppendOnly, AuditEntry, Quote, QuoteCorrection
from articles.publishing import Refused
from tests.factories import make_member, make_quote

pytestmark = pytest.mark.django_db

VERBS = {
    "check": {},
    "approve": {},
    "dispute": {"reason": "Un autre journal."},
    "reopen": {"reason": "Réécouté."},
    "correct": {"text": "Un goût doux.", "reason": "Réécouté."},
}


def do(verb, quote, *, by, **words):
    return getattr(quoting, verb)(quote, by=by, **(VERBS[verb] | words))


@pytest.fixture
def chief():
    return make_member("desk chief")


@pytest.mark.parametrize(
    ("verb", "before", "after"),
    [
        ("check", "unverified", "checked"),
        ("approve", "checked", "approved"),
        ("dispute", "unverified", "disputed"),
        ("dispute", "checked", "disputed"),
        ("dispute", "approved", "disputed"),
        ("reopen", "disputed", "unverified"),
        ("correct", "approved", "approved"),
    ],
)
def test_a_verb_leads_from_a_state_to_the_next_and_is_logged(
    verb, before, after, chief
):
    quote = make_quote(verification=before)
    do(verb, quote, by=chief)

    entry = AuditEntry.objects.about(quote).get()
    assert Quote.objects.get().verification == after
    assert (entry.action, entry.user) == (f"{verb}_quote", chief)
    assert (entry.details["before"], entry.details["after"]) == (before, after)


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        ("check", "checked"),
        ("check", "disputed"),
        ("approve", "unverified"),
        ("approve", "disputed"),
        ("dispute", "disputed"),
        ("reopen", "approved"),
        ("correct", "checked"),
    ],
)
def test_a_verb_is_refused_in_another_state(verb, state, chief):
    quote = make_quote(verification=state)

    with pytest.raises(Refused):
        do(verb, quote, by=chief)

    assert Quote.objects.get().verification == state


MAY = {
    "check": ("unverified", ["reporter", "sub-editor", "desk chief"]),
    "approve": ("checked", ["sub-editor", "desk chief"]),
    "dispute": ("approved", ["reporter", "sub-editor", "desk chief"]),
    "reopen": ("disputed", ["reporter", "sub-editor", "desk chief"]),
    "correct": ("approved", ["sub-editor", "desk chief"]),
}
ROLES = [
    "reporter",
    "translator",
    "sub-editor",
    "desk chief",
    "statistics desk",
    "read-only",
]


@pytest.mark.parametrize("verb", MAY)
@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_its_verbs(verb, role):
    state, roles = MAY[verb]
    quote, member = make_quote(verification=state), make_member(role)
    try:
        do(verb, quote, by=member)
        is_allowed = True
    except PermissionDenied:
        is_allowed = False

    assert is_allowed is (role in roles)


def test_nobody_approves_what_they_took_down(chief):
    quote = make_quote(verification="checked", taken_by=chief)

    with pytest.raises(PermissionDenied):
        quoting.approve(quote, by=chief)


@pytest.mark.parametrize("verb", ["dispute", "reopen", "correct"])
@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_a_verb_that_takes_something_back_asks_why(verb, reason, chief):
    states = {"reopen": "disputed"}
    quote = make_quote(verification=states.get(verb, "approved"))

    with pytest.raises(Refused):
        do(verb, quote, by=chief, reason=reason)


def test_a_correction_keeps_the_old_words_and_the_reason(chief):
    quote = make_quote(text="Un goût amer.")
    do("correct", quote, by=chief, translation_en="A sweet taste.")

    kept = QuoteCorrection.objects.get()
    assert (kept.before, kept.after) == ("Un goût amer.", "Un goût doux.")
    assert (kept.reason, kept.corrected_by) == ("Réécouté.", chief)
    assert Quote.objects.get().translation_en == "A sweet taste."


def test_a_correction_stands_in_the_history_by_who_made_it(chief):
    quote = make_quote(text="Un goût amer.")
    do("correct", quote, by=chief)

    now, before = quote.history.order_by("-history_id")
    assert (before.text, now.text) == ("Un goût amer.", "Un goût doux.")
    assert now.history_user == chief


def test_a_correction_is_only_ever_added(chief):
    kept = do("correct", make_quote(), by=chief)

    with pytest.raises(AppendOnly):
        kept.save()
    with pytest.raises(AppendOnly):
        kept.delete()


@pytest.mark.parametrize("text", ["", "« Un goût amer. »", "Un goût amer. "])
def test_a_correction_changes_a_word(text, chief):
    quote = make_quote(text="Un goût amer.")

    with pytest.raises(Refused):
        do("correct", quote, by=chief, text=text)


def test_words_corrected_are_frozen_again(chief):
    quote = make_quote()
    do("correct", quote, by=chief)
    quote = Quote.objects.get()
    quote.text = "Autre."

    with pytest.raises(ValidationError):
        quote.save()


def test_who_took_words_down_corrects_them_and_another_approves(chief):
    quote = make_quote(taken_by=chief)
    do("correct", quote, by=chief)

    assert Quote.objects.get().verification == "checked"


def test_correcting_disputed_words_vouches_for_them_again(chief):
    quote = make_quote()
    do("dispute", quote, by=chief)
    do("correct", quote, by=chief)

    assert Quote.objects.get().verification == "approved"
