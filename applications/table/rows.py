"""Reading the rows: a fixed few queries, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.urls import reverse

from accounts.models import User
from accounts.templatetags.callback import icon
from applications import steps
from applications.addresses import addresses
from applications.cards import row_html
from applications.models import Stage
from applications.models.application import ApplicationQuerySet
from applications.table.columns import BY_NAME, FIELDS, Column, Reader, Row
from applications.table.wishes import Wishes, found, in_order

PER_PAGE = 50


@dataclass(frozen=True)
class Table:
    """A page of what was asked for."""

    page: Page[Any]
    columns: list[Column]
    # Of each stage that has any: how many fit, whatever stage was asked for.
    counts: dict[str, int]

    @property
    def count(self) -> int:
        return self.page.paginator.count


def table(wishes: Wishes, owner: User, *, page: str, now: datetime) -> Table:
    """One page of it; a page that is not there is the nearest."""
    fitting = found(wishes, owner, now)
    counts = counted(fitting)
    wanted = wishes.wanted["stage"]
    rows = fitting.filter(stage__in=wanted) if wanted else fitting
    listed = in_order(rows, wishes).values_list(*FIELDS)
    paginator = Paginator(listed, PER_PAGE)
    paginator.count = sum(counts.get(stage, 0) for stage in wanted or counts)
    shown = paginator.get_page(page)
    columns = [BY_NAME[name] for name in wishes.columns]
    rows_shown = list(written(shown.object_list, owner, now, links=True))
    edit, pencil = addresses("applications:row"), icon("pencil")
    here = reverse("applications:list", query=wishes.pairs())
    back = urlencode({"next": here})
    for row in rows_shown:
        row["edit_url"], row["pencil"] = f"{edit(row['pk'])}?{back}", pencil
        cells = [(column.label, column.cell(row)) for column in columns]
        row["html"] = row_html(row, cells)
    shown.object_list = rows_shown
    return Table(shown, columns, counts)


def counted(rows: ApplicationQuerySet) -> dict[str, int]:
    """How many at each stage."""
    # An ordering would join the GROUP BY and make every count one.
    grouped = rows.order_by().values_list("stage").annotate(count=Count("pk"))
    counts = dict(grouped)
    return {stage.value: counts[stage.value] for stage in Stage if stage in counts}


def chosen(wishes: Wishes, owner: User, now: datetime) -> ApplicationQuerySet:
    """All rows that were asked for, in no order."""
    rows = found(wishes, owner, now)
    wanted = wishes.wanted["stage"]
    return rows.filter(stage__in=wanted) if wanted else rows


def written(
    values: Iterable[tuple[Any, ...]],
    owner: User,
    now: datetime,
    *,
    links: bool = False,
) -> Iterator[Row]:
    """Rows with their words; with `links` to their pages, too."""
    reader = Reader(owner.zone, now)
    page, step_page = addresses("applications:detail"), steps.pages()
    for each in values:
        row = Row(each, reader)
        if links:
            row["url"] = page(row["pk"])
            row["step_url"] = step_page(row.step) if row.step else ""
        yield row
