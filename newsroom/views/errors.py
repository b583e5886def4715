from django.template.response import TemplateResponse
from django.utils.translation import get_language, get_language_from_path, override


def forbidden(request, exception):
    """Only the desk refuses people: it speaks the language they chose there."""
    reason = {"reason": str(exception)}
    return answer(request, "403.html", get_language(), status=403, **reason)


def not_found(request, exception):
    return answer(request, "404.html", of_address(request), status=404)


def server_error(request):
    return answer(request, "500.html", of_address(request), status=500)


def of_address(request):
    """The language of the address; without one, French."""
    return get_language_from_path(request.path_info) or "fr"


def answer(request, template, language, *, status, **context):
    with override(language):
        context |= {"is_error": True}
        return TemplateResponse(request, template, context, status=status).render()
