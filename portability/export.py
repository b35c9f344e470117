"""Everything one owner has, as one zip: account.json, applications.csv, mails/."""

from __future__ import annotations

import base64
import json
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import IO, Any
from uuid import UUID

from django.db import connection, models, transaction

from accounts.models import User
from accounts.spreadsheet import csv_text
from applications.models import Application
from portability.tables import ACCOUNT_FIELDS, TABLES, Table
from reminders.models import Message

FORMAT = "callback account"
# Raised when an older Callback could no longer read the file.
VERSION = 1
JSON_NAME, CSV_NAME = "account.json", "applications.csv"


def write_zip(owner: User, file: IO[bytes], *, now: datetime) -> None:
    """Write everything the owner has into `file`, as it stands at one moment."""
    with transaction.atomic():
        _see_one_moment()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            text = json.dumps(document(owner, now=now), ensure_ascii=False, indent=1)
            archive.writestr(JSON_NAME, text)
            archive.writestr(CSV_NAME, applications_csv(owner))
            for name, mime in _mails(owner):
                archive.writestr(f"mails/{name}", mime)


def _see_one_moment() -> None:
    """All tables as of the first query, whatever is edited meanwhile.

    Only the first statement of a transaction may say so; inside another transaction
    (tests) its own view counts.
    """
    if len(connection.savepoint_ids) == 0:
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def document(owner: User, *, now: datetime) -> dict[str, Any]:
    """The account as plain values. Moments are ISO 8601 in UTC."""
    account = {name: _plain(getattr(owner, name)) for name in ACCOUNT_FIELDS}
    tables = {table.name: [*_rows(table, owner)] for table in TABLES}
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": now.isoformat(),
        "account": account,
        **tables,
    }


def _rows(table: Table, owner: User) -> Iterator[dict[str, Any]]:
    for row in table.rows(owner).iterator(chunk_size=1000):
        yield {
            "id": _plain(row.pk),
            **{field.name: _plain(_value(row, field)) for field in table.fields},
        }


def _value(row: models.Model, field: models.Field[Any, Any]) -> Any:
    return getattr(row, field.attname)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    return str(value) if isinstance(value, UUID | Decimal) else value


def _mails(owner: User) -> Iterator[tuple[str, bytes]]:
    written = Message.objects.for_user(owner).exclude(mime=b"").order_by("created_at")
    for message in written.iterator(chunk_size=100):
        name = f"{message.created_at:%Y%m%dT%H%M%S}-{message.pk.hex}.eml"
        yield name, bytes(message.mime)


# --- applications as a table for spreadsheets --------------------------------

_COLUMNS = {
    "company": "company",
    "role": "role",
    "stage": "stage",
    "applied on": "applied_on",
    "location": "location",
    "work mode": "work_mode",
    "pay from": "pay_from",
    "pay to": "pay_to",
    "currency": "pay_currency",
    "source": "source",
    "posting": "posting_url",
    "role type": "role_type",
    "seniority": "seniority",
    "archived at": "archived_at",
    "created at": "created_at",
    "rounds": "round_count",
    "sample": "is_sample",
}


def applications_csv(owner: User) -> str:
    """The applications, one a line, RFC 4180, with a header."""
    rows = (
        Application.objects.for_user(owner)
        .select_related("company")
        .annotate(round_count=models.Count("rounds"))
        .order_by("created_at", "pk")
    )
    cells = ([getattr(row, name) for name in _COLUMNS.values()] for row in rows)
    return csv_text(_COLUMNS, cells)
