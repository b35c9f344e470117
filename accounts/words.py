"""Rows that hold what somebody typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import Func, QuerySet, TextField, Value

_Rows = TypeVar("_Rows", bound=QuerySet[Any])


def holding(rows: _Rows, words: Iterable[str], *fields: str) -> _Rows:
    """Those that have each word in one of the fields, in any capitals.

    Capitals are made of all fields together: making them is most of the work. No word
    holds the line's end that stands between two fields.
    """
    line = Func(Value("\n"), *fields, function="CONCAT_WS", output_field=TextField())
    found = rows.alias(_line=line)
    for word in words:
        found = found.filter(_line__icontains=word)
    return found
