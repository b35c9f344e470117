from __future__ import annotations

from applications.models.application import Application, Stage, of_owner
from applications.models.company import Company
from applications.models.contact import Contact
from applications.models.note import Note
from applications.models.offer import Offer
from applications.models.research_note import ResearchNote
from applications.models.saved_view import SavedView
from applications.models.stage_change import StageChange
from applications.models.undo import Undo

__all__ = [
    "Application",
    "Company",
    "Contact",
    "Note",
    "Offer",
    "ResearchNote",
    "SavedView",
    "Stage",
    "StageChange",
    "Undo",
    "of_owner",
]
