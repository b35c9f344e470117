"""Addresses of many rows of one kind: each kind is looked up once in a process."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from uuid import UUID

from django.urls import get_script_prefix, reverse

# What stands for a key, by its kind.
_MARKS: dict[type, int | UUID] = {int: 907_060_504, UUID: UUID(int=907_060_504)}


def addresses(name: str, kind: type[int] | type[UUID] = int) -> Callable[..., str]:
    """From the key of a row to its address, as `reverse` gives it."""
    return _addresses(name, _MARKS[kind], get_script_prefix())


@lru_cache(maxsize=200)
def _addresses(name: str, mark: int | UUID, _prefix: str) -> Callable[..., str]:
    before, _, after = reverse(name, args=[mark]).partition(str(mark))
    return lambda pk: f"{before}{pk}{after}"
