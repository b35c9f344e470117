from __future__ import annotations

from interviews.views.advice import advice_tick, not_for_me
from interviews.views.after_answers import check_in_add, review
from interviews.views.answers import outcome, replied, unreplied
from interviews.views.debriefs import debrief
from interviews.views.follow_ups import (
    follow_up,
    follow_up_reopen,
    follow_up_sent,
    follow_up_skip,
)
from interviews.views.invites import check_times, log_invite
from interviews.views.offers import offer, offer_answer, offer_edit, offers
from interviews.views.own_items import own_item, own_item_add
from interviews.views.reading import deed as invite_deed
from interviews.views.reading import draft as invite_draft
from interviews.views.reading import file as invite_file
from interviews.views.reading import original as invite_original
from interviews.views.reading import read as invite_read
from interviews.views.reading import share as invite_shared
from interviews.views.reading import typed as invite_typed
from interviews.views.rounds import (
    cancel,
    edit,
    interviewer_add,
    restore,
    round_page,
    round_print,
)
from interviews.views.signs import sign, sign_remove, signs
from interviews.views.snooze import follow_up_snooze, follow_up_unsnooze
from interviews.views.tasks import bring_add, task, task_edit, tasks

__all__ = [
    "advice_tick",
    "bring_add",
    "cancel",
    "check_in_add",
    "check_times",
    "debrief",
    "edit",
    "follow_up",
    "follow_up_reopen",
    "follow_up_sent",
    "follow_up_skip",
    "follow_up_snooze",
    "follow_up_unsnooze",
    "interviewer_add",
    "invite_deed",
    "invite_draft",
    "invite_file",
    "invite_original",
    "invite_read",
    "invite_shared",
    "invite_typed",
    "log_invite",
    "not_for_me",
    "offer",
    "offer_answer",
    "offer_edit",
    "offers",
    "outcome",
    "own_item",
    "own_item_add",
    "replied",
    "restore",
    "review",
    "round_page",
    "round_print",
    "sign",
    "sign_remove",
    "signs",
    "task",
    "task_edit",
    "tasks",
    "unreplied",
]
