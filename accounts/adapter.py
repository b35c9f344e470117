"""Where allauth asks us: who may sign up, and what a new user is made of."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest

from accounts.mailing import SentLater
from accounts.models import User

# A mail server takes its time; whoever asks for a new password must not see from the
# wait whether there is an account.
_MAIL_LATER = {"account/email/password_reset_key"}
_WRONG_CODE = "That is not the code, or it is too old. Look again, or get a new one."


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _WRONG_CODE,
        "incorrect_password": "That is not your password. Please try again.",
        "email_password_mismatch": "Address and password do not fit together. "
        "Please try again.",
    }

    def render_mail(self, template_prefix: str, *args: Any, **kwargs: Any) -> Any:
        """The message, as something allauth will send."""
        mail = super().render_mail(template_prefix, *args, **kwargs)
        return SentLater(mail) if template_prefix in _MAIL_LATER else mail

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
