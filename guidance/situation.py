"""The facts about a round that choose its advice.

Every fact may be unknown: `None`, or an empty set. An unknown fact never counts
as true, and never as false either.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """Where a round is. Overdue is a fact inside `WAITING`, not a phase."""

    INVITED = "invited"  # called back, no date yet
    BEFORE = "before"
    ON_THE_DAY = "on_the_day"  # about three hours before the start, to the end
    JUST_AFTER = "just_after"
    WAITING = "waiting"
    OFFER = "offer"
    NOT_SELECTED = "not_selected"
    CLOSED = "closed"  # next round granted, or withdrawn: no advice applies


class Setting(StrEnum):
    ON_SITE = "on_site"
    VIDEO = "video"
    PHONE = "phone"


class Format(StrEnum):
    ONE_TO_ONE = "one_to_one"
    PANEL = "panel"
    PRESENTATION = "presentation"
    WORK_SIMULATION = "work_simulation"
    CASE_STUDY = "case_study"
    PROBLEM_TASK = "problem_task"
    SKILLS_TEST = "skills_test"
    MEAL = "meal"
    OFFICE_TOUR = "office_tour"


class Material(StrEnum):
    """What they asked to have ready, by kind."""

    PRESENTATION = "presentation"
    SAMPLES = "samples"
    TEST = "test"


class InterviewerKind(StrEnum):
    HR = "hr"
    HIRING_MANAGER = "hiring_manager"
    EXECUTIVE = "executive"
    PEER = "peer"
    OTHER = "other"


class RoleType(StrEnum):
    TECHNICAL = "technical"
    OTHER = "other"


class Seniority(StrEnum):
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    LEADERSHIP = "leadership"


class Logged(StrEnum):
    """What the notes on earlier rounds hold."""

    QUESTIONS = "questions"  # what they asked
    ANSWERS = "answers"  # how it went
    HINTS = "hints"
    UNSAID = "unsaid"
    ASKED = "asked"  # what the owner asked
    RESEARCH = "research"


class PayRaised(StrEnum):
    """Who brought up pay, in this round or one before it."""

    NO = "no"
    BY_THEM = "by_them"
    BY_YOU = "by_you"


class Outcome(StrEnum):
    """What came of the round. No outcome yet is `None` in the situation."""

    NEXT_ROUND = "next_round"
    OFFER = "offer"
    NO = "no"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class Situation:
    """What is known about one round at one moment.

    Sets hold what was announced for any session of the round. Durations are whole
    minutes or whole days; `minutes_until_start` is negative once the round has begun,
    `days_until_promised` once that day has passed. What follows from other facts need
    not be given (`guidance.settle`).
    """

    phase: Phase | None = None
    number: int | None = None
    outcome: Outcome | None = None

    settings: frozenset[Setting] = frozenset()
    formats: frozenset[Format] = frozenset()
    sessions: int | None = None
    several_sessions: bool | None = None
    to_prepare: bool | None = None  # they asked for something: slides, samples, …
    materials: frozenset[Material] = frozenset()  # what that is, where known

    interviewer_kinds: frozenset[InterviewerKind] = frozenset()
    interviewers: int | None = None  # how many people are named
    # Words for the reason only ("because: vice president"); they choose nothing.
    titles: tuple[tuple[InterviewerKind, str], ...] = ()

    role_type: RoleType | None = None
    seniority: Seniority | None = None
    new_to_job_hunting: bool | None = None

    starts_known: bool | None = None
    length_known: bool | None = None
    minutes_until_start: int | None = None
    days_since_end: int | None = None

    has_log: bool | None = None  # an earlier round of this application is logged
    log: frozenset[Logged] = frozenset()  # what those notes hold, where known
    has_debrief: bool | None = None  # this round is written down
    promised: bool | None = None  # they named a date for their answer
    days_until_promised: int | None = None
    overdue: bool | None = None  # that date, else about a week, has passed
    replied: bool | None = None  # they answered, and nothing is decided yet
    thank_yous_owed: int | None = None
    thank_yous_sent: int | None = None
    status_check_sent: bool | None = None
    feedback_asked: bool | None = None  # after a no
    red_flags_noted: bool | None = None
    pay_raised: PayRaised | None = None
