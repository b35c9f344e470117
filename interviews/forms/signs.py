from __future__ import annotations

from django import forms

from accounts.autosave import Autosaved
from accounts.typed import Typed
from interviews.actions import SignDetails
from interviews.models import Sign

_ANSWERS = [("", "Not sure"), *Sign.Answer.choices]


class SignForm(Autosaved, forms.Form):
    """What happened, and what speaks against reading much into it."""

    happened = forms.CharField(
        label="What happened",
        max_length=5000,
        error_messages={"required": "What happened? Give it in a few words."},
        help_text="What was said or done; their words, if you recall them.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    who = forms.CharField(label="Who", max_length=200, required=False)
    asked_for = forms.ChoiceField(
        label="Did you ask for it?",
        choices=_ANSWERS,
        required=False,
        widget=forms.RadioSelect,
    )
    scheduled = forms.ChoiceField(
        label="Was it scheduled anyway?",
        choices=_ANSWERS,
        required=False,
        widget=forms.RadioSelect,
    )
    otherwise = forms.CharField(
        label="What else could explain it",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def details(self) -> SignDetails:
        return SignDetails(**self.cleaned_data)


class SignKindForm(Typed, forms.Form):
    """Which of the two logs."""

    kind = forms.ChoiceField(choices=Sign.Kind.choices)
