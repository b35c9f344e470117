"""The database backend used while no database is known.

Commands that ask it nothing run as ever; the others learn what to do.
"""

from __future__ import annotations

from django.db import OperationalError


class StackAbsentError(OperationalError):
    """No DATABASE_URL was given and no stack runs on this data folder."""

    def __init__(self) -> None:
        super().__init__(
            "No database is running. Start `make run` first, or set DATABASE_URL."
        )
