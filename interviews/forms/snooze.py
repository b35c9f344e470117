from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from accounts import when
from accounts.typed import Typed
from interviews.forms import wall_clock


class SnoozeForm(Typed, forms.Form):
    """Until when: a button for what is often meant, a day and time, or words.

    Valid, it gives `until` (UTC). `zone` is the owner's.
    """

    typed = forms.CharField(
        label="Or write when",
        required=False,
        max_length=60,
        help_text="“fri 9”, “tomorrow 14:30”, “in 3 days”",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    picked = wall_clock.WallClockField(label="Or pick a day and time", required=False)
    preset = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: QueryDict | None = None, *, zone: ZoneInfo, now: datetime
    ) -> None:
        super().__init__(data)
        self.zone = zone
        self.now = now
        self.presets = when.presets(now, zone)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not self.errors:
            given["until"] = self._until(given)
        return given

    def _until(self, given: dict[str, Any]) -> datetime | None:
        try:
            return self._chosen(given)
        except when.Unclear as unclear:
            self.add_error("typed", str(unclear))
        except ValidationError as error:
            self.add_error("picked", error)
        return None

    def _chosen(self, given: dict[str, Any]) -> datetime:
        """What was written comes before what was picked, and a button before both."""
        for preset in self.presets:
            if preset.name == given["preset"]:
                return preset.at
        if given["typed"] or not given["picked"]:
            return when.read(given["typed"], self.now, self.zone)
        at = wall_clock.moment(given["picked"], self.zone)
        if not self.now < at <= self.now + when.FARTHEST:
            raise ValidationError("Pick a time that is still to come, within a year.")
        return at
