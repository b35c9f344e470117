"""The guidance, as it is searched: in memory, it is the same for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.urls import reverse
from django.utils.http import urlencode

from dashboard.search.hit import Hit
from guidance import library
from guidance.library import Advice
from guidance.situation import Phase


def advice(words: list[str]) -> Iterator[Hit]:
    """Advice whose text or reason holds every word."""
    for text, item in _told():
        if all(word in text for word in words):
            yield Hit(item.wording.text, _page(item), "book-2", item.credit)


@cache
def _told() -> tuple[tuple[str, Advice], ...]:
    return tuple(
        (f"{item.wording.text} {item.wording.why}".casefold(), item)
        for item in library.load()
    )


def _page(item: Advice) -> str:
    """The shelf it lies on: a page of one phase is short enough to lie open."""
    phase = next(phase for phase in Phase if phase in item.phases)
    query = urlencode({"phase": phase})
    return f"{reverse('guidance:library')}?{query}#advice-{item.id}"
