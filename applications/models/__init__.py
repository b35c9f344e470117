from __future__ import annotations

from applications.models.application import Application, Stage
from applications.models.company import Company
from applications.models.contact import Contact
from applications.models.note import Note
from applications.models.offer import Offer
from applications.models.research_note import ResearchNote
from applications.models.stage_change import StageChange

__all__ = [
    "Application",
    "Company",
    "Contact",
    "Note",
    "Offer",
    "ResearchNote",
    "Stage",
    "StageChange",
]
