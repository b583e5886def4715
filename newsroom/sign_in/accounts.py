"""Accounts as the desk edits them."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model

from .log import note
from .sessions import end_all

RIGHTS = {"is_active", "is_staff", "is_superuser", "groups", "user_permissions"}
KEPT_FROM_ADMIN = {"account", "mfa", "socialaccount", "usersessions"}


class ForAccounts:
    """Whoever gets other rights, or none, signs in anew, everywhere."""

    @classmethod
    def before(cls, admin_class, models):
        """`admin_class` with our rule, when it is for accounts."""
        if get_user_model() not in listed(models):
            return admin_class
        names = {"__module__": admin_class.__module__}
        return type(admin_class.__name__, (cls, admin_class), names)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        has_other_rights = change and RIGHTS & {*form.changed_data}
        if has_other_rights and (ended := end_all(form.instance.pk)):
            note("end_sessions", form.instance, by=request.user, ended=ended)


def kept_from_admin(models) -> bool:
    """Whether nobody edits such rows by hand: factors, sessions, identities."""
    return any(model._meta.app_label in KEPT_FROM_ADMIN for model in listed(models))


def listed(models):
    return models if isinstance(models, Iterable) else [models]
