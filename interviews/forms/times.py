from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from accounts import clock
from accounts.fields import ZoneSelect
from accounts.models import User
from accounts.timezones import validate_time_zone
from accounts.typed import Typed
from interviews.forms import wall_clock

_DAY = 24 * 60
_PAST_MIDNIGHT = (
    "The end is before the start. If it goes past midnight, give how long it lasts "
    "instead."
)
_DOES_NOT_FIT = "That does not fit the end beside it. Keep one of them."


class TimesForm(Typed, forms.Form):
    """When a session takes place: as the invitation says it, in `time_zone`.

    Bound and valid, it gives `starts_at` and `ends_at` in UTC, either perhaps None;
    what it assumed about them is in `notices`.
    """

    starts = wall_clock.WallClockField(label="Starts", required=False)
    ends = forms.TimeField(
        label="Ends",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    length = forms.IntegerField(
        label="or lasts, in minutes",
        min_value=5,
        max_value=7 * _DAY,
        required=False,
        widget=forms.NumberInput(attrs={"list": "lengths", "placeholder": "60"}),
    )
    time_zone = forms.CharField(
        label="Time zone of these times", validators=[validate_time_zone]
    )

    # What stands in the list of zones where none is chosen, if that may be.
    no_zone = ""

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        owner: User,
        now: datetime,
        initial: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        self.owner = owner
        self.now = now
        self.starts_at: datetime | None = None
        self.ends_at: datetime | None = None
        self.notices: list[str] = []
        super().__init__(data, initial=dict(initial or {}), **kwargs)
        self._offer_zones()

    def _offer_zones(self) -> None:
        starts = self["starts"].value()
        on = starts if isinstance(starts, datetime) else self.now
        kept = str(self["time_zone"].value() or "")
        self.fields["time_zone"].widget = ZoneSelect(
            top=(self.owner.time_zone, kept),
            on=on.date(),
            question=self.no_zone,
        )

    @property
    def for_you(self) -> str:
        """The times in the owner's zone, when the invitation speaks in another."""
        if self.starts_at is None or self.zone == self.owner.zone:
            return ""
        times = (self.starts_at, self.ends_at)
        return clock.span(*times, self.owner.zone, now=self.now)

    @property
    def zone(self) -> ZoneInfo:
        """The zone its times are meant in, once that is cleaned."""
        return ZoneInfo(self.cleaned_data["time_zone"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        typed = {"time_zone", "starts", "ends", "length"}
        if typed & set(self.errors) or self._has_no_date(cleaned):
            return cleaned
        try:
            self.starts_at, self.ends_at = self._times(cleaned)
        except ValidationError as error:
            self.add_error(None, error)
        return cleaned

    def _has_no_date(self, cleaned: dict[str, Any]) -> bool:
        """Whether it may go without a start, and does."""
        return False

    def _times(self, cleaned: dict[str, Any]) -> tuple[datetime, datetime | None]:
        """Start and end in UTC. Raises ValidationError for the field at fault."""
        wall = cleaned["starts"]
        if wall is None:
            raise ValidationError({"starts": self._why_no_start(cleaned)})
        starts_at = self._moment("starts", wall)
        if wall_clock.happens_twice(wall, self.zone):
            self.notices.append(
                f"{wall:%H:%M} comes twice that night, as the clocks go back. "
                "The first one was taken."
            )
        return starts_at, self._end(cleaned, wall, starts_at)

    def _moment(self, field: str, wall: datetime) -> datetime:
        try:
            return wall_clock.moment(wall, self.zone)
        except ValidationError as error:
            raise ValidationError({field: error}) from None

    def _why_no_start(self, cleaned: dict[str, Any]) -> str:
        if cleaned["ends"] or cleaned["length"]:
            return "Give the start as well."
        return "When does it start? If they gave no date yet, tick the box above."

    def _end(
        self, cleaned: dict[str, Any], wall: datetime, starts_at: datetime
    ) -> datetime | None:
        minutes, ends = cleaned["length"], cleaned["ends"]
        by_length = starts_at + timedelta(minutes=minutes) if minutes else None
        if ends is None:
            return by_length
        if ends <= wall.time():
            raise ValidationError({"ends": _PAST_MIDNIGHT})
        by_clock = self._moment("ends", datetime.combine(wall.date(), ends))
        if by_length and by_length != by_clock:
            raise ValidationError({"length": _DOES_NOT_FIT})
        return by_clock
