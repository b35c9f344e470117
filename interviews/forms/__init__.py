from __future__ import annotations

from interviews.forms.invite import InviteForm
from interviews.forms.people import PersonForm
from interviews.forms.round import RoundForm
from interviews.forms.small import DraftForm, NotesForm, OutcomeForm

__all__ = [
    "DraftForm",
    "InviteForm",
    "NotesForm",
    "OutcomeForm",
    "PersonForm",
    "RoundForm",
]
