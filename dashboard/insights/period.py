"""The days that figures speak of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms

from accounts.typed import Typed


@dataclass(frozen=True)
class Period:
    """From a day to a day of the owner's, both included; None: no end on that side."""

    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        begun = self.first is None or day >= self.first
        return begun and (self.last is None or day <= self.last)

    @property
    def query(self) -> str:
        """Both as the address has them: "from=2026-01-01&to=2026-03-31", or ""."""
        days = {"from": self.first, "to": self.last}
        return urlencode({name: day for name, day in days.items() if day})


@dataclass(frozen=True)
class Shortcut:
    """A period that is one press away."""

    label: str
    period: Period


def shortcuts(today: date) -> tuple[Shortcut, ...]:
    """The periods people ask for, up to the owner's day."""
    return (
        Shortcut("Last 30 days", Period(today - timedelta(days=29), today)),
        Shortcut("Last 90 days", Period(today - timedelta(days=89), today)),
        Shortcut("This year", Period(today.replace(month=1, day=1), today)),
        Shortcut("Everything", Period()),
    )


def last_month(today: date) -> Period:
    """The calendar month before the owner's day: what offices mostly ask for."""
    end = today.replace(day=1) - timedelta(days=1)
    return Period(end.replace(day=1), end)


def _day() -> forms.DateField:
    return forms.DateField(
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class PeriodForm(Typed, forms.Form):
    """`from` and `to` of an address. `from` is a word of Python: see `add_prefix`."""

    first = _day()
    last = _day()
    first.label, last.label = "From", "To"

    _NAMES = {"first": "from", "last": "to"}

    def add_prefix(self, field_name: str) -> str:
        return self._NAMES.get(field_name, field_name)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and first > last:
            self.add_error("last", "This lies before the first day. Pick a later one.")
        return given

    @property
    def period(self) -> Period:
        """What was asked for; everything while there is something to mend."""
        if not self.is_valid():
            return Period()
        return Period(self.cleaned_data["first"], self.cleaned_data["last"])
