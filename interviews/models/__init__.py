from __future__ import annotations

from interviews.models.advice_tick import AdviceTick
from interviews.models.debrief import AskedQuestion, Debrief, Topic
from interviews.models.follow_up import FollowUp
from interviews.models.interviewer import Interviewer
from interviews.models.invite import Invite
from interviews.models.not_for_me import NotForMe
from interviews.models.own_item import OwnItem
from interviews.models.review import Review
from interviews.models.round import Round
from interviews.models.session import Format, Session, Setting
from interviews.models.sign import Sign
from interviews.models.task import Task

__all__ = [
    "AdviceTick",
    "AskedQuestion",
    "Debrief",
    "FollowUp",
    "Format",
    "Interviewer",
    "Invite",
    "NotForMe",
    "OwnItem",
    "Review",
    "Round",
    "Session",
    "Setting",
    "Sign",
    "Task",
    "Topic",
]
