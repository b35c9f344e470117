"""Queries that are written once, and asked often.

Django writes the SQL of a query anew each time. For one with several joins and
conditions that takes longer than the database takes to answer, and what comes out is
the same but for a few values. `Prepared` writes it once in each process, with values
that stand for those to come, and afterwards only puts the real ones in their places.
The database plans it once, too (`accounts.planned`).
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from types import SimpleNamespace
from typing import Any, Generic, TypeVar

from django.db import connection, models
from django.db.models.query import ModelIterable

from accounts.planned import planned_cursor

M = TypeVar("M", bound=models.Model)

# What stands for a value to come; none of ours is like it: keys are positive, and
# nothing is kept of those days.
_KEY = -7_000_000_000
_NEAR = 1_000_000
_MOMENT = datetime(1200, 1, 1, tzinfo=UTC)
_LATEST = datetime(1300, 1, 1, tzinfo=UTC)


class Prepared(Generic[M]):
    """`Prepared(build, owner=int, now=datetime)(owner=…, now=…)`: a list of rows.

    `build` takes arguments of those names and gives the query. Each has to come out in
    its SQL as it went in: what is derived from one is an argument of its own. They are
    int, datetime or date, and never None. ValueError on the first call where that does
    not hold, or where the query fetches more beside it (`prefetch_related`, `values`);
    TypeError on a call that gives other names, or None.
    """

    def __init__(
        self, build: Callable[..., models.QuerySet[M]], **kinds: type[int] | type[date]
    ) -> None:
        self._build = build
        self._stand_ins = {
            name: _stand_in(kind, place)
            for place, (name, kind) in enumerate(kinds.items())
        }

    def __call__(self, **values: int | date) -> list[M]:
        self._check(values)
        written, sql, params = self._written
        given = tuple(
            _like(param, values[name]) if name else param for param, name in params
        )
        compiler = copy(written)
        compiler.connection = _PLANNING
        compiler.as_sql = lambda: (sql, given)
        query = SimpleNamespace(get_compiler=lambda using: compiler)
        asked: Any = SimpleNamespace(
            db=connection.alias, query=query, _known_related_objects={}
        )
        return list(ModelIterable(asked))

    def _check(self, values: dict[str, Any]) -> None:
        wrong = values.keys() ^ self._stand_ins.keys()
        wrong |= {name for name, value in values.items() if value is None}
        if wrong:
            raise TypeError(f"not as asked for: {', '.join(sorted(wrong))}")

    @cached_property
    def _written(self) -> tuple[Any, str, list[tuple[Any, str]]]:
        """What wrote it, the SQL, and its values: with a name where one stands for it."""
        rows: Any = self._build(**self._stand_ins)
        if rows._prefetch_related_lookups or rows._iterable_class is not ModelIterable:
            raise ValueError("what is fetched beside the query is not prepared")
        compiler = rows.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        named = [(param, self._name(param)) for param in params]
        missing = self._stand_ins.keys() - {name for _, name in named}
        if missing:
            raise ValueError(f"not in the query as given: {', '.join(sorted(missing))}")
        return compiler, sql, named

    def _name(self, param: Any) -> str:
        for name, stand_in in self._stand_ins.items():
            if _is_same(param, stand_in):
                return name
        is_moment = isinstance(param, date) and param.year <= _LATEST.year
        if is_moment or (isinstance(param, int) and param <= _KEY + _NEAR):
            raise ValueError(f"derived within the query: {param}")
        return ""


class _Planning:
    """The connection, with cursors whose statements are planned once."""

    cursor = staticmethod(planned_cursor)

    def __getattr__(self, name: str) -> Any:
        return getattr(connection, name)


_PLANNING = _Planning()


def _stand_in(kind: type[int] | type[date], place: int) -> int | date:
    if kind is int:
        return _KEY - place
    moment = _MOMENT + timedelta(days=400 * place)
    return moment if kind is datetime else moment.date()


def _is_same(param: Any, stand_in: int | date) -> bool:
    # Keys come out as numbers that know the size of their column.
    same_kind = isinstance(param, int) or type(param) is type(stand_in)
    return bool(same_kind and param == stand_in)


def _like(param: Any, value: int | date) -> Any:
    return type(param)(value) if isinstance(value, int) else value
