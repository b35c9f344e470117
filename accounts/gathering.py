"""Rows with all that hangs on them, in one query.

`prefetch_related` asks the database once for each relation, and a page that shows
twenty of them spends most of its time asking. `gather` reads the same lookups, asks
once, and leaves everything where `prefetch_related` would have put it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models.expressions import OrderBy

from accounts.planned import planned_cursor

_Rows = dict[Any, list[models.Model]]


@dataclass(frozen=True)
class _Branch:
    """One relation of the rows of `parent` (0: those given), read as number `number`."""

    number: int
    parent: int
    relation: Any
    # The parents know theirs already: nothing is read.
    is_known: bool = False

    @property
    def is_forward(self) -> bool:
        return bool(self.relation.concrete)

    @property
    def model(self) -> type[models.Model]:
        found: type[models.Model] = self.relation.related_model
        return found


def is_any_of(field: str, rows: models.QuerySet[Any]) -> models.Func:
    """Whether `field` is the key of one of the `rows`: `filter(is_any_of("round", …))`.

    As an array the database looks each of them up. As `IN (SELECT …)` it is free to
    begin at the other end, and does so where it takes the rows for many.
    """
    return models.Func(
        models.F(field),
        ArraySubquery(rows.order_by().values("pk")),
        template="(%(expressions)s))",
        arg_joiner=" = ANY (",
        output_field=models.BooleanField(),
    )


def gather(rows: Sequence[models.Model], *lookups: str) -> None:
    """Put the related rows of these lookups into the caches of `rows`, by one query.

    Lookups are written as for `prefetch_related`; each comes in the order of its model.
    What `select_related` has read already is not read again.
    """
    if not rows:
        return
    known = frozenset(path for lookup in lookups for path in _known_of(rows, lookup))
    plan = _plan(type(rows[0]), lookups, known)
    found: dict[int, _Rows] = {0: _by_key(rows)}
    for branch in plan.branches:
        if branch.is_known:
            found[branch.number] = _known(branch, found[branch.parent])
    answers = _ask(plan, found)
    for branch in plan.branches:
        if not branch.is_known:
            parents = found[branch.parent]
            found[branch.number] = _attach(branch, parents, answers[branch.number])


def rows_of(row: models.Model, relation: str) -> list[Any]:
    """All rows of a relation, as `list(row.relation.all())` gives them.

    For what a page asks fifty times: where they are read already, it needs no manager,
    and Django makes a new one for each.
    """
    held = row.__dict__.get("_prefetched_objects_cache", {}).get(relation)
    return list(getattr(row, relation).all() if held is None else held)


# --- what is read ------------------------------------------------------------------------


# Tables and columns are those of our models; what is asked for is always a parameter.
_KEYS = 'ARRAY(SELECT "{column}" FROM b{number})'
_PART = 'b{number} AS (SELECT * FROM "{table}" WHERE "{column}" = ANY({keys}))'
# Short, for what many branches share: psycopg remembers a statement of up to 4,096
# characters, and reads a longer one anew each time.
_HEAD = "(SELECT json_agg(t{order}) FROM b{number} t)"


@dataclass(frozen=True)
class _Plan:
    """`given`: for each placeholder of `sql`, whose keys it takes and of which field."""

    branches: tuple[_Branch, ...]
    sql: str
    given: tuple[tuple[int, str], ...]


@lru_cache(maxsize=100)
def _plan(
    model: type[models.Model], lookups: tuple[str, ...], known: frozenset[str]
) -> _Plan:
    branches = tuple(_branches(model, lookups, known))
    known_numbers = {0} | {b.number for b in branches if b.is_known}
    given, parts, heads = [], [], []
    for branch in branches:
        if branch.is_known:
            continue
        mine, theirs = _columns(branch)
        if branch.parent in known_numbers:
            keys = "%s"
            given.append((branch.parent, theirs.attname))
        else:
            keys = _KEYS.format(column=theirs.column, number=branch.parent)
        names = {"table": branch.model._meta.db_table, "column": mine.column}
        parts.append(_PART.format(number=branch.number, keys=keys, **names))
        # One row to each parent stands in no order.
        is_one = branch.is_forward or branch.relation.one_to_one
        order = "" if is_one else f" ORDER BY {_order(branch.model)}"
        heads.append(_HEAD.format(number=branch.number, order=order))
    sql = f"WITH {', '.join(parts)} SELECT {', '.join(heads)}" if parts else ""
    return _Plan(branches, sql, tuple(given))


def _branches(
    model: type[models.Model], lookups: Iterable[str], known: frozenset[str]
) -> Iterator[_Branch]:
    """Each relation once, parents before their children."""
    numbers: dict[str, _Branch] = {}
    for lookup in lookups:
        path, parent, at = "", 0, model
        for name in lookup.split("__"):
            path = f"{path}__{name}" if path else name
            if path not in numbers:
                relation = at._meta.get_field(name)
                number = len(numbers) + 1
                numbers[path] = _Branch(number, parent, relation, path in known)
                yield numbers[path]
            parent, at = numbers[path].number, numbers[path].model


def _columns(branch: _Branch) -> tuple[Any, Any]:
    """Of the related row and of its parent: the fields whose values are the same."""
    relation = branch.relation
    if branch.is_forward:
        return relation.target_field, relation
    return relation.field, relation.field.target_field


def _order(model: type[models.Model]) -> str:
    """As `Meta.ordering` has it: names, and F expressions with their nulls."""
    return ", ".join(_ordered(model, part) for part in model._meta.ordering or ["pk"])


def _ordered(model: type[models.Model], part: Any) -> str:
    descending = nulls = ""
    if isinstance(part, OrderBy):
        named: Any = part.expression
        name = str(named.name)
        descending = " DESC" if part.descending else ""
        nulls = " NULLS LAST" if part.nulls_last else ""
    else:
        name, descending = part.lstrip("-"), " DESC" if part[0] == "-" else ""
    field: Any = model._meta.pk if name == "pk" else model._meta.get_field(name)
    return f't."{field.column}"{descending}{nulls}'


def _ask(plan: _Plan, found: dict[int, _Rows]) -> dict[int, list[dict[str, Any]]]:
    if not plan.sql:
        return {}
    values = [
        list({getattr(row, name) for rows in found[number].values() for row in rows})
        for number, name in plan.given
    ]
    numbers = [branch.number for branch in plan.branches if not branch.is_known]
    with planned_cursor() as cursor:
        cursor.execute(plan.sql, values)
        return dict(zip(numbers, map(_loaded, cursor.fetchone()), strict=True))


def _loaded(rows: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(rows) if isinstance(rows, str) else rows
    return found or []


# --- where it is put -----------------------------------------------------------------------


def _attach(
    branch: _Branch, parents: _Rows, answers: Iterable[dict[str, Any]]
) -> _Rows:
    make = _maker(branch.model)
    rows = [make(answer) for answer in answers]
    if branch.is_forward:
        by_key = {row.pk: row for row in rows}
        for parent in _each(parents):
            key = getattr(parent, branch.relation.attname)
            branch.relation.set_cached_value(parent, by_key.get(key))
    else:
        _hang(branch.relation, parents, rows)
    return _by_key(rows)


def _hang(relation: Any, parents: _Rows, rows: Iterable[models.Model]) -> None:
    field = relation.field
    groups: dict[Any, list[models.Model]] = defaultdict(list)
    for row in rows:
        groups[getattr(row, field.attname)].append(row)
    everybody = relation.related_model._default_manager.get_queryset()
    for parent in _each(parents):
        own = groups.get(parent.pk, [])
        for row in own:
            field.set_cached_value(row, parent)
        if relation.one_to_one:
            relation.set_cached_value(parent, own[0] if own else None)
        else:
            _held(parent)[relation.get_accessor_name()] = _query(
                everybody, own, {field.name: parent}
            )


def _held(parent: Any) -> dict[str, Any]:
    held: dict[str, Any] = parent.__dict__.setdefault("_prefetched_objects_cache", {})
    return held


def _query(everybody: Any, rows: list[models.Model], own: dict[str, Any]) -> Any:
    """Those rows as a QuerySet; whoever filters it further asks for its own only."""
    held = everybody._chain()
    held._result_cache, held._prefetch_done = rows, True
    held._deferred_filter = (False, (), own)
    return held


def _known_of(rows: Sequence[Any], lookup: str) -> Iterator[str]:
    """The paths a lookup begins with that lead to rows already read."""
    path = ""
    for name in lookup.split("__"):
        relation = rows[0]._meta.get_field(name)
        if not relation.concrete or not all(relation.is_cached(row) for row in rows):
            return
        rows = [relation.get_cached_value(row) for row in rows]
        if None in rows:
            return
        path = f"{path}__{name}" if path else name
        yield path


def _known(branch: _Branch, parents: _Rows) -> _Rows:
    return _by_key([branch.relation.get_cached_value(row) for row in _each(parents)])


def _by_key(rows: Iterable[models.Model | None]) -> _Rows:
    found: _Rows = defaultdict(list)
    for row in rows:
        if row is not None:
            found[row.pk].append(row)
    return found


def _each(rows: _Rows) -> Iterator[models.Model]:
    return (row for same in rows.values() for row in same)


# What JSON has no word for comes as text.
_TEXT_IN_JSON = (models.DateField, models.TimeField, models.UUIDField)


@lru_cache(maxsize=100)
def _maker(model: type[models.Model]) -> Callable[[dict[str, Any]], models.Model]:
    """From a row in JSON to an instance, as if it had been read by itself."""
    fields: list[Any] = list(model._meta.concrete_fields)
    names = [field.attname for field in fields]
    columns = [str(field.column) for field in fields]
    in_words = [field for field in fields if isinstance(field, _TEXT_IN_JSON)]

    def make(row: dict[str, Any]) -> models.Model:
        for field in in_words:
            name = str(field.column)
            row[name] = field.to_python(row[name])
        return model.from_db("default", names, [row[column] for column in columns])

    return make
