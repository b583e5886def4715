from matches.names import fold


class FoldedSearch:
    """Finds with or without accents: `search_fields` name slugs and folded aliases."""

    def get_search_results(self, request, queryset, search_term):
        search = super().get_search_results
        found, is_double = search(request, queryset, search_term)
        folded, is_double_too = search(request, queryset, fold(search_term))
        return found | folded, is_double or is_double_too
