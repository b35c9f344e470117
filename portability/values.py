"""One value of an uploaded row, as its column takes it, or why it cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.timezone import is_naive

from accounts.typed import YEARS


def checked(of: models.Field[Any, Any], raw: Any) -> Any:
    """The value to store. Raises ValidationError, TypeError, ValueError or OverflowError."""
    _refuse_odd(of, raw)
    value = of.clean(raw, None)
    _refuse_unthinkable(value)
    return value


_TEXTS = (
    *(models.CharField, models.TextField, models.UUIDField),
    *(models.DateField, models.TimeField, models.DecimalField, models.BinaryField),
)


def _refuse_odd(of: models.Field[Any, Any], raw: Any) -> None:
    """Values that a field would take without a word and make something else of."""
    if raw is None:
        if not of.null:
            raise ValidationError("this is missing.")
        return
    if isinstance(of, ArrayField) and not isinstance(raw, list):
        raise ValidationError("this is no list.")
    if isinstance(of, _TEXTS) and not isinstance(raw, str):
        raise ValidationError("this is no text.")
    if isinstance(of, models.BooleanField) and not isinstance(raw, bool):
        raise ValidationError("this is neither true nor false.")
    if isinstance(of, models.IntegerField) and type(raw) is not int:
        raise ValidationError("this is no whole number.")
    for text in _texts(raw):
        if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
            raise ValidationError("there is a sign in it that cannot be kept.")


def _texts(raw: Any) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, list):
        for each in raw:
            if not isinstance(each, str):
                raise ValidationError("this is no list of words.")
            yield each


def _refuse_unthinkable(value: Any) -> None:
    if isinstance(value, datetime) and is_naive(value):
        raise ValidationError("this moment says no zone.")
    if isinstance(value, date) and value.year not in YEARS:
        raise ValidationError("this year cannot be meant.")
