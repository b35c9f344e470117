"""allauth's forms with our words, and the two of the page "You"."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from allauth.mfa.base import forms as factors
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.socialaccount import forms as social
from django import forms
from django.conf import settings
from django.http import HttpRequest

from accounts.actions import replace_email
from accounts.fields import TimeZoneField
from accounts.models import User
from accounts.passwords import refuse_endless
from accounts.themes import Theme
from accounts.typed import Typed

_PASSWORD_HELP = "At least 8 characters, and not one of the common ones."  # noqa: S105


class _Plain(Typed, forms.Form):
    """Without placeholders, which only repeat the label; endless passwords refused."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if "password" in name and isinstance(field, forms.CharField):
                field.validators.append(refuse_endless)
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


class ProviderSignupForm(_Plain, social.SignupForm):  # type: ignore[misc]
    """What is still to know of somebody who comes through a provider: the time zone.

    An address the provider has verified is taken as it is; another may be typed.
    """

    time_zone = TimeZoneField(
        from_browser=True,
        help_text="For your interview times and reminders. You can change it later.",
    )
    field_order = ["email", "time_zone"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.initial.get("email", "")
        if any(
            address.verified and address.email.lower() == given.lower()
            for address in self.sociallogin.email_addresses
        ):
            self.fields["email"].disabled = True


class ActivateAppForm(_Plain, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of an authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_a_code(self, "The six digits your app shows")


class SecondFactorForm(_Plain, factors.AuthenticateForm):  # type: ignore[misc]
    """A code while signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_a_code(self, "Code")
        self.fields["code"].help_text = "From your app, or one of your recovery codes."


class SecondFactorAgainForm(_Plain, factors.ReauthenticateForm):  # type: ignore[misc]
    """A code before something dangerous."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask_for_a_code(self, "Code")
        self.fields["code"].help_text = "From your app, or one of your recovery codes."


def _ask_for_a_code(form: forms.Form, label: str) -> None:
    form.fields["code"].label = label
    form.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocorrect": "off"}


class AddPasskeyForm(_Plain, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A passkey of this device, or a key in the hand."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, alone = self.fields["name"], self.fields["passwordless"]
        name.label = "Name"
        name.help_text = "So that you know it again, such as “My phone”."
        alone.label = "Sign in with it alone, without my password"
        alone.help_text = "The device asks for your finger, face or PIN."
        alone.initial = True


class NameForm(Typed, forms.ModelForm[User]):
    """What the owner is called."""

    class Meta:
        model = User
        fields = ["name"]
        help_texts = {"name": "It stands at the end of the notes you write."}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}


class TimeZoneForm(Typed, forms.Form):
    """Where the person lives now."""

    time_zone = TimeZoneField(
        help_text="Dates, times and reminders follow it. Rounds keep their own zone."
    )


class ExperienceForm(Typed, forms.Form):
    """Whether looking for work is new to the person."""

    new_to_job_hunting = forms.TypedChoiceField(
        label="Is looking for work new to you?",
        choices=[("yes", "Yes"), ("no", "No"), ("", "Not said")],
        coerce={"yes": True, "no": False}.get,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    @classmethod
    def of(cls, user: User) -> ExperienceForm:
        known = user.new_to_job_hunting
        said = "yes" if known else "" if known is None else "no"
        return cls(initial={"new_to_job_hunting": said})


class KeysForm(Typed, forms.Form):
    """Whether letters lead about in this browser."""

    letters = forms.BooleanField(
        label="Letters lead about: N, A, G with a second one, / and ?", required=False
    )


class ThemeForm(Typed, forms.Form):
    """How this browser shows Callback."""

    theme = forms.ChoiceField(
        label="Colours",
        choices=Theme.choices,
        required=False,
        widget=forms.RadioSelect,
    )
