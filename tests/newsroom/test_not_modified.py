from django.http import HttpResponse, HttpResponseNotModified

from newsroom.not_modified import bare_not_modified

HEADERS = {
    "ETag": '"a"',
    "Vary": "Cookie",
    "Content-Security-Policy": "default-src 'none'",
    "Content-Length": "0",
    "Strict-Transport-Security": "max-age=1",
}


def answered(response):
    return {*bare_not_modified(lambda request: response)(None).headers}


def test_not_modified_keeps_what_renews_the_stored_answer():
    answer = HttpResponseNotModified(headers=HEADERS)

    assert answered(answer) == {"ETag", "Vary", "Strict-Transport-Security"}


def test_other_answers_keep_all():
    answer = HttpResponse(headers=HEADERS)

    assert answered(answer) == {*HEADERS, "Content-Type"}
