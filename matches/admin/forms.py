from .versioned import VersionedForm

IN_BOTH_LANGUAGES = ("name_fr", "name_en", "reason_fr", "reason_en")


class NamedForm(VersionedForm):
    """Readers of both languages meet the words: they are asked for in each."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in IN_BOTH_LANGUAGES:
            if name in self.fields:
                self.fields[name].required = True
