from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms

from accounts.autosave import Autosaved
from accounts.models import User
from applications.forms import currency_code, offer_choices
from applications.models import Application, Offer

_LONG = 20_000
# "56,500" and "56 500": what sets thousands apart. A point is the decimal sign.
_APART = re.compile(r"[\s\u00a0\u202f’']|,(?=\d{3}(?:\D|$))")


class AmountField(forms.DecimalField):
    """An amount of money as people write it: "56,500", "24.50"."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(
            min_value=0,
            max_digits=12,
            decimal_places=2,
            widget=widget,
            error_messages={
                "invalid": "Give a number, such as 56,500 or 24.50.",
                "max_decimal_places": "At most two digits after the point, such as "
                "24.50. For thousands write 56,500.",
                "max_digits": "That is more than can be kept.",
                "max_whole_digits": "That is more than can be kept.",
            },
            **kwargs,
        )

    # The stubs have it for whole numbers only.
    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = _APART.sub("", value)
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return int(value)
        return value


def _day(label: str, **more: Any) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=False, widget=widget, **more)


def _box(label: str, *, rows: int = 2, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "class": "letter-like"})
    return forms.CharField(
        label=label, required=False, max_length=_LONG, widget=widget, **more
    )


class OfferForm(Autosaved, forms.ModelForm[Offer]):
    """What they offer; every field may stay empty.

    The cleaned data are the arguments of `offers.write_offer`.
    """

    pay_amount = AmountField(label="Pay", required=False)
    bonus = _box("Bonus, shares and the like", help_text="In your own words.")
    terms = _box(
        "Other terms",
        rows=4,
        help_text="Holidays, hours, notice, trial time, travel: whatever matters to you.",
    )
    starts_on = _day("First day of work")
    received_on = _day("You got it on")
    deadline_on = _day("They would like an answer by")
    deadline_time = forms.TimeField(
        label="At what time",
        required=False,
        help_text="Only if they named one; in your own time zone.",
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )
    notes = _box("Your notes", rows=4)

    class Meta:
        model = Offer
        fields = [
            "received_on",
            "deadline_on",
            "deadline_time",
            "pay_amount",
            "pay_currency",
            "pay_period",
            "bonus",
            "starts_on",
            "work_mode",
            "place",
            "terms",
            "notes",
        ]
        labels = {"work_mode": "Where you would work", "place": "Place"}

    def __init__(self, *args: Any, owner: User, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = now.astimezone(owner.zone).date()
        offer_choices(self.fields["work_mode"], Application.WorkMode)
        offer_choices(self.fields["pay_period"], Offer.Period)
        self.fields["pay_currency"].widget.attrs["placeholder"] = "EUR"

    def clean_pay_currency(self) -> str:
        return currency_code(self.cleaned_data["pay_currency"])

    def clean_received_on(self) -> date | None:
        day: date | None = self.cleaned_data["received_on"]
        if day and day > self.today:
            raise forms.ValidationError("That day is still to come.")
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        received, deadline = data.get("received_on"), data.get("deadline_on")
        if received and deadline and deadline < received:
            self.add_error("deadline_on", "That is before the day you got it.")
        if data.get("deadline_time") and not deadline:
            self.add_error("deadline_time", "Give the day that time is on.")
        return data
