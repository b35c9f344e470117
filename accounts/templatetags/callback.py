"""Template words used on every floor: icons, times in the reader's zone, the theme."""

from __future__ import annotations

import re
from collections.abc import Hashable
from datetime import date, datetime
from functools import cache, lru_cache
from urllib.parse import quote
from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.shortcuts import resolve_url
from django.template import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from accounts import clock, timezones
from accounts.autosave import Autosaved
from accounts.keys import letters_are_on
from accounts.models import User
from accounts.themes import chosen_theme

register = template.Library()


@register.simple_tag
@cache
def favicon() -> SafeString:
    """The mark of the tab as an address that holds it: no request of its own."""
    drawn = (settings.BASE_DIR / "static" / "favicon.svg").read_text().strip()
    quoted = quote(drawn.replace('"', "'"), safe=" <>=/:;,.'")
    return mark_safe(f"data:image/svg+xml,{quoted}")  # noqa: S308 - a file of ours


@register.simple_tag
def icon(name: str) -> SafeString:
    """An outline icon of the sprite; the word beside it says what it means."""
    return _icon(name, get_script_prefix())


@cache
def _icon(name: str, _prefix: str) -> SafeString:
    """Each drawn once: a page shows a hundred."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        static("v/icons.svg"),
        name,
    )


@register.simple_tag
def kept(template_name: str, **words: Hashable) -> SafeString:
    """A part that follows from `words` alone, made once and kept for all readers.

    Such as the navigation: forty addresses, the same on every page. Nothing of an
    owner may be among the words but what many share, such as a count.
    """
    make = _kept.__wrapped__ if settings.DEBUG else _kept
    return make(template_name, get_script_prefix(), tuple(words.items()))


@lru_cache(maxsize=512)
def _kept(
    name: str, _prefix: str, words: tuple[tuple[str, Hashable], ...]
) -> SafeString:
    return render_to_string(name, dict(words))


@register.simple_tag(takes_context=True)
def keys_attribute(context: Context) -> SafeString | str:
    """` data-keys="off"` where the reader wants no letters to lead about."""
    request = context.get("request")
    on = request is None or letters_are_on(request)
    return "" if on else format_html(' data-keys="{}"', "off")


@register.simple_tag(takes_context=True)
def theme_attribute(context: Context) -> SafeString | str:
    """` data-theme="dark"` where the reader chose one; nothing follows the system."""
    request = context.get("request")
    theme = chosen_theme(request) if request else ""
    return format_html(' data-theme="{}"', theme) if theme else ""


@register.simple_tag
def autosave(form: Autosaved) -> SafeString:
    """Inside a form: its words save themselves, and none are written over unseen."""
    return format_html(
        '<input type="hidden" name="opened" value="{}" data-autosave data-sign-in="{}">',
        form.version,
        resolve_url(settings.LOGIN_URL),
    )


@register.simple_tag
def email_configured() -> bool:
    """Whether this installation can send mail; where it cannot, pages say so."""
    return bool(settings.EMAIL_CONFIGURED)


@register.filter
def when(at: datetime | None, reader: User | ZoneInfo) -> str:
    """ "tomorrow 08:30" or "Thu 3 Dec, 14:00", in the reader's zone."""
    return clock.relative(at, _zone(reader), timezone.now()) if at else ""


@register.filter
def day_and_time(at: datetime | None, reader: User | ZoneInfo) -> str:
    """ "Thu 3 Dec, 14:00", in the reader's zone."""
    return clock.day_and_time(at, _zone(reader), timezone.now()) if at else ""


@register.filter
def clock_time(at: datetime | None, reader: User | ZoneInfo) -> str:
    """ "14:00", in the reader's zone."""
    return clock.time(at, _zone(reader)) if at else ""


@register.filter
def day(value: date | datetime | None, reader: User | ZoneInfo | None = None) -> str:
    """ "Thu 3 Dec"; a moment needs the reader, whose day it is."""
    zone = _zone(reader)
    today = timezone.now().astimezone(zone).date()
    if isinstance(value, datetime):
        value = value.astimezone(zone).date()
    return clock.day(value, now_day=today) if value else ""


@register.filter
def relative_day(value: date | None, reader: User | ZoneInfo | None = None) -> str:
    """ "today", "tomorrow", "yesterday", else "Thu 3 Dec"."""
    today = timezone.now().astimezone(_zone(reader)).date()
    return clock.relative_day(value, now_day=today) if value else ""


@register.simple_tag
def span(start: datetime | None, end: datetime | None, reader: User | ZoneInfo) -> str:
    """ "Mon 23 Nov, 14:00–15:00", in the reader's zone."""
    return clock.span(start, end, _zone(reader), timezone.now()) if start else ""


@register.filter
def distance(at: datetime | None) -> SafeString | str:
    """ "in 23 hours" or "3 days ago", kept true by the script while the page is open."""
    if at is None:
        return ""
    return format_html(
        '<time datetime="{}" data-distance>{}</time>',
        at.isoformat(),
        clock.until(at, timezone.now()),
    )


@register.filter
def initials(name: str) -> str:
    """Two letters for the round badge: "DW" for Dana Wu, "IN" for Initech.

    A number at the end keeps two of its digits: "P96" for Person 196.
    """
    words: list[str] = re.findall(r"\w+", name)
    if len(words) < 2:
        return "".join(words)[:2].upper()
    last = words[-1][-2:] if words[-1].isdigit() else words[-1][0]
    return (words[0][0] + last).upper()


@register.filter
def city(zone: str | ZoneInfo) -> str:
    """ "New York" for America/New_York."""
    return timezones.city(str(zone))


def _zone(reader: User | ZoneInfo | None) -> ZoneInfo:
    if isinstance(reader, ZoneInfo):
        return reader
    zone = getattr(reader, "zone", None)
    return zone if isinstance(zone, ZoneInfo) else ZoneInfo("UTC")
