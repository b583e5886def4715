"""Every door of signing in. What allauth has and is not here does not exist:
no sign-up, no reset by letter, no e-mail addresses."""

from allauth.account import views
from allauth.socialaccount import views as social
from django.conf import settings
from django.urls import include, path

from .views import session_list

COMPANY = {"has_company_sign_in": bool(settings.SOCIALACCOUNT_PROVIDERS)}
login = views.LoginView.as_view(extra_context=COMPANY)

urlpatterns = [
    path("login/", login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("password/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("sessions/", session_list, name="usersessions_list"),
    path("2fa/", include("allauth.mfa.urls")),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("failed/", social.login_error, name="socialaccount_login_error"),
    path("cancelled/", social.login_cancelled, name="socialaccount_login_cancelled"),
]
