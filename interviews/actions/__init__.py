"""Everything that writes a round, its people or its follow-ups.

Each action runs in one transaction, locks its application first, writes, and last
sends `application_changed` once; the follow-ups are brought in line by it.
"""

from __future__ import annotations

from interviews.actions.advice import hide, show_again, tick, untick
from interviews.actions.debriefs import save_debrief
from interviews.actions.details import (
    Asked,
    Noted,
    Person,
    SessionDetails,
    SignDetails,
)
from interviews.actions.follow_ups import mark_sent, reopen, save_draft, skip
from interviews.actions.invites import log_invite
from interviews.actions.outcomes import (
    clear_outcome,
    mark_replied,
    record_outcome,
    unmark_replied,
)
from interviews.actions.own_items import (
    add_own_item,
    remove_own_item,
    restore_own_item,
    tick_own_item,
    untick_own_item,
)
from interviews.actions.rounds import (
    NumberTaken,
    add_interviewer,
    add_round,
    cancel_round,
    edit_round,
    restore_round,
)
from interviews.actions.signs import (
    LogClosed,
    add_sign,
    change_sign,
    remove_sign,
    restore_sign,
)

__all__ = [
    "Asked",
    "LogClosed",
    "Noted",
    "NumberTaken",
    "Person",
    "SessionDetails",
    "SignDetails",
    "add_interviewer",
    "add_own_item",
    "add_round",
    "add_sign",
    "cancel_round",
    "change_sign",
    "clear_outcome",
    "edit_round",
    "hide",
    "log_invite",
    "mark_replied",
    "mark_sent",
    "record_outcome",
    "remove_own_item",
    "remove_sign",
    "reopen",
    "restore_own_item",
    "restore_round",
    "restore_sign",
    "save_debrief",
    "save_draft",
    "show_again",
    "skip",
    "tick",
    "tick_own_item",
    "unmark_replied",
    "untick",
    "untick_own_item",
]
