ARTICLES = "/admin/articles"
SCRIPTS = {}


def script(function):
    SCRIPTS[function.__name__] = function
    return function
