"""How a line of the timeline is written.

In Python, as the cards of the board are (`applications.cards`): somebody who moved an
application about for months has hundreds of them.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.safestring import SafeString

from accounts import clock
from accounts.markup import filled, joined
from accounts.templatetags.callback import icon
from applications.timeline import Entry

_LINE = (
    '<li><span class="dot {kind}">{icon}</span><div><div>{title}{detail}{coming}</div>'
    '{text}<div class="at">{when}{change}</div></div></li>\n'
)
_LINK = '<a href="{url}">{title}</a>'
_DETAIL = ' <span class="soft">· {detail}</span>'
_COMING = ' <span class="tag talk">{icon}Coming</span>'
_TEXT = '<div class="own-words">{text}</div>'
_CHANGE = ' · <a href="{url}">Change<span class="gone"> the note of {when}</span></a>'
_NOTHING = SafeString("")


def lines_html(entries: list[Entry], zone: ZoneInfo, now: datetime) -> SafeString:
    """One line for each entry; times in the reader's `zone`."""
    return joined(
        _line(entry, clock.relative(entry.at, zone, now), now) for entry in entries
    )


def _line(entry: Entry, when: str, now: datetime) -> SafeString:
    is_coming = entry.kind == "round" and entry.at > now
    return filled(
        _LINE,
        kind=entry.kind,
        icon=icon(entry.icon),
        title=filled(_LINK, url=entry.url, title=entry.title)
        if entry.url
        else entry.title,
        detail=filled(_DETAIL, detail=entry.detail) if entry.detail else _NOTHING,
        coming=filled(_COMING, icon=icon("calendar")) if is_coming else _NOTHING,
        text=filled(_TEXT, text=entry.text) if entry.text else _NOTHING,
        when=when,
        change=_change(entry, when),
    )


def _change(entry: Entry, when: str) -> SafeString:
    if not entry.note:
        return _NOTHING
    url = reverse("applications:note_edit", args=[entry.note.pk])
    return filled(_CHANGE, url=url, when=when)
