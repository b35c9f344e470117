from __future__ import annotations

from django import forms

from accounts.typed import Typed
from reminders.models import Kind, Preferences


class PreferencesForm(Typed, forms.ModelForm[Preferences]):
    """Which kinds of reminder to get; says when each comes."""

    class Meta:
        model = Preferences
        fields = ["prepare", "thank_you", "status_check"]
        labels = {
            "prepare": "Before a round",
            "thank_you": "Thank-you notes after a round",
            "status_check": "When an answer is overdue",
        }
        help_texts = {
            "prepare": (
                "At 18:00 the evening before; at once when you log it later than"
                " that. Says where, when, who, and what to do first."
            ),
            "thank_you": (
                "At 17:00 when the round ended before 14:00, else at 8:30 the next"
                " morning. Once more a morning later if a note is still owed."
            ),
            "status_check": (
                "At 9:00 on the next working day after the date they promised, or"
                " after a week without one. Once."
            ),
        }

    def wanted(self) -> dict[Kind, bool]:
        """The choices of a valid form, by kind."""
        return {Kind(name): on for name, on in self.cleaned_data.items()}
