"""Queries that are written once, and asked often.

Django writes the SQL of a query anew each time. For one with several joins and
conditions that takes longer than the database takes to answer, and what comes out is
the same but for a few values. `Prepared` writes it once in each process, with values
that stand for those to come, and afterwards only puts the real ones in their places.
The database plans it once, too (`accounts.planned`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from types import SimpleNamespace
from typing import Any, Generic, TypeVar

from django.db import connection, models
from django.db.models.query import ModelIterable
from django.http import Http404

from accounts.planned import planned_cursor

_Kind = type[int] | type[date] | type[str]
_LARGEST = models.BigIntegerField.MAX_BIGINT
M = TypeVar("M", bound=models.Model)

# What stands for a value to come; none of ours is like it: keys are positive, nothing
# is kept of those days, and nobody writes such words into a query.
_KEY = -7_000_000_000
_NEAR = 1_000_000
_TEXT = "\N{REPLACEMENT CHARACTER} to come "
_MOMENT = datetime(1200, 1, 1, tzinfo=UTC)
_LATEST = datetime(1300, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class _Written:
    """What wrote it, the SQL, for each value to come what stands for it and its name,
    and by column how what comes back is read.
    """

    compiler: Any
    sql: str
    params: list[tuple[Any, str]]
    converters: dict[int, Any]


class Prepared(Generic[M]):
    """`Prepared(build, owner=int, now=datetime)(owner=…, now=…)`: a list of rows.

    `build` takes arguments of those names and gives the query. Each has to come out in
    its SQL as it went in: what is derived from one is an argument of its own. They are
    int, str, datetime or date, and never None. ValueError on the first call where that
    does not hold, or where the query fetches more beside it (`prefetch_related`,
    `values`); TypeError on a call that gives other names, or None.
    """

    def __init__(
        self, build: Callable[..., models.QuerySet[M]], **kinds: _Kind
    ) -> None:
        self._build = build
        self._stand_ins = {
            name: _stand_in(kind, place)
            for place, (name, kind) in enumerate(kinds.items())
        }

    def __call__(self, **values: int | str | date) -> list[M]:
        self._check(values)
        written = self._written
        given = tuple(_like(param, values[name]) for param, name in written.params)
        compiler = copy(written.compiler)
        compiler.connection = _PLANNING
        compiler.as_sql = lambda: (written.sql, given)
        compiler.get_converters = lambda _: written.converters
        query = SimpleNamespace(get_compiler=lambda using: compiler)
        asked: Any = SimpleNamespace(
            db=connection.alias, query=query, _known_related_objects={}
        )
        return list(ModelIterable(asked))

    def one(self, **values: int | str | date) -> M:
        """The one row; DoesNotExist of its model where there is none."""
        for row in self(**values):
            return row
        model: Any = self._written.compiler.query.model
        raise model.DoesNotExist

    def _check(self, values: dict[str, Any]) -> None:
        wrong = values.keys() ^ self._stand_ins.keys()
        wrong |= {name for name, value in values.items() if value is None}
        if wrong:
            raise TypeError(f"not as asked for: {', '.join(sorted(wrong))}")

    @cached_property
    def _written(self) -> _Written:
        rows: Any = self._build(**self._stand_ins)
        if rows._prefetch_related_lookups or rows._iterable_class is not ModelIterable:
            raise ValueError("what is fetched beside the query is not prepared")
        compiler = rows.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        named = [(param, self._name(param)) for param in params]
        missing = self._stand_ins.keys() - {name for _, name in named}
        if missing:
            raise ValueError(f"not in the query as given: {', '.join(sorted(missing))}")
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        to_come = [(param, name) for param, name in named if name]
        return _Written(compiler, _spelled_out(sql, named), to_come, converters)

    def _name(self, param: Any) -> str:
        for name, stand_in in self._stand_ins.items():
            if _is_same(param, stand_in):
                return name
        is_moment = isinstance(param, date) and param.year <= _LATEST.year
        is_text = isinstance(param, str) and _TEXT in param
        is_key = isinstance(param, int) and param <= _KEY + _NEAR
        if is_moment or is_text or is_key:
            raise ValueError(f"derived within the query: {param}")
        return ""


def one_or_404(query: Prepared[M], **keys: int) -> M:
    """The one row of these keys; Http404 where there is none."""
    # A number in an address may be longer than any key.
    rows = query(**keys) if all(key <= _LARGEST for key in keys.values()) else []
    if not rows:
        raise Http404
    return rows[0]


class _Planning:
    """The connection, with cursors whose statements are planned once."""

    cursor = staticmethod(planned_cursor)

    def __getattr__(self, name: str) -> Any:
        return getattr(connection, name)


_PLANNING = _Planning()


def _spelled_out(sql: str, named: Iterable[tuple[Any, str]]) -> str:
    """The SQL with all that stays the same in it as words.

    A partial index is used only where its condition is known when the plan is made.
    """
    connection.ensure_connection()
    postgres: Any = connection.ops
    values = iter(named)

    def spelled(place: re.Match[str]) -> str:
        if place[0] == "%%":
            return "%%"
        param, name = next(values)
        if name:
            return "%s"
        words: str = postgres.compose_sql("%s", [param])
        return words.replace("%", "%%")

    return re.sub("%%|%s", spelled, sql)


def _stand_in(kind: _Kind, place: int) -> int | str | date:
    if kind is int:
        return _KEY - place
    if kind is str:
        return f"{_TEXT}{place}"
    moment = _MOMENT + timedelta(days=400 * place)
    return moment if kind is datetime else moment.date()


def _is_same(param: Any, stand_in: int | str | date) -> bool:
    # Keys come out as numbers that know the size of their column.
    same_kind = isinstance(param, int) or type(param) is type(stand_in)
    return bool(same_kind and param == stand_in)


def _like(param: Any, value: int | str | date) -> Any:
    return type(param)(value) if isinstance(value, int) else value
