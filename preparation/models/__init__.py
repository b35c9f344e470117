from __future__ import annotations

from preparation.models.question import Question
from preparation.models.story import Proof, Story

__all__ = ["Proof", "Question", "Story"]
