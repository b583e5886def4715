class Refused(Exception):
    """What an editor has to settle first: `reasons` is a list of sentences."""

    def __init__(self, *reasons):
        super().__init__(" ".join(reasons))
        self.reasons = reasons
