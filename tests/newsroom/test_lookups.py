import pytest
from django.contrib import admin
from django.test import RequestFactory

from tests.factories import make_article, make_member

pytestmark = pytest.mark.django_db

# Each answers yes or no about a value, or a part of it: letters come out one by one.
READING = [
    "startswith", "istartswith", "contains", "icontains", "endswith", "iendswith",
    "regex", "iregex", "search", "iexact", "range", "len__gt", "lower__startswith",
]  # fmt: skip
COMPARING = ["gt", "gte", "lt", "lte", "isnull", "in", "exact", ""]


@pytest.fixture
def translator(client):
    translator = make_member("translator")
    client.force_login(translator)
    return translator


@pytest.fixture
def request_of_a_translator(translator):
    request = RequestFactory().get("/")
    request.user = translator
    return request


def paths(model):
    """Every column of a model, and those a relation away, whichever way it goes."""
    for field in model._meta.get_fields():
        yield field.name
        related = field.related_model if field.is_relation else None
        if related and related != "self":
            yield from (f"{field.name}__{f.name}" for f in related._meta.get_fields())


def lookups(path, endings):
    return [f"{path}__{ending}".removesuffix("__") for ending in endings]


@pytest.mark.parametrize(
    "site", admin.site._registry.values(), ids=lambda site: site.opts.label
)
def test_no_address_of_a_list_reads_a_column(site, request_of_a_translator):
    request = request_of_a_translator
    asked = [(p, lookup) for p in paths(site.model) for lookup in lookups(p, READING)]
    assert len(asked) >= len(READING)

    allowed = [look for _p, look in asked if site.lookup_allowed(look, "a", request)]

    assert allowed == []


@pytest.mark.parametrize(
    "site", admin.site._registry.values(), ids=lambda site: site.opts.label
)
def test_no_address_of_a_list_compares_what_it_does_not_show(
    site, request_of_a_translator
):
    request = request_of_a_translator
    offered = site.offered(request) | {"pk"}

    allowed = {
        path
        for path in paths(site.model)
        for lookup in lookups(path, COMPARING)
        if site.lookup_allowed(lookup, "1", request)
    }

    assert {
        path for path in allowed if path.removesuffix("__id") not in offered
    } == set()


@pytest.mark.parametrize(
    "lookup",
    [
        "created_by__password__startswith=pbkdf2",
        "created_by__password__regex=.",
        "title_fr__startswith=L",
        "standfirst_en__contains=a",
        "version__gt=0",
        "editions__embargo_note__isnull=0",
        "editions__release__body__icontains=x",
        "lead_photo__source__startswith=a",
    ],
)
def test_such_an_address_is_refused(client, translator, lookup):
    make_article()

    answer = client.get(f"/admin/articles/article/?{lookup}")

    assert answer.status_code == 400
    assert "Le petit truc" not in answer.text


def test_filters_of_the_list_still_work(client, translator):
    make_article(kind="report")

    answer = client.get("/admin/articles/article/?kind__exact=report")

    assert answer.status_code == 200
    assert "Le petit truc" in answer.text


def test_columns_of_every_kind_are_asked():
    assert sum(len([*paths(model)]) for model in admin.site._registry) > 1000
