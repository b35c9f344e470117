"""The names that conditions use for facts, and the words that explain them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from guidance.situation import (
    Format,
    InterviewerKind,
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
    Fact(name="round", attribute="number", type=int),
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
        unknown="people not known yet",
    ),
    Fact(name="people", attribute="interviewers", type=int, tie=Tie.PERSON),
    _yes_no("several_sessions", "several meetings", "one meeting"),
    _yes_no(
        "to_prepare",
        "they asked you to prepare something",
        "nothing to prepare",
        Tie.FORMAT,
    ),
    Fact(
        name="role",
        attribute="role_type",
        type=RoleType,
        words={
            RoleType.TECHNICAL: "technical role",
            RoleType.OTHER: "not a technical role",
        },
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
    ),
    _yes_no("new_to_job_hunting", "new to job hunting", "not new to job hunting"),
    _yes_no("starts_known", "the date is set", "no date yet"),
    _yes_no("length_known", "the length is known", "length not known"),
    Fact(name="time_left", attribute="minutes_until_start", type=int),
    _yes_no("has_log", "your earlier notes", "no notes on the round before", Tie.LOG),
    _yes_no("has_debrief", "this round is written down", "not written down yet"),
    _yes_no("promised", "they named a date", "they named no date"),
    _yes_no("overdue", "the answer is overdue", "the answer is not due yet"),
    Fact(name="thank_yous_owed", attribute="thank_yous_owed", type=int),
    Fact(name="thank_yous_sent", attribute="thank_yous_sent", type=int),
    _yes_no("status_check_sent", "you have asked", "you have not asked yet"),
    Fact(
        name="pay_raised",
        attribute="pay_raised",
        type=PayRaised,
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
    ),
)
