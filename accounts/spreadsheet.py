"""Rows as a file that spreadsheets open without running anything in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
# Lets spreadsheets know that it is UTF-8.
_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def harmless(cells: Iterable[Any]) -> list[str]:
    """Cells as text; what would be a formula is led by an apostrophe."""
    texts = ["" if cell is None else str(cell) for cell in cells]
    return [f"'{text}" if text.startswith(_FORMULA) else text for text in texts]


def csv_text(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """One line for each row below a header, RFC 4180, marked as UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(map(harmless, rows))
    return _MARK + out.getvalue()


def csv_download(
    name: str, columns: Iterable[str], rows: Iterable[Iterable[Any]]
) -> HttpResponse:
    """The rows as a download called `name`.csv."""
    return HttpResponse(
        csv_text(columns, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
