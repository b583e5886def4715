"""Filters in an address of the admin: those its lists offer, and no other."""

ENDINGS = {"exact", "in", "isnull", "gte", "gt", "lte", "lt", "year", "month", "day"}


class NarrowLookups:
    """Without it, `?password__startswith=a` reads any column, letter by letter."""

    def lookup_allowed(self, lookup, value, request):
        path, _separator, ending = lookup.rpartition("__")
        if ending not in ENDINGS | {"id"}:
            path, ending = lookup, "exact"
        path = path.removesuffix("__id")
        return path in self.offered(request) and super().lookup_allowed(
            lookup, value, request
        )

    def offered(self, request):
        """Paths of the fields that the list filters by, and its own filters."""
        names = [self.date_hierarchy, *self.get_list_filter(request)]
        names = [name[0] if isinstance(name, list | tuple) else name for name in names]
        paths = {name for name in names if isinstance(name, str)}
        own = {getattr(name, "parameter_name", None) for name in names}
        return paths | own - {None} | {"id"}
