"""The owner's stories as a bank: what they prove, what nothing proves yet, what fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guidance import library
from guidance.choose import of_kind
from guidance.situation import Situation
from guidance.vocabulary import Kind
from interviews.models import Round
from preparation.models import Proof, Question, Story

# Which advice of the library asks for a story that proves what.
PROVEN_BY: Mapping[str, tuple[Proof, ...]] = {
    "story-achievement": (Proof.ACHIEVEMENT,),
    "story-teamwork": (Proof.TEAMWORK,),
    "story-integrity": (Proof.INTEGRITY,),
    "story-grit": (Proof.GRIT,),
    "story-thinking": (Proof.THINKING,),
    "stories-trouble": (Proof.CONFLICT, Proof.FAILURE),
    "story-influence": (Proof.INFLUENCE,),
    "story-leading": (Proof.LEADERSHIP,),
    "story-workload": (Proof.WORKLOAD,),
    "story-initiative": (Proof.INITIATIVE,),
    "story-values": (Proof.VALUE,),
}


@dataclass(frozen=True)
class Shelf:
    """One thing to prove, and how many stories prove it."""

    proof: Proof
    count: int


@dataclass(frozen=True)
class Bank:
    """Stories, counted by what they prove."""

    stories: list[Story]

    @property
    def shelves(self) -> list[Shelf]:
        """What is proven, in the order of the tags."""
        return [shelf for shelf in self._shelves if shelf.count]

    @property
    def gaps(self) -> list[Proof]:
        """What no story proves yet."""
        return [shelf.proof for shelf in self._shelves if not shelf.count]

    @property
    def _shelves(self) -> list[Shelf]:
        return [Shelf(p, sum(p in s.proves for s in self.stories)) for p in Proof]


def ready_before(round_: Round) -> dict[int, int]:
    """The stories made ready for earlier rounds there: the latest round, by story."""
    earlier = {other.pk: other.number for other in round_.earlier}
    rows = Question.objects.filter(round__in=earlier).exclude(story=None)
    used = sorted((earlier[row.round_id], row.story_id) for row in rows)
    return {story: number for number, story in used if story}


def wanted(before: Situation) -> frozenset[Proof]:
    """What the advice before a round (`situation_before`) asks to have a story for."""
    entries = of_kind(library.load(), before, Kind.STORIES)
    return frozenset(p for entry in entries for p in PROVEN_BY.get(entry.id, ()))


def fitting(stories: Iterable[Story], round_: Round, before: Situation) -> list[Story]:
    """The stories that prove something wanted `before` this round.

    A value counts only where it is this company's, or nobody's in particular.
    """
    proofs = wanted(before)
    here = {None, round_.application.company_id}
    return [
        story
        for story in stories
        if any(
            proof in proofs and (proof is not Proof.VALUE or story.company_id in here)
            for proof in story.proofs
        )
    ]
