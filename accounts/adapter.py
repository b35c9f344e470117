"""Where allauth asks us: who may sign up, and what a new user is made of."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest

from accounts.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.REGISTRATION_OPEN and not settings.OIDC_ONLY)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Nobody by password where people sign in through the provider only."""
        if settings.OIDC_ONLY:
            return None
        return super().authenticate(request, **credentials)

    def save_user(
        self,
        request: HttpRequest,
        user: User,
        form: BaseForm,
        commit: bool = True,  # noqa: FBT001, FBT002 (allauth's signature)
    ) -> Any:
        user.time_zone = form.cleaned_data["time_zone"]
        return super().save_user(request, user, form, commit)
