"""Everything that writes a round, its people or its follow-ups.

Each action runs in one transaction, locks its application first, writes, and last
sends `application_changed` once; the follow-ups are brought in line by it.
"""

from __future__ import annotations

from interviews.actions.advice import hide, show_again, tick, untick
from interviews.actions.check_ins import NothingToAskError, add_check_in
from interviews.actions.debriefs import save_debrief
from interviews.actions.details import (
    Asked,
    Noted,
    Person,
    SessionDetails,
    SignDetails,
    TaskDetails,
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
    add_to_bring,
    remove_own_item,
    restore_own_item,
    tick_own_item,
    untick_own_item,
)
from interviews.actions.reviews import save_review
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
from interviews.actions.snoozing import snooze, snooze_all, unsnooze
from interviews.actions.tasks import (
    add_task,
    change_task,
    remove_task,
    restore_task,
    tick_task,
    untick_task,
)

__all__ = [
    "Asked",
    "LogClosed",
    "Noted",
    "NothingToAskError",
    "NumberTaken",
    "Person",
    "SessionDetails",
    "SignDetails",
    "TaskDetails",
    "add_check_in",
    "add_interviewer",
    "add_own_item",
    "add_round",
    "add_sign",
    "add_task",
    "add_to_bring",
    "cancel_round",
    "change_sign",
    "change_task",
    "clear_outcome",
    "edit_round",
    "hide",
    "log_invite",
    "mark_replied",
    "mark_sent",
    "record_outcome",
    "remove_own_item",
    "remove_sign",
    "remove_task",
    "reopen",
    "restore_own_item",
    "restore_round",
    "restore_sign",
    "restore_task",
    "save_debrief",
    "save_draft",
    "save_review",
    "show_again",
    "skip",
    "snooze",
    "snooze_all",
    "tick",
    "tick_own_item",
    "tick_task",
    "unmark_replied",
    "unsnooze",
    "untick",
    "untick_own_item",
    "untick_task",
]
