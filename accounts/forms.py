"""allauth's forms with our words, and the two of the page "You"."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.conf import settings
from django.http import HttpRequest

from accounts.actions import replace_email
from accounts.fields import TimeZoneField
from accounts.models import User
from accounts.themes import Theme

_PASSWORD_HELP = "At least 8 characters, and not one of the common ones."  # noqa: S105


class _Plain(forms.Form):
    """Without placeholders: each would only repeat its label."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        if "password1" in self.fields:
            self.fields["password1"].help_text = _PASSWORD_HELP


class LoginForm(_Plain, allauth.LoginForm):  # type: ignore[misc]
    pass


class SignupForm(_Plain, allauth.SignupForm):  # type: ignore[misc]
    """Email, password and the time zone the person lives in, all required."""

    time_zone = TimeZoneField(
        from_browser=True,
        help_text="For your interview times and reminders. You can change it later.",
    )
    field_order = ["email", "password1", "time_zone"]


class AddEmailForm(_Plain, allauth.AddEmailForm):  # type: ignore[misc]
    """The address to change to; takes effect at once where no mail can be sent."""

    def clean_email(self) -> str:
        email: str = super().clean_email()
        taken = User.objects.filter(email=email).exclude(pk=self.user.pk).exists()
        if taken and not settings.EMAIL_CONFIGURED:
            raise forms.ValidationError("Another account uses this address.")
        return email

    def save(self, request: HttpRequest) -> Any:
        if settings.EMAIL_CONFIGURED:
            return super().save(request)
        return replace_email(self.user, email=self.cleaned_data["email"])


class ChangePasswordForm(_Plain, allauth.ChangePasswordForm):  # type: ignore[misc]
    pass


class SetPasswordForm(_Plain, allauth.SetPasswordForm):  # type: ignore[misc]
    pass


class ResetPasswordForm(_Plain, allauth.ResetPasswordForm):  # type: ignore[misc]
    pass


class ResetPasswordKeyForm(_Plain, allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class ReauthenticateForm(_Plain, allauth.ReauthenticateForm):  # type: ignore[misc]
    pass


class TimeZoneForm(forms.Form):
    """Where the person lives now."""

    time_zone = TimeZoneField(
        help_text="Dates, times and reminders follow it. Rounds keep their own zone."
    )


class ThemeForm(forms.Form):
    """How this browser shows Callback."""

    theme = forms.ChoiceField(
        label="Colours",
        choices=Theme.choices,
        required=False,
        widget=forms.RadioSelect,
    )
