"""Everything that writes what the owner prepares.

Stories belong to the owner and to no application: nothing is planned from them, so
nobody is told. Questions belong to a round; each action sends `application_changed`.
"""

from __future__ import annotations

from preparation.actions.questions import (
    SameQuestionError,
    Wanted,
    choose_questions,
    edit_question,
    has_twin,
    mark_asked,
    mark_practised,
    remove_question,
)
from preparation.actions.stories import add_story, delete_story, edit_story

__all__ = [
    "SameQuestionError",
    "Wanted",
    "add_story",
    "choose_questions",
    "delete_story",
    "edit_question",
    "edit_story",
    "has_twin",
    "mark_asked",
    "mark_practised",
    "remove_question",
]
