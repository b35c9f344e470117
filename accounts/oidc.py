"""Signing in through an OpenID provider: who is let in, and what is linked to whom.

The danger is a foreign account that takes over one of ours by naming its address.
So an address links only when the provider has verified it *and* nobody but its owner
can ever have been in our account. Everybody else signs in here first and connects the
provider on the page "You".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.account.models import EmailAddress
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts.models import User

PROVIDER_ID = "oidc"
# Pages of passwords: gone where people sign in through the provider only.
_OF_PASSWORDS = {
    "account_signup",
    "account_change_password",
    "account_set_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}
# Pages that change how somebody signs in, or take everything away.
_DANGEROUS = {
    "account_email",
    "account_set_password",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_generate_recovery_codes",
    "socialaccount_connections",
    "portability:export",
    "portability:delete",
}


def configured() -> bool:
    return bool(settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"])


def provider_name() -> str:
    """What the button calls it; empty where there is none."""
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return str(apps[0]["name"]) if apps else ""


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(
        self, request: HttpRequest, sociallogin: SocialLogin
    ) -> bool:
        return bool(settings.REGISTRATION_OPEN)

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> Any:
        # Some providers send "false" as a word, which would count as true.
        for address in sociallogin.email_addresses:
            address.verified = str(address.verified).lower() == "true"
        return super().populate_user(request, sociallogin, data)

    def authenticate_by_email(
        self, sociallogin: SocialLogin
    ) -> tuple[User, str] | None:
        found = super().authenticate_by_email(sociallogin)
        return found if found and _only_its_owner_was_in(*found) else None


def _only_its_owner_was_in(user: User, email: str) -> bool:
    """Whether nobody but the owner of this address can have been in the account.

    They proved it with a code, or nobody ever signed in: then it holds nothing of a
    stranger, and allauth wipes its password on the way in.
    """
    verified = EmailAddress.objects.filter(
        user=user, email__iexact=email, verified=True
    )
    return user.last_login is None or verified.exists()


class ProviderRules:
    """What follows where a provider stands in for the password.

    OIDC_ONLY: the pages of passwords lead to signing in, and take nothing. Somebody
    without a password or second factor cannot be asked for it again before something
    dangerous: the provider is asked instead.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        match = request.resolver_match
        name = match.view_name if match else ""
        if settings.OIDC_ONLY and name in _OF_PASSWORDS:
            if request.method == "POST":
                return render(request, "socialaccount/only.html", status=403)
            return redirect("account_login")
        if name in _DANGEROUS and _must_ask_provider(request):
            again = {
                "process": "login",
                "next": request.path,
                # OpenID Connect Core 3.1.2.1: ask, even who is signed in there.
                "auth_params": "prompt=login",
            }
            login = reverse("openid_connect_login", args=[PROVIDER_ID])
            return redirect(f"{login}?{urlencode(again)}")
        return None


def _must_ask_provider(request: HttpRequest) -> bool:
    user = request.user
    if (
        not user.is_authenticated
        or not configured()
        or get_reauthentication_flows(user)
    ):
        return False
    if not SocialAccount.objects.filter(user=user).exists():
        return False
    records = get_authentication_records(request, user)
    latest = max((record["at"] for record in records), default=0)
    return bool(
        timezone.now().timestamp() - latest > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    )
