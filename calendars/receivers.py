"""What raises the editions. Connected once, by the app's `ready()`.

Whatever brings the messages owed in line does: an edit, another zone or another wait
for an answer, an import, the background.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from calendars import editions
from interviews.dossiers import Dossier
from interviews.signals import brought_in_line


def connect() -> None:
    """Listen. The id makes a second call harmless."""
    brought_in_line.connect(_keep, dispatch_uid="calendars.editions")


def _keep(*, dossiers: Sequence[Dossier], now: datetime, **_: Any) -> None:
    editions.keep(dossiers, now=now)
