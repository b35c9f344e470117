from __future__ import annotations

from django import forms

from accounts.typed import Typed
from interviews.models import Round


class OutcomeForm(Typed, forms.Form):
    """Which answer they gave."""

    outcome = forms.ChoiceField(choices=Round.Outcome.choices)


class NotesForm(Typed, forms.Form):
    """What the owner noted about a round."""

    notes = forms.CharField(
        label="What you noted",
        max_length=20_000,
        required=False,
        help_text="Topics to mention in your thank-you notes, one a line, work best.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class DraftForm(Typed, forms.Form):
    """The words of a note or a question to them.

    `your_name` is asked while nobody has told it; it is kept for all notes.
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
