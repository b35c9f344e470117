from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms

from accounts.autosave import Autosaved
from accounts.models import User
from accounts.typed import Typed
from interviews.models import Review


def _box(label: str, *, rows: int = 3, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "class": "letter-like"})
    return forms.CharField(
        label=label, required=False, max_length=20_000, widget=widget, **more
    )


class ReviewForm(Autosaved, forms.ModelForm[Review]):
    """What to take from a no; every box may stay empty.

    The cleaned data are the arguments of `actions.save_review`.
    """

    went_well = _box("What went well")
    went_badly = _box("What went badly")
    change = _box(
        "One thing to do differently next time",
        rows=2,
        help_text="It comes back when you prepare the next interview.",
    )
    feedback = _box(
        "What they told you",
        help_text="Their feedback, if you asked and they answered.",
    )

    class Meta:
        model = Review
        fields = ["went_well", "went_badly", "change", "feedback"]

    @property
    def stored_at(self) -> datetime | None:
        return self.instance.updated_at if self.instance.pk else None


class CheckInForm(Typed, forms.Form):
    """The day on which the owner wants to ask once more."""

    on = forms.DateField(
        label="Ask once more on",
        error_messages={"required": "Choose a day."},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, owner: User, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="check_in_%s", **kwargs)
        self.today = now.astimezone(owner.zone).date()
        self.fields["on"].widget.attrs["min"] = self.today.isoformat()

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day < self.today:
            raise forms.ValidationError("That day is over. Choose one to come.")
        return day
