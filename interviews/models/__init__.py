from __future__ import annotations

from interviews.models.advice_tick import AdviceTick
from interviews.models.debrief import AskedQuestion, Debrief, Topic
from interviews.models.follow_up import FollowUp
from interviews.models.interviewer import Interviewer
from interviews.models.not_for_me import NotForMe
from interviews.models.own_item import OwnItem
from interviews.models.round import Round
from interviews.models.session import Format, Session, Setting
from interviews.models.sign import Sign

__all__ = [
    "AdviceTick",
    "AskedQuestion",
    "Debrief",
    "FollowUp",
    "Format",
    "Interviewer",
    "NotForMe",
    "OwnItem",
    "Round",
    "Session",
    "Setting",
    "Sign",
    "Topic",
]
