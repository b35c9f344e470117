from __future__ import annotations

from typing import Any

from django import forms

from accounts.typed import Typed
from calendars.models import Feed

_CONTENTS = ("rounds", "notes", "deadlines")


class FeedForm(Typed, forms.ModelForm[Feed]):
    """What the owner wants in their calendar."""

    class Meta:
        model = Feed
        fields = [*_CONTENTS, "alarms"]
        labels = {
            "rounds": "Rounds",
            "notes": "Messages you owe",
            "deadlines": "Deadlines",
            "alarms": "With alarms",
        }
        help_texts = {
            "rounds": "When, where, with whom, what they ask you to prepare.",
            "notes": "Thank-you notes and questions, when they are due. They "
            "leave it once you have sent them.",
            "deadlines": "By when to answer an offer, or to have something ready.",
            "alarms": "An hour before you have to be somewhere, a quarter of one "
            "before a call, the day before a deadline. Some calendars use their own.",
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(cleaned.get(name) for name in _CONTENTS):
            raise forms.ValidationError("Choose at least one thing to put in it.")
        return cleaned
