from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from accounts import timezones
from accounts.autosave import Autosaved
from accounts.typed import Typed
from interviews.actions import TaskDetails
from interviews.forms import wall_clock
from interviews.models import Round, Task


class TaskForm(Autosaved, forms.Form):
    """What they asked the owner to prepare, and by when on the clock of the round."""

    kind = forms.ChoiceField(
        label="What is it?", choices=Task.Kind.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label="In your own words",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    due = wall_clock.WallClockField(label="Due", required=False)
    for_whom = forms.CharField(label="Who gets it", max_length=200, required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        round_: Round,
        task: Task | None = None,
        text: str = "",
        **named: Any,
    ) -> None:
        self.zone = round_.zone
        begin_with = self._known(task) or {"text": text}
        super().__init__(data, initial=begin_with, **named)
        city = timezones.city(self.zone.key)
        self.fields[
            "due"
        ].help_text = f"Time of {city}. Left empty: when the round begins."

    def _known(self, task: Task | None) -> dict[str, Any]:
        if task is None:
            return {}
        due = task.due_at and task.due_at.astimezone(self.zone).replace(tzinfo=None)
        return {
            "kind": task.kind,
            "text": task.text,
            "due": due,
            "for_whom": task.for_whom,
        }

    def clean_due(self) -> datetime | None:
        wall: datetime | None = self.cleaned_data["due"]
        if wall is not None:
            wall_clock.moment(wall, self.zone)  # refuses a time the clock skips
        return wall

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == Task.Kind.OTHER and not cleaned.get("text"):
            self.add_error("text", "What is it? A few words are enough.")
        return cleaned

    @property
    def details(self) -> TaskDetails:
        due: datetime | None = self.cleaned_data["due"]
        return TaskDetails(
            kind=self.cleaned_data["kind"],
            text=self.cleaned_data["text"],
            due_at=due and wall_clock.moment(due, self.zone),
            for_whom=self.cleaned_data["for_whom"],
        )


class ToBringForm(Typed, forms.Form):
    """What to bring or have ready, one thing a line."""

    text = forms.CharField(
        label="Something to bring or have ready",
        max_length=5000,
        error_messages={"required": "What is it?"},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if any(len(line) > 500 for line in _lines(text)):
            raise ValidationError("At most 500 characters each, please.")
        return text

    @property
    def texts(self) -> list[str]:
        return list(_lines(self.cleaned_data["text"]))


def _lines(text: str) -> Iterable[str]:
    return filter(None, map(str.strip, text.splitlines()))
