"""Which applications a list to pick one from offers."""

from __future__ import annotations

from collections.abc import Iterable

from applications.models import Application
from applications.models.application import ApplicationQuerySet

# Ours: nobody looks for one among more, and whoever has more finds it by its name.
MOST_OFFERED = 200


def lately_heard_of(rows: ApplicationQuerySet) -> list[Application]:
    """Those that something last happened with, or was noted of, with their companies."""
    latest = rows.select_related("company").order_by("-heard_at", "-pk")
    return list(latest[:MOST_OFFERED])


def by_name(applications: Iterable[Application]) -> list[Application]:
    """As they stand in a list: by company, then by role."""
    return sorted(applications, key=_name)


def _name(application: Application) -> tuple[str, str, int]:
    company, role = application.company.name, application.role
    return company.casefold(), role.casefold(), application.pk
