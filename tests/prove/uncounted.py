"""The twin of the newsroom that counts wrong passwords and never has enough."""

from newsroom.wsgi import application  # isort: skip - sets Django up

from newsroom.sign_in import limits

limits.TRIES = 10_000
__all__ = ["application"]
