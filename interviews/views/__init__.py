from __future__ import annotations

from interviews.views.advice import advice_tick
from interviews.views.answers import outcome, replied, unreplied
from interviews.views.follow_ups import (
    follow_up,
    follow_up_reopen,
    follow_up_sent,
    follow_up_skip,
)
from interviews.views.invites import check_times, log_invite
from interviews.views.rounds import (
    cancel,
    edit,
    interviewer_add,
    notes,
    restore,
    round_page,
)

__all__ = [
    "advice_tick",
    "cancel",
    "check_times",
    "edit",
    "follow_up",
    "follow_up_reopen",
    "follow_up_sent",
    "follow_up_skip",
    "interviewer_add",
    "log_invite",
    "notes",
    "outcome",
    "replied",
    "restore",
    "round_page",
    "unreplied",
]
