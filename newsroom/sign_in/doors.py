"""The doors of the admin itself: each leads to ours."""

from allauth.account.utils import get_next_redirect_url
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse


class OurDoors:
    """Goes before AdminSite: no page of its own asks for a password."""

    def login(self, request, extra_context=None):
        wanted = get_next_redirect_url(request) or reverse("admin:index")
        if self.has_permission(request):
            return HttpResponseRedirect(wanted)  # an address, never a name of ours
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(wanted, reverse("account_login"))

    def logout(self, request, extra_context=None):
        return redirect("account_logout")

    def password_change(self, request, extra_context=None):
        return redirect("account_change_password")

    password_change_done = password_change
