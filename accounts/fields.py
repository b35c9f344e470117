"""A time zone as a form field: a list of places, old names accepted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.forms.utils import flatatt
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from accounts import timezones


class ZoneSelect(forms.Select):
    """Every zone in words, by region, those of `top` and the chosen one first.

    Written by hand: rendering some four hundred options by template would take
    longer than the rest of the page. The long part is the same for everybody, as
    what is selected always stands on top; so an old name stays chosen, too.
    `question` stands where nothing is chosen.
    """

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        *,
        top: Iterable[str] = (),
        on: date | None = None,
        question: str = "",
    ) -> None:
        super().__init__(attrs)
        self.top = list(dict.fromkeys(top))
        self.on = on
        self.question = question

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,
    ) -> SafeString:
        on = self.on or timezone.now().date()
        return format_html(
            "<select{}>{}{}{}</select>",
            flatatt({**self.build_attrs(self.attrs, attrs), "name": name}),
            self._ask(value),
            self._yours(value, on),
            _every_zone(on),
        )

    def _ask(self, value: Any) -> SafeString | str:
        if not self.question:
            return ""
        nothing = mark_safe("" if value else " selected")  # noqa: S308
        return format_html('<option value=""{}>{}</option>', nothing, self.question)

    def _yours(self, value: Any, on: date) -> SafeString | str:
        names = [zone for zone in [*self.top, value] if zone in timezones.known_names()]
        if not names:
            return ""
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            (
                (zone, mark_safe(" selected" if zone == value else ""), words)  # noqa: S308
                for zone, words in timezones.labelled(dict.fromkeys(names), on)
            ),
        )
        return format_html('<optgroup label="Yours">{}</optgroup>', options)


@lru_cache(maxsize=32)
def _every_zone(on: date) -> SafeString:
    """The options of every region. Reading all zone files takes a while: once a day."""
    return format_html_join(
        "",
        '<optgroup label="{}">{}</optgroup>',
        (
            (region, format_html_join("", '<option value="{}">{}</option>', zones))
            for region, zones in timezones.by_region(on)
        ),
    )


class TimeZoneField(forms.CharField):
    """A required zone name of the tz database; cleans to the name as given."""

    default_validators = [timezones.validate_time_zone]
    default_error_messages = {"required": "Choose your time zone."}

    def __init__(
        self,
        *,
        label: str = "Your time zone",
        from_browser: bool = False,
        help_text: str = "Days and clock times are meant there.",
        **kwargs: Any,
    ) -> None:
        """`from_browser`: let the script answer when nobody has."""
        widget = ZoneSelect(question="Choose your time zone")
        super().__init__(label=label, help_text=help_text, widget=widget, **kwargs)
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
