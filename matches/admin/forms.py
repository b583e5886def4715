from .versioned import VersionedForm


class NamedForm(VersionedForm):
    """Readers of both languages meet the name: it is asked for in each."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("name_fr", "name_en"):
            if name in self.fields:
                self.fields[name].required = True
