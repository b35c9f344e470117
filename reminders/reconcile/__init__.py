"""Makes the reminder rows match the plan. Plans are derived, not managed.

Runs in the transaction of the edit (`receivers`) and, for whatever a bug, an
import or a crash left behind, in the background. What has left is never touched.
"""

from __future__ import annotations

from reminders.reconcile.checks import checked_since, just_checked, was_just_checked
from reminders.reconcile.line import (
    are_still_planned,
    bring_in_line,
    follow,
    reconcile_owner,
)
from reminders.reconcile.turn import reconcile_searches, reconcile_some

__all__ = [
    "are_still_planned",
    "bring_in_line",
    "checked_since",
    "follow",
    "just_checked",
    "reconcile_owner",
    "reconcile_searches",
    "reconcile_some",
    "was_just_checked",
]
