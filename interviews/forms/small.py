from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms

from accounts.autosave import Autosaved
from accounts.typed import Typed
from interviews.models import Round


class OutcomeForm(Typed, forms.Form):
    """Which answer they gave."""

    outcome = forms.ChoiceField(choices=Round.Outcome.choices)


class OwnItemForm(Typed, forms.Form):
    """Something of the owner's own to do for a round."""

    text = forms.CharField(
        label="Something of your own to do",
        max_length=500,
        error_messages={"required": "What is there to do?"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class DraftForm(Autosaved, forms.Form):
    """The words of a note or a question to them.

    `your_name` is asked while nobody has told it; it is kept for all notes. `moment`
    is a line to put in that shows the writer suits. What is stored is `kept`; the box
    may begin with a proposal.
    """

    draft = forms.CharField(
        label="Your note",
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "letter-like"}),
    )
    your_name = forms.CharField(
        max_length=120,
        required=False,
        help_text="For the end of your notes. You can change it under “You”.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    moment = forms.CharField(max_length=800, required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        kept: str = "",
        kept_at: datetime | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kept, self.kept_at = kept, kept_at

    @property
    def stored_at(self) -> datetime | None:
        return self.kept_at

    def stored(self) -> dict[str, str]:
        return {"draft": self.kept}
