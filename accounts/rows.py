"""Writing what is written with every edit, quickly.

Tables and columns are those of our models; the values travel apart from the statement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from django.db import DatabaseError, connection
from django.db.models import Model

from accounts.planned import planned_cursor

_M = TypeVar("_M", bound=Model)


def rewrite(rows: Sequence[_M], fields: Collection[str]) -> None:
    """Write these columns of rows that stand in the database, in one statement.

    As `bulk_update`, which makes an expression of each value and costs ten times as
    much. Call it with the rows locked, or what they hang on: of several, one that was
    deleted meanwhile would be made again; one alone is a DatabaseError. No signal of
    Django's is sent.
    """
    if len(rows) == 1:
        row: Any = rows[0]
        columns: Iterable[Any] = map(row._meta.get_field, fields)
        values = {column.name: getattr(row, column.attname) for column in columns}
        if not set_columns(type(row), row.pk, values):
            raise DatabaseError(f"gone meanwhile: {row!r}")
    elif rows:
        type(rows[0])._default_manager.bulk_create(
            rows, update_conflicts=True, unique_fields=["pk"], update_fields=fields
        )


def set_columns(model: type[Model], pk: Any, values: Mapping[str, Any]) -> bool:
    """As `filter(pk=pk).update(**values)`, by a statement that is planned once.

    For what is written with every edit, and for plain values: no expressions. Returns
    whether there is such a row.
    """
    meta = model._meta
    fields: list[Any] = [*map(meta.get_field, values), meta.pk]
    pairs = zip(fields, [*values.values(), pk], strict=True)
    given = [field.get_db_prep_save(value, connection) for field, value in pairs]
    with planned_cursor() as cursor:
        cursor.execute(_update_of(model, tuple(values)), given)
        count: int = cursor.rowcount
    return count > 0


def add(row: _M) -> _M:
    """Write a row that is new, and give it its key, by a statement that is planned once.

    As `save()` of such a row, for what is written with every edit. No signal of
    Django's is sent.
    """
    columns = _columns(type(row), with_key=False)
    with planned_cursor() as cursor:
        cursor.execute(_insert_of(type(row)), _given(row, columns))
        (row.pk,) = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias
    return row


def put(row: Model, fields: Sequence[str]) -> None:
    """Write a row whose key is known, or these columns where it stands already.

    Planned once, as `add`.
    """
    columns = _columns(type(row), with_key=True)
    with planned_cursor() as cursor:
        cursor.execute(_upsert_of(type(row), tuple(fields)), _given(row, columns))


def _given(row: Model, columns: Iterable[Any]) -> list[Any]:
    return [
        column.get_db_prep_save(column.pre_save(row, add=True), connection)
        for column in columns
    ]


def _columns(model: type[Model], *, with_key: bool) -> list[Any]:
    """All that are written."""
    found: Iterable[Any] = model._meta.concrete_fields
    return [f for f in found if not f.generated and (with_key or not f.primary_key)]


@lru_cache(maxsize=100)
def _insert_of(model: type[Model], *, with_key: bool = False) -> str:
    meta: Any = model._meta
    columns = _columns(model, with_key=with_key)
    names = ", ".join(f'"{column.column}"' for column in columns)
    places = ", ".join(["%s"] * len(columns))
    into = f'INSERT INTO "{meta.db_table}" ({names}) VALUES ({places})'  # noqa: S608
    return into if with_key else f'{into} RETURNING "{meta.pk.column}"'


@lru_cache(maxsize=100)
def _upsert_of(model: type[Model], names: tuple[str, ...]) -> str:
    meta: Any = model._meta
    columns = [str(meta.get_field(name).column) for name in names]
    anew = ", ".join(f'"{column}" = EXCLUDED."{column}"' for column in columns)
    insert = _insert_of(model, with_key=True)
    return f'{insert} ON CONFLICT ("{meta.pk.column}") DO UPDATE SET {anew}'


@lru_cache(maxsize=100)
def _update_of(model: type[Model], names: tuple[str, ...]) -> str:
    meta = model._meta
    fields: list[Any] = [*map(meta.get_field, names), meta.pk]
    *columns, key = [f'"{field.column}" = %s' for field in fields]
    return f'UPDATE "{meta.db_table}" SET {", ".join(columns)} WHERE {key}'  # noqa: S608
