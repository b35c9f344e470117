"""What the owner types to prepare."""

from __future__ import annotations

from typing import Any

from django import forms

from accounts.models import User
from accounts.typed import Typed
from applications.models import Company
from preparation.models import Proof, Story

_HINTS = {
    "situation": "Where and when was it, and what was going on?",
    "task": "What fell to you?",
    "action": "What did you do, step by step? Say “I”, not “we”.",
    "result": "What came of it? A number helps, and what you learnt.",
}


class StoryForm(Typed, forms.ModelForm[Story]):
    """A story in four parts; only the title is required.

    The cleaned data are the arguments of `actions.add_story`.
    """

    proves = forms.MultipleChoiceField(
        label="What it proves",
        choices=Proof.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Story
        fields = ["title", *_HINTS, "proves", "company"]
        labels = {"company": "Whose value does it show?"}
        help_texts = {
            "title": "A few words by which you will know it again.",
            "company": "Only for “A company’s value”, where it is one company’s.",
            **_HINTS,
        }
        widgets = {
            name: forms.Textarea(attrs={"rows": 3, "class": "letter-like"})
            for name in _HINTS
        }

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        companies = Company.objects.for_user(owner)
        self.fields["company"] = forms.ModelChoiceField(
            companies,
            label=self.fields["company"].label,
            help_text=self.fields["company"].help_text,
            required=False,
            empty_label="Nobody’s in particular",
        )
