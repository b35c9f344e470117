from __future__ import annotations

from interviews.models.advice_tick import AdviceTick
from interviews.models.follow_up import FollowUp
from interviews.models.interviewer import Interviewer
from interviews.models.round import Round
from interviews.models.session import Format, Session, Setting

__all__ = [
    "AdviceTick",
    "FollowUp",
    "Format",
    "Interviewer",
    "Round",
    "Session",
    "Setting",
]
