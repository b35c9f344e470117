"""Draws lists of advice: a page may hold a hundred items, one click away."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import SafeString, mark_safe

from accounts.models import User
from guidance.library import Wording
from interviews.round_page import Item

register = template.Library()

# Stand for the two addresses of a round in what is kept; nobody can type them.
_TICK, _HIDE = (f"/{secrets.token_hex(16)}/" for _ in range(2))
_TEMPLATE = "interviews/_advice_item.html"


@register.simple_tag(takes_context=True)
def advice_items(
    context: Context, items: Iterable[Item], tick_url: str, hide_url: str
) -> SafeString:
    """The items of a list, for the form of the round with the id `ticks`.

    An open item reads the same for everybody who has the same reason to see it, so it
    is drawn once and kept; one that is done tells when, in the reader's zone.
    """
    user, prefix = context["user"], get_script_prefix()
    drawn = "".join([_drawn(item, user, prefix) for item in items])
    return mark_safe(  # noqa: S308 -- all of it comes out of a template
        drawn.replace(_TICK, tick_url).replace(_HIDE, hide_url)
    )


def _drawn(item: Item, user: User, prefix: str) -> str:
    if item.done_at is not None:
        return _rendered(item, user=user)
    entry = item.entry
    return _open(_Key(id(entry.advice), entry.wording, entry.because, prefix, item))


@dataclass(unsafe_hash=True, slots=True)
class _Key:
    """What tells open items apart. `item` comes along; it also keeps the id its own."""

    advice: int
    wording: Wording
    because: tuple[str, ...]
    prefix: str
    item: Item = field(compare=False)


@lru_cache(maxsize=2000)
def _open(key: _Key) -> str:
    lines = (line.strip() for line in _rendered(key.item).splitlines())
    # A page has a hundred of them: without the indents a tenth less to send.
    return "\n".join(filter(None, lines))


def _rendered(item: Item, **more: object) -> str:
    context = {"item": item, "tick_url": _TICK, "hide_url": _HIDE, **more}
    return render_to_string(_TEMPLATE, context)
