from django.template.response import TemplateResponse
from django.utils.translation import get_language_from_path, override


def not_found(request, exception):
    return answer(request, "404.html", status=404)


def server_error(request):
    return answer(request, "500.html", status=500)


def answer(request, template, *, status):
    """The page in the language of the address; without one, French."""
    language = get_language_from_path(request.path_info) or "fr"
    with override(language):
        response = TemplateResponse(
            request, template, {"is_error": True}, status=status
        )
        return response.render()
