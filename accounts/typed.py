"""What people type, on its way through a form: no tricks in it, kind words back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

# Explicit embeddings, overrides and isolates (UAX 9, section 2): nobody types them,
# and one in a name turns the rest of its line around. Marks, which people who write
# from right to left do need, stay.
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])

# Beyond these a zone's distance leads out of what a calendar can hold.
YEARS = range(1970, 2200)

_BY_CODE = {
    "max_length": "At most %(limit_value)d characters, please. These are "
    "%(show_value)d.",
    "max_value": "At most %(limit_value)s, please.",
    "min_value": "At least %(limit_value)s, please.",
    "null_characters_not_allowed": "There is an invisible character in it that cannot "
    "be kept. Please type it again.",
}
# Django's and allauth's own words, when the field has none of its own.
_BY_WORDS = {
    "This field is required.": "Please fill this in.",
    "Enter a valid URL.": "Give a web address, such as https://example.com.",
    "Enter a valid email address.": "Give an email address, such as dana@example.com.",
    "Enter a valid date.": "Give a date, for example 2026-12-03.",
    "Enter a valid time.": "Give a time, for example 14:00.",
    "Enter a whole number.": "Give a whole number, in digits.",
    "Incorrect code.": "That is not the code, or its time is over. Try the next one.",
}


class Typed(forms.BaseForm):
    """For each of our forms, before its base: `class NoteForm(Typed, forms.Form)`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        named = {name: straight(value) for name, value in kwargs.items()}
        super().__init__(*map(straight, args), **named)
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.validators.append(_of_our_years)

    def add_error(self, field: str | None, error: Any) -> None:
        super().add_error(field, kindly(error))


def _of_our_years(day: date) -> None:
    if day.year not in YEARS:
        raise ValidationError("Look at the year again.")


def straight(data: Any) -> Any:
    """Posted data without characters that turn a line around; all else as it is.

    Passwords stay as they were typed.
    """
    if not isinstance(data, QueryDict):
        return data
    kept = data.copy()
    for name, values in data.lists():
        if "password" not in name:
            kept.setlist(name, [value.translate(_TURNING) for value in values])
    return kept


def kindly(error: Any) -> Any:
    """The error with words that say what to do, where it had only Django's."""
    if not isinstance(error, ValidationError):
        return error
    by_field = getattr(error, "error_dict", None) or {"": error.error_list}
    for each in (one for errors in by_field.values() for one in errors):
        words = _BY_CODE.get(str(each.code)) or _BY_WORDS.get(str(each.message))
        each.message = words or each.message
    return error
