"""What an owner wants of reminders, as one form in a few groups."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.typed import Typed
from reminders.models import Kind, Lead, Preferences

_TIMES = ("evening", "same_day", "morning", "digest_time")
_QUIET = ("quiet_from", "quiet_until")
# What belongs to a kind beside its switch.
OF_KIND: dict[Kind, tuple[str, ...]] = {
    Kind.PREPARE: ("prepare_leads",),
    Kind.STATUS_CHECK: ("answer_wait_days",),
    Kind.DIGEST: ("digest_day", "digest_time"),
}


def _clock() -> forms.TimeInput:
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class PreferencesForm(Typed, forms.ModelForm[Preferences]):
    """Kinds, times, quiet hours, a pause. What is left out stays as it was."""

    prepare_leads = forms.MultipleChoiceField(
        label="When",
        choices=Lead,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Several if you like. Days mean the evening.",
    )
    answer_wait_days = forms.IntegerField(
        label="Wait for an answer, in days",
        min_value=1,
        max_value=60,
        required=False,
        help_text="Where they promised no date.",
    )

    class Meta:
        model = Preferences
        fields = [
            *Kind.values,
            "prepare_leads",
            *_TIMES,
            "digest_day",
            *_QUIET,
            "working_days_only",
            "paused_until",
        ]
        labels = {
            "prepare": "Before a round",
            "debrief": "Right after a round",
            "thank_you": "Thank-you notes after a round",
            "status_check": "When an answer is overdue",
            "feedback_request": "After a rejection",
            "offer_deadline": "Before an offer ends",
            "keep_going": "To stay in the search",
            "digest": "Your week in one mail",
            "evening": "Evening",
            "same_day": "Afternoon",
            "morning": "Morning",
            "digest_day": "Day",
            "digest_time": "Time",
            "quiet_from": "Quiet from",
            "quiet_until": "Until",
            "working_days_only": "Monday to Friday only",
            "paused_until": "Pause everything until",
        }
        help_texts = {
            "prepare": (
                "At once when you log it later than that. Says where, when, who, and"
                " what to do first."
            ),
            "debrief": (
                "Half an hour after the end, while it is fresh; with the thank-you"
                " notes when both are due. Not once you have written something."
            ),
            "thank_you": (
                "In the afternoon when the round ended before 14:00, else the next"
                " morning. Once more a morning later if a note is still owed."
            ),
            "status_check": (
                "At 9:00 on the next working day after the date they promised, or"
                " after the wait below; in your morning if that is later. Once."
            ),
            "feedback_request": (
                "The day after: thank them, and ask what could have been better."
            ),
            "offer_deadline": "In the morning, 3 days and 1 day before their date.",
            "keep_going": (
                "A week after you last applied anywhere, while you wait for an"
                " answer; then every week."
            ),
            "digest": "What is due, what comes, who owes an answer, what went quiet.",
            "evening": "The evening before a round.",
            "same_day": "The day of a round that ended early.",
            "morning": "The next morning, and all that comes in the morning.",
            "quiet_until": "Both empty: no quiet hours.",
            "working_days_only": "What falls on a weekend comes on Monday; what is"
            " before a round comes on Friday.",
            "paused_until": "The first day on which mail comes again.",
        }
        widgets = {name: _clock() for name in (*_TIMES, *_QUIET)} | {
            "paused_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        }

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner
        self.initial["answer_wait_days"] = owner.answer_wait_days
        for name in (*_TIMES, "digest_day"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """What has to have a value keeps the one it had."""
        given: dict[str, Any] = super().clean() or {}
        for name in (*_TIMES, "digest_day", "prepare_leads", "answer_wait_days"):
            if name not in self.errors and given.get(name) in (None, "", []):
                given[name] = self.initial[name]
        begins, ends = (given.get(name) for name in _QUIET)
        if (begins is None) != (ends is None):
            raise ValidationError("Give both ends of the quiet hours, or neither.")
        if begins is not None and begins == ends:
            raise ValidationError("Quiet hours need an end that is not their start.")
        return given

    def wishes(self) -> dict[str, Any]:
        """The choices of a valid form that are preferences, by field."""
        own = self.cleaned_data.items()
        return {name: value for name, value in own if name != "answer_wait_days"}

    @property
    def kinds(self) -> list[tuple[Kind, forms.BoundField, list[forms.BoundField]]]:
        """Each kind with its switch and what belongs to it."""
        return [
            (kind, self[kind.value], [self[name] for name in OF_KIND.get(kind, ())])
            for kind in Kind
        ]

    @property
    def times(self) -> list[forms.BoundField]:
        return [self[name] for name in ("morning", "same_day", "evening")]
