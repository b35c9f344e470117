from __future__ import annotations

from interviews.forms.answers import CheckInForm, ReviewForm
from interviews.forms.debrief import DebriefForm
from interviews.forms.invite import InviteForm
from interviews.forms.people import PersonForm
from interviews.forms.round import RoundForm
from interviews.forms.signs import SignForm, SignKindForm
from interviews.forms.small import DraftForm, OutcomeForm, OwnItemForm
from interviews.forms.snooze import SnoozeForm
from interviews.forms.tasks import TaskForm, ToBringForm

__all__ = [
    "CheckInForm",
    "DebriefForm",
    "DraftForm",
    "InviteForm",
    "OutcomeForm",
    "OwnItemForm",
    "PersonForm",
    "ReviewForm",
    "RoundForm",
    "SignForm",
    "SignKindForm",
    "SnoozeForm",
    "TaskForm",
    "ToBringForm",
]
