"""The table as a file for spreadsheets, written while it is sent."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import datetime

from accounts.models import User
from accounts.spreadsheet import harmless
from applications.table.columns import BY_NAME, FIELDS
from applications.table.rows import chosen, written
from applications.table.wishes import Wishes, in_order

# Lets spreadsheets know that it is UTF-8.
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


class _Line:
    """Takes what a csv writer writes and hands it on."""

    def write(self, text: str) -> str:
        return text


def lines(wishes: Wishes, owner: User, now: datetime) -> Iterator[str]:
    """What is shown, all pages of it: RFC 4180, with a header, UTF-8."""
    columns = [BY_NAME[name] for name in wishes.columns]
    writer = csv.writer(_Line())
    header = ["Company", "Role", *(column.label for column in columns)]
    yield _MARK + writer.writerow(header)
    rows = in_order(chosen(wishes, owner, now), wishes).values_list(*FIELDS)
    for row in written(rows.iterator(chunk_size=1000), owner, now):
        cells = [row["company__name"], row["role"], *(c.text(row) for c in columns)]
        yield writer.writerow(harmless(cells))
