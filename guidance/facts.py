"""The names that conditions use for facts, and the words that explain them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from guidance.situation import (
    Format,
    InterviewerKind,
    Logged,
    Material,
    Outcome,
    PayRaised,
    RoleType,
    Seniority,
    Setting,
    Situation,
)


class Tie(IntEnum):
    """What ties an advice to this round; the lower, the earlier it is shown."""

    FORMAT = 0  # an announced format, or what they asked to prepare
    PERSON = 1  # the role of somebody who will be there
    LOG = 2  # what is written down about an earlier round
    GENERAL = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """One fact of a situation under the name it has in the content files."""

    name: str
    attribute: str
    type: type[StrEnum] | type[bool] | type[int]
    tie: Tie = Tie.GENERAL
    words: Mapping[object, str] = field(default_factory=dict)
    said: str = "{}"  # how a condition is put in words around its values
    nothing: str = "not known"  # being unknown, in words
    unknown: str = ""  # the reason when being unknown is the reason

    def read(self, situation: Situation) -> frozenset[object]:
        """The known values; empty means unknown."""
        value = getattr(situation, self.attribute)
        if isinstance(value, frozenset):
            return value
        return frozenset() if value is None else frozenset({value})


def _named(*facts: Fact) -> dict[str, Fact]:
    return {fact.name: fact for fact in facts}


def _yes_no(name: str, yes: str, no: str, tie: Tie = Tie.GENERAL) -> Fact:
    words: dict[object, str] = {True: yes, False: no}
    return Fact(name=name, attribute=name, type=bool, tie=tie, words=words)


FACTS: Mapping[str, Fact] = _named(
    Fact(name="round", attribute="number", type=int, said="in round {}"),
    Fact(
        name="format",
        attribute="formats",
        type=Format,
        tie=Tie.FORMAT,
        words={
            Format.ONE_TO_ONE: "one to one",
            Format.PANEL: "panel",
            Format.PRESENTATION: "a presentation was asked for",
            Format.WORK_SIMULATION: "work simulation",
            Format.CASE_STUDY: "case study",
            Format.PROBLEM_TASK: "a problem to solve",
            Format.SKILLS_TEST: "skills test",
            Format.MEAL: "a meal",
            Format.OFFICE_TOUR: "office tour",
        },
        said="form: {}",
        unknown="form not known yet",
    ),
    Fact(
        name="setting",
        attribute="settings",
        type=Setting,
        words={
            Setting.ON_SITE: "on site",
            Setting.VIDEO: "by video",
            Setting.PHONE: "by phone",
        },
        said="held {}",
    ),
    Fact(
        name="interviewer",
        attribute="interviewer_kinds",
        type=InterviewerKind,
        tie=Tie.PERSON,
        words={
            InterviewerKind.HR: "HR",
            InterviewerKind.HIRING_MANAGER: "hiring manager",
            InterviewerKind.EXECUTIVE: "executive",
            InterviewerKind.PEER: "future colleague",
            InterviewerKind.OTHER: "another person",
        },
        said="among those you meet: {}",
        unknown="their roles not known yet",
    ),
    Fact(
        name="people",
        attribute="interviewers",
        type=int,
        tie=Tie.PERSON,
        said="{} interviewers",
    ),
    _yes_no("several_sessions", "several meetings", "one meeting"),
    _yes_no(
        "to_prepare",
        "they asked you to prepare something",
        "nothing to prepare",
        Tie.FORMAT,
    ),
    Fact(
        name="material",
        attribute="materials",
        type=Material,
        tie=Tie.FORMAT,
        words={
            Material.PRESENTATION: "a presentation to prepare",
            Material.SAMPLES: "work samples asked for",
            Material.TEST: "a test to prepare for",
        },
        said="with {}",
    ),
    Fact(
        name="role",
        attribute="role_type",
        type=RoleType,
        words={
            RoleType.TECHNICAL: "technical role",
            RoleType.OTHER: "not a technical role",
        },
        said="for a {}",
    ),
    Fact(
        name="seniority",
        attribute="seniority",
        type=Seniority,
        words={
            Seniority.JUNIOR: "junior post",
            Seniority.MID: "mid-level post",
            Seniority.SENIOR: "senior post",
            Seniority.LEADERSHIP: "leading post",
        },
        said="for a {}",
    ),
    # Tied to what is known of the owner: the answer they need comes first.
    _yes_no(
        "new_to_job_hunting",
        "new to job hunting",
        "not new to job hunting",
        Tie.LOG,
    ),
    _yes_no("starts_known", "the date is set", "no date yet"),
    Fact(
        name="length_known",
        attribute="length_known",
        type=bool,
        words={True: "the length is known", False: "length not known"},
        unknown="length not known",
    ),
    Fact(
        name="time_left",
        attribute="minutes_until_start",
        type=int,
        said="{} left",
        nothing="the time left is not known",
    ),
    Fact(
        name="has_log",
        attribute="has_log",
        type=bool,
        tie=Tie.LOG,
        words={True: "your earlier notes", False: "no notes on the round before"},
        unknown="no notes on the round before",
    ),
    Fact(
        name="log",
        attribute="log",
        type=Logged,
        tie=Tie.LOG,
        words={
            Logged.QUESTIONS: "the questions you noted",
            Logged.ANSWERS: "the answers you noted",
            Logged.HINTS: "the hints you noted",
            Logged.UNSAID: "what you left unsaid",
            Logged.ASKED: "the questions you asked",
            Logged.RESEARCH: "your research notes",
        },
        said="with {}",
        nothing="what they hold is not known",
    ),
    _yes_no("has_debrief", "this round is written down", "not written down yet"),
    _yes_no("promised", "they named a date", "they named no date"),
    _yes_no("overdue", "the answer is overdue", "the answer is not due yet"),
    _yes_no("replied", "they have answered", "they have not answered"),
    Fact(
        name="thank_yous_owed",
        attribute="thank_yous_owed",
        type=int,
        said="{} thank-you notes owed",
    ),
    Fact(
        name="thank_yous_sent",
        attribute="thank_yous_sent",
        type=int,
        said="{} thank-you notes sent",
    ),
    _yes_no("status_check_sent", "you have asked", "you have not asked yet"),
    _yes_no("feedback_asked", "you asked for feedback", "no feedback asked for yet"),
    _yes_no(
        "red_flags_noted",
        "you noted warning signs",
        "no warning signs noted",
        Tie.LOG,
    ),
    Fact(
        name="pay_raised",
        attribute="pay_raised",
        type=PayRaised,
        tie=Tie.LOG,
        words={
            PayRaised.NO: "pay has not come up",
            PayRaised.BY_THEM: "they brought up pay",
            PayRaised.BY_YOU: "you brought up pay",
        },
    ),
    Fact(
        name="outcome",
        attribute="outcome",
        type=Outcome,
        words={
            Outcome.NEXT_ROUND: "another round",
            Outcome.OFFER: "an offer",
            Outcome.NO: "a no",
            Outcome.WITHDRAWN: "withdrawn",
        },
        said="what came of it is {}",
    ),
)
