"""Twelve rounds: what is on top, what may appear, what must not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from guidance.choose import choose
from guidance.library import Kind, load
from guidance.situation import (
    Format,
    InterviewerKind,
    Logged,
    Material,
    Outcome,
    PayRaised,
    Phase,
    Seniority,
    Setting,
    Situation,
)

DAY = 24 * 60
ALWAYS = {Kind.NOT_COVERED}
MEANING = {Kind.MEANING, Kind.FORMAT, Kind.PEOPLE, Kind.CONDUCT}
PREPARING = MEANING - {Kind.CONDUCT} | {
    *(Kind.RESEARCH, Kind.STORIES, Kind.PRACTICE, Kind.THEY_ASK, Kind.YOU_ASK),
    *(Kind.LOGISTICS, Kind.MATERIAL, Kind.PAY, Kind.CONDUCT),
}
ON_THE_DAY = {
    *(Kind.CONDUCT, Kind.YOU_ASK, Kind.PEOPLE, Kind.MATERIAL, Kind.FORMAT),
    *(Kind.LOGISTICS, Kind.PAY),
}


@dataclass(frozen=True)
class Case:
    name: str
    situation: Situation
    top: tuple[str, ...]  # the first to do, in this order
    shown: set[str]  # open or folded
    may: set[Kind]  # nothing of any other kind
    absent: set[str]


CASES = [
    Case(
        "invited, new to job hunting, nothing known",
        Situation(
            phase=Phase.INVITED, number=2, new_to_job_hunting=True, starts_known=False
        ),
        top=("ask-organiser",),
        shown={"invited-not-hired", "possible-formats", "length-range", "gap-asking"},
        may=MEANING,
        absent={"length-senior", "gap-later-round", "lookback-recall", "gap-travel"},
    ),
    Case(
        "invited to a third round for a senior post",
        Situation(
            phase=Phase.INVITED,
            number=3,
            starts_known=False,
            seniority=Seniority.SENIOR,
            new_to_job_hunting=False,
        ),
        top=("ask-organiser",),
        shown={"length-senior", "gap-later-round", "invited-serious"},
        may=MEANING,
        absent={"invited-not-hired"},
    ),
    Case(
        "a first round by phone with HR, five days ahead",
        Situation(
            phase=Phase.BEFORE,
            number=1,
            settings=frozenset({Setting.PHONE}),
            interviewer_kinds=frozenset({InterviewerKind.HR}),
            interviewers=1,
            has_log=False,
            minutes_until_start=5 * DAY,
        ),
        top=("own-questions", "rehearse-aloud"),
        shown={"hr-next", "papers-by-phone", "gap-phone", "research-gaps"},
        may=PREPARING,
        absent={
            *("research-company", "fit-and-skill", "asked-drive", "lookback-recall"),
            *("papers-on-site", "papers-on-screen", "gap-clothes", "possible-formats"),
            *("own-questions-new", "executive-looks", "several-angles"),
        },
    ),
    Case(
        "a day on site: panel, meal and tour, pay came up",
        Situation(
            phase=Phase.BEFORE,
            number=2,
            settings=frozenset({Setting.ON_SITE}),
            formats=frozenset({Format.PANEL, Format.MEAL, Format.OFFICE_TOUR}),
            sessions=3,
            interviewers=6,
            interviewer_kinds=frozenset(
                {
                    InterviewerKind.PEER,
                    InterviewerKind.EXECUTIVE,
                    InterviewerKind.HIRING_MANAGER,
                }
            ),
            has_log=True,
            log=frozenset({Logged.QUESTIONS}),
            length_known=True,
            minutes_until_start=9 * DAY,
            pay_raised=PayRaised.BY_THEM,
        ),
        top=("panel-angles",),
        shown={
            *("executive-question", "meal-or-tour", "papers-on-site", "gap-meal"),
            *("long-visit", "peer-weight", "manager-expects", "research-company"),
            *("lookback-lengthen", "pay-raised", "gap-travel", "asked-conflict"),
        },
        may=PREPARING | {Kind.LOOK_BACK},
        absent={
            *("lookback-hints", "lookback-research", "pay-wait", "task-purpose"),
            *("length-range", "possible-people", "hr-next", "gap-video", "rest"),
        },
    ),
    Case(
        "work samples for a video call tomorrow",
        Situation(
            phase=Phase.BEFORE,
            number=2,
            settings=frozenset({Setting.VIDEO}),
            materials=frozenset({Material.SAMPLES}),
            formats=frozenset({Format.ONE_TO_ONE}),
            interviewer_kinds=frozenset({InterviewerKind.HIRING_MANAGER}),
            interviewers=1,
            log=frozenset({Logged.HINTS, Logged.UNSAID}),
            length_known=True,
            minutes_until_start=30 * 60,
        ),
        top=("prepare-asked", "samples-choose", "manager-expects", "lookback-hints"),
        shown={"papers-on-screen", "rest", "gap-task-size", "lookback-unsaid"},
        may=PREPARING | {Kind.LOOK_BACK},
        absent={
            *("research-company", "research-gaps", "lookback-lengthen", "gap-phone"),
            *("presentation-aloud", "test-practise", "papers-on-site", "panel-angles"),
            *("ask-organiser", "lookback-recall", "several-angles"),
        },
    ),
    Case(
        "an executive in four hours, third round",
        Situation(
            phase=Phase.BEFORE,
            number=3,
            settings=frozenset({Setting.ON_SITE}),
            formats=frozenset({Format.ONE_TO_ONE}),
            interviewer_kinds=frozenset({InterviewerKind.EXECUTIVE}),
            interviewers=1,
            has_log=True,
            length_known=True,
            minutes_until_start=4 * 60,
        ),
        top=("executive-question",),
        shown={"executive-register", "own-questions", "papers-on-site"},
        may=PREPARING | {Kind.LOOK_BACK},
        absent={
            *("rehearse-aloud", "stories-star", "research-role", "research-gaps"),
            *("rest", "peer-work", "manager-expects"),
        },
    ),
    Case(
        "a case study by video, about to begin",
        Situation(
            phase=Phase.ON_THE_DAY,
            number=2,
            settings=frozenset({Setting.VIDEO}),
            formats=frozenset({Format.CASE_STUDY}),
            interviewers=2,
            interviewer_kinds=frozenset({InterviewerKind.PEER, InterviewerKind.HR}),
            minutes_until_start=20,
        ),
        top=("task-think-aloud", "same-warmth"),
        shown={"task-calm", "day-next-steps", "peer-listen", "hr-next", "day-avoid"},
        may=ON_THE_DAY,
        absent={"task-practise", "rehearse-aloud", "executive-register", "test-calm"},
    ),
    Case(
        "just after a talk with one future colleague",
        Situation(
            phase=Phase.JUST_AFTER,
            number=2,
            interviewers=1,
            interviewer_kinds=frozenset({InterviewerKind.PEER}),
            thank_yous_owed=1,
            has_debrief=False,
        ),
        top=("thank-each", "capture-fresh"),
        shown={"capture-flags", "thank-again", "steady", "sign-log"},
        may={Kind.THANKS, Kind.CAPTURE, Kind.WAIT, Kind.SIGNS},
        absent={"thank-pass-on", "thank-chance", "keep-applying", "sign-senior"},
    ),
    Case(
        "waiting, an answer promised in three days",
        Situation(
            phase=Phase.WAITING, number=2, days_until_promised=3, thank_yous_owed=0
        ),
        top=("keep-applying",),
        shown={"wait-for-date", "patience", "signs-caution"},
        may={Kind.WAIT, Kind.SIGNS},
        absent={"about-a-week", "ask-once", "thank-still", "asked-move-on"},
    ),
    Case(
        "nine days without a word, no date promised",
        Situation(number=2, promised=False, days_since_end=9, thank_yous_owed=0),
        top=("ask-once", "keep-applying"),
        shown={"ask-strengths", "gap-silence"},
        may={Kind.WAIT, Kind.SIGNS, Kind.CHASE},
        absent={"about-a-week", "wait-for-date", "ask-date", "patience"},
    ),
    Case(
        "an offer after three rounds, with warning signs noted",
        Situation(outcome=Outcome.OFFER, number=3, red_flags_noted=True, overdue=True),
        top=("offer-flags", "offer-fit"),
        shown={"offer-pay", "offer-sources-end", "gap-offer", "gap-deadlines"},
        may={Kind.PAY, Kind.DECIDE},
        absent={"pay-wait", "keep-applying", "signs-caution", "no-thank", "ask-once"},
    ),
    Case(
        "a no, feedback already asked for",
        Situation(outcome=Outcome.NO, number=2, feedback_asked=True, thank_yous_owed=2),
        top=("no-door-open",),
        shown={"no-review", "no-change", "no-practice", "no-keep-looking"},
        may={Kind.REPLY, Kind.REVIEW},
        absent={"no-thank", "no-reply-feedback", "thank-each", "keep-applying"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_advice_fits(case: Case) -> None:
    chosen = choose(load(), case.situation)
    to_do = [entry.id for entry in chosen.to_do]
    shown = {entry.id for entry in chosen.entries}
    assert to_do[: len(case.top)] == list(case.top)
    assert case.shown <= shown
    assert not case.absent & shown
    assert {entry.advice.kind for entry in chosen.entries} <= case.may | ALWAYS


def test_what_is_asked_before_parting_lies_open_however_many_teammates_come() -> None:
    (case,) = (c for c in CASES if c.name.startswith("a case study"))
    assert "day-next-steps" in {e.id for e in choose(load(), case.situation).open}


def test_one_person_gets_one_note() -> None:
    (case,) = (c for c in CASES if c.name.startswith("just after"))
    texts = {e.id: e.text for e in choose(load(), case.situation).entries}
    assert texts["thank-each"].startswith("Send the person you met")


def test_there_are_twelve() -> None:
    assert len(CASES) == 12
