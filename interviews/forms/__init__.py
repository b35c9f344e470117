from __future__ import annotations

from interviews.forms.debrief import DebriefForm
from interviews.forms.invite import InviteForm
from interviews.forms.people import PersonForm
from interviews.forms.round import RoundForm
from interviews.forms.signs import SignForm, SignKindForm
from interviews.forms.small import DraftForm, OutcomeForm, OwnItemForm

__all__ = [
    "DebriefForm",
    "DraftForm",
    "InviteForm",
    "OutcomeForm",
    "OwnItemForm",
    "PersonForm",
    "RoundForm",
    "SignForm",
    "SignKindForm",
]
