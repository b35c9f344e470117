"""Draws lists of advice: a page may hold a hundred items, one click away."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils.safestring import SafeString, mark_safe

from guidance.library import Wording
from interviews.models import Round
from interviews.round_page import Item

register = template.Library()

# Stand for the two addresses of a round in what is kept; nobody can type them.
_TICK, _HIDE = (f"/{secrets.token_hex(16)}/" for _ in range(2))
_TEMPLATE = "interviews/_advice_item.html"


@register.simple_tag(takes_context=True)
def advice_items(context: Context, items: Iterable[Item], round_: Round) -> SafeString:
    """The items of a list, for a form of the round.

    An open item reads the same for everybody who has the same reason to see it, so it
    is drawn once and kept; one that is done tells when, in the reader's zone.
    """
    drawn = "".join(_drawn(item, context) for item in items)
    tick_url = reverse("interviews:advice_tick", args=[round_.pk])
    hide_url = reverse("interviews:not_for_me", args=[round_.pk])
    return mark_safe(  # noqa: S308 -- all of it comes out of a template
        drawn.replace(_TICK, tick_url).replace(_HIDE, hide_url)
    )


def _drawn(item: Item, context: Context) -> str:
    if item.done_at is not None:
        return _rendered(item, user=context["user"])
    entry = item.entry
    prefix = get_script_prefix()
    return _open(_Key(id(entry.advice), entry.wording, entry.because, prefix, item))


@dataclass(frozen=True)
class _Key:
    """What tells open items apart. `item` comes along; it also keeps the id its own."""

    advice: int
    wording: Wording
    because: tuple[str, ...]
    prefix: str
    item: Item = field(compare=False)


@lru_cache(maxsize=2000)
def _open(key: _Key) -> str:
    return _rendered(key.item)


def _rendered(item: Item, **more: object) -> str:
    context = {"item": item, "tick_url": _TICK, "hide_url": _HIDE, **more}
    return render_to_string(_TEMPLATE, context)
