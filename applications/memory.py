"""What is remembered when the same company, or the same posting, comes again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from django.db.models import Q

from accounts.models import User
from applications.models import Application, Company, Stage
from applications.names import one_line

# Ours: the latest few; the page of the company has the rest.
MOST = 3

_ENDS = {
    Stage.SAVED: "Nothing was sent.",
    Stage.ACCEPTED: "You accepted their offer.",
    Stage.REJECTED: "They said no.",
    Stage.WITHDRAWN: "You withdrew.",
    Stage.NO_RESPONSE: "They did not answer.",
    Stage.OFFER: "They made an offer.",
}


@dataclass(frozen=True)
class Memory:
    """An earlier application, told in a sentence or two."""

    application: Application
    text: str


def remembered(
    owner: User,
    *,
    company: str,
    posting: str = "",
    now: datetime,
    besides: int | None = None,
) -> list[Memory]:
    """Earlier applications at the company, or for the posting, the latest first.

    The archive counts, the bin does not. `besides` is one that is left out. Two queries.
    """
    same = Q(company__in=_named(owner, company))
    if address := _address(posting):
        same |= Q(posting_url__icontains=address)
    rows = Application.objects.for_user(owner).filter(same)
    if besides is not None:
        rows = rows.exclude(pk=besides)
    found = rows.select_related("company").order_by("-created_at", "-pk")[:MOST]
    return [Memory(row, _told(row, owner, now)) for row in found]


def _named(owner: User, company: str) -> list[int]:
    name = one_line(company.replace("\0", ""))
    found = Company.objects.for_user(owner).named(name) if name else []
    return [row.pk for row in found]


def _address(posting: str) -> str:
    """Host and path: the same posting is passed on with another query, or none."""
    try:
        parts = urlsplit(posting.replace("\0", "").strip())
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    return f"{parts.netloc.removeprefix('www.')}{path}" if path else ""


def _told(row: Application, owner: User, now: datetime) -> str:
    """ "You talked to them in March, round 2, about Data analyst. They did not answer." """
    heard = row.heard_at if row.heard_at and row.heard_at <= now else row.created_at
    month = _month(
        heard.astimezone(owner.zone).date(), now.astimezone(owner.zone).date()
    )
    if row.round_number:
        begun = f"You talked to them in {month}, round {row.round_number}, about"
    elif row.stage == Stage.SAVED:
        begun = f"You saved a job of theirs in {month}:"
    else:
        begun = f"You applied to them in {month} for"
    return f"{begun} {row.role}. {_ENDS.get(Stage(row.stage), 'It is still open.')}"


def _month(day: date, today: date) -> str:
    return f"{day:%B}" if day.year == today.year else f"{day:%B %Y}"
