"""Everything that writes a round, its people or its follow-ups.

Each action runs in one transaction, locks its application first, writes, and last
sends `application_changed` once; the follow-ups are brought in line by it.
"""

from __future__ import annotations

from interviews.actions.advice import tick, untick
from interviews.actions.details import Person, SessionDetails
from interviews.actions.follow_ups import mark_sent, reopen, save_draft, skip
from interviews.actions.invites import log_invite
from interviews.actions.outcomes import (
    clear_outcome,
    mark_replied,
    record_outcome,
    unmark_replied,
)
from interviews.actions.rounds import (
    NumberTaken,
    add_interviewer,
    add_round,
    cancel_round,
    edit_round,
    restore_round,
    save_notes,
)

__all__ = [
    "NumberTaken",
    "Person",
    "SessionDetails",
    "add_interviewer",
    "add_round",
    "cancel_round",
    "clear_outcome",
    "edit_round",
    "log_invite",
    "mark_replied",
    "mark_sent",
    "record_outcome",
    "reopen",
    "restore_round",
    "save_draft",
    "save_notes",
    "skip",
    "tick",
    "unmark_replied",
    "untick",
]
