"""A time zone as a form field: a list of places, old names accepted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import URLValidator

from accounts import timezones

_QUESTION = ("", "Choose your time zone")


class TimeZoneSelect(forms.Select):
    """Keeps a chosen old name, such as Asia/Calcutta, among what can be chosen."""

    def optgroups(
        self, name: str, value: list[str], attrs: dict[str, Any] | None = None
    ) -> list[tuple[str | None, list[dict[str, Any]], int | None]]:
        chosen = value[0] if value else ""
        self.choices = [_QUESTION, *timezones.choices_with(chosen)]
        return super().optgroups(name, value, attrs)


class TimeZoneField(forms.CharField):
    """A required zone name of the tz database; cleans to the name as given."""

    widget = TimeZoneSelect
    default_validators = [timezones.validate_time_zone]

    def __init__(
        self,
        *,
        label: str = "Your time zone",
        from_browser: bool = False,
        help_text: str = "Days and clock times are meant there.",
        **kwargs: Any,
    ) -> None:
        """`from_browser`: let the script answer when nobody has."""
        super().__init__(label=label, help_text=help_text, **kwargs)
        if from_browser:
            self.widget.attrs["data-browser-time-zone"] = True


class WebAddressField(forms.URLField):
    """An address of the web and nothing else: it becomes a link people follow."""

    default_validators = [URLValidator(schemes=["http", "https"])]
    default_error_messages = {
        "invalid": "Enter a web address, such as https://example.com/jobs/1."
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(assume_scheme="https", **kwargs)
