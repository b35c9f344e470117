from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from accounts.models import User
from accounts.typed import Typed
from portability.reading import LARGEST_BYTES


class UploadForm(Typed, forms.Form):
    """The file of an export."""

    file = forms.FileField(
        label="The file you downloaded",
        help_text="callback-….zip, or the account.json in it. At most 20 MB.",
    )

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_BYTES:
            raise forms.ValidationError("The file is larger than 20 MB.")
        return file


class DeleteForm(Typed, forms.Form):
    """The own address once more: no finger deletes an account by slipping."""

    email = forms.CharField(
        label="Your email address",
        help_text="Type it to say that you mean it.",
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email.strip().lower() != self.user.email:
            raise forms.ValidationError("That is not the address of this account.")
        return email
