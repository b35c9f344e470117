"""The words an advice record may use."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from guidance.situation import Phase


class Form(StrEnum):
    """What an advice is on screen."""

    CHECK = "check"  # something to do
    PROMPT = "prompt"  # something to think over or write down
    LOG = "log"  # something to record
    QUESTION = "question"  # one question of a bank
    SLOT = "slot"  # a part of a message
    FACT = "fact"
    WARNING = "warning"
    GAP = "gap"  # what no document covers

    @property
    def to_do(self) -> bool:
        """Whether it can be ticked."""
        return self not in (Form.FACT, Form.WARNING, Form.GAP)


class Kind(StrEnum):
    """What an advice is about; the order is the order of the folded groups."""

    MEANING = "meaning"
    FORMAT = "format"
    MATERIAL = "material"
    PEOPLE = "people"
    LOOK_BACK = "look_back"
    RESEARCH = "research"
    STORIES = "stories"
    PRACTICE = "practice"
    THEY_ASK = "they_ask"
    YOU_ASK = "you_ask"
    LOGISTICS = "logistics"
    CONDUCT = "conduct"
    CAPTURE = "capture"
    THANKS = "thanks"
    CHASE = "chase"
    WAIT = "wait"
    SIGNS = "signs"
    PAY = "pay"
    DECIDE = "decide"
    REPLY = "reply"
    REVIEW = "review"
    NOT_COVERED = "not_covered"

    @property
    def heading(self) -> str:
        return _HEADINGS[self]


_HEADINGS = {
    Kind.MEANING: "What it means",
    Kind.FORMAT: "What the format means",
    Kind.MATERIAL: "What to prepare and bring",
    Kind.PEOPLE: "Who you meet",
    Kind.LOOK_BACK: "Looking back",
    Kind.RESEARCH: "Research",
    Kind.STORIES: "Your stories",
    Kind.PRACTICE: "Practice",
    Kind.THEY_ASK: "What they may ask",
    Kind.YOU_ASK: "What you may ask",
    Kind.LOGISTICS: "The day itself",
    Kind.CONDUCT: "During the interview",
    Kind.CAPTURE: "While it is fresh",
    Kind.THANKS: "Thank-you notes",
    Kind.CHASE: "Asking where things stand",
    Kind.WAIT: "While you wait",
    Kind.SIGNS: "Signs, with caution",
    Kind.PAY: "Pay",
    Kind.DECIDE: "Deciding",
    Kind.REPLY: "Your reply",
    Kind.REVIEW: "What to take from it",
    Kind.NOT_COVERED: "Not covered by our sources",
}


class Origin(StrEnum):
    """Whether the documents say it. Shown where the citation stands."""

    SOURCE = "source"
    ADAPTED = "adapted"  # reworked for a case the document does not cover
    OURS = "ours"
    NOT_COVERED = "not_covered"  # no document says anything, and neither do we


class Priority(IntEnum):
    DECISIVE = 1
    USEFUL = 2
    BACKGROUND = 3


class LeadTime(IntEnum):
    """How long it takes to act on, in hours at least (ours)."""

    MINUTES = 0
    EVENING = 6
    DAYS = 48


PHASE_WORDS = {
    Phase.INVITED: "when you are invited",
    Phase.BEFORE: "before the round",
    Phase.ON_THE_DAY: "on the day",
    Phase.JUST_AFTER: "just after",
    Phase.WAITING: "while you wait",
    Phase.OFFER: "when there is an offer",
    Phase.NOT_SELECTED: "after a no",
    Phase.CLOSED: "once it is closed",
}
