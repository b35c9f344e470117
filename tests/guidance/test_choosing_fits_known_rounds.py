"""Rounds as people have them: what is on top, what must not appear."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from guidance.choose import choose
from guidance.library import Form, load
from guidance.situation import (
    Format,
    InterviewerKind,
    PayRaised,
    Phase,
    RoleType,
    Setting,
    Situation,
)

DAY = 24 * 60


@dataclass(frozen=True)
class Case:
    name: str
    situation: Situation
    top: str
    open: set[str] = field(default_factory=set)
    absent: set[str] = field(default_factory=set)


LOOK = Situation(
    phase=Phase.BEFORE,
    number=2,
    settings=frozenset({Setting.VIDEO}),
    formats=frozenset({Format.PANEL, Format.PRESENTATION}),
    interviewer_kinds=frozenset(
        {
            InterviewerKind.EXECUTIVE,
            InterviewerKind.HIRING_MANAGER,
            InterviewerKind.PEER,
        }
    ),
    interviewers=3,
    titles=((InterviewerKind.EXECUTIVE, "vice president"),),
    has_log=True,
    to_prepare=True,
    starts_known=True,
    length_known=True,
    minutes_until_start=DAY + 60,
)
CASES = [
    Case(
        "invited, nothing known",
        Situation(phase=Phase.INVITED, number=2, starts_known=False),
        top="ask-organiser",
        open={"invited-serious"},
        absent={"thank-each", "about-a-week", "research-company"},
    ),
    Case(
        "video panel with a presentation, an executive, notes on round one",
        LOOK,
        top="prepare-asked",
        open={
            "presentation-aloud",
            "panel-angles",
            "executive-question",
            "lookback-lengthen",
        },
        absent={"papers-on-site", "lookback-recall", "ask-organiser", "task-practise"},
    ),
    Case(
        "the same three hours and a half before the start",
        Situation(
            phase=Phase.BEFORE,
            number=2,
            formats=frozenset({Format.PRESENTATION}),
            to_prepare=True,
            minutes_until_start=210,
        ),
        top="prepare-asked",
        open={"own-questions"},
        absent={"research-company", "rehearse-aloud", "presentation-aloud"},
    ),
    Case(
        "a first round on site",
        Situation(
            phase=Phase.BEFORE,
            number=1,
            settings=frozenset({Setting.ON_SITE}),
            has_log=False,
        ),
        top="own-questions",
        absent={"lookback-recall", "fit-and-skill", "length-range", "asked-drive"},
    ),
    Case(
        "a second round whose first was not written down",
        Situation(phase=Phase.BEFORE, number=2, has_log=False),
        top="lookback-recall",
        absent={"lookback-lengthen", "lookback-unsaid"},
    ),
    Case(
        "a technical role with a test, two weeks ahead",
        Situation(
            phase=Phase.BEFORE,
            number=2,
            role_type=RoleType.TECHNICAL,
            formats=frozenset({Format.SKILLS_TEST}),
            minutes_until_start=14 * DAY,
        ),
        top="test-practise",
        open={"research-company"},
        absent={"research-gaps", "possible-formats", "panel-angles", "rest"},
    ),
    Case(
        "pay came up",
        Situation(phase=Phase.BEFORE, number=2, pay_raised=PayRaised.BY_THEM),
        top="own-questions",
        absent={"pay-wait"},
    ),
    Case(
        "on the day, meeting the team",
        Situation(
            phase=Phase.ON_THE_DAY,
            number=2,
            interviewers=2,
            interviewer_kinds=frozenset({InterviewerKind.PEER}),
        ),
        top="same-warmth",
        open={"peer-work", "day-next-steps", "day-avoid"},
        absent={"executive-register", "research-company", "thank-each"},
    ),
    Case(
        "just after, two notes owed",
        Situation(phase=Phase.JUST_AFTER, number=2, thank_yous_owed=2),
        top="thank-each",
        open={"thank-particular", "capture-fresh", "steady"},
        absent={"ask-once", "own-questions"},
    ),
    Case(
        "just after, all sent",
        Situation(phase=Phase.JUST_AFTER, number=2, thank_yous_owed=0),
        top="capture-fresh",
        absent={"thank-each", "thank-particular"},
    ),
    Case(
        "waiting for a promised date",
        Situation(phase=Phase.WAITING, number=2, promised=True, overdue=False),
        top="thank-each",
        open={"keep-applying", "wait-for-date"},
        absent={"about-a-week", "ask-once"},
    ),
    Case(
        "waiting without a date",
        Situation(phase=Phase.WAITING, number=2, promised=False, thank_yous_owed=0),
        top="keep-applying",
        open={"about-a-week", "signs-caution"},
        absent={"wait-for-date", "ask-once"},
    ),
    Case(
        "overdue",
        Situation(phase=Phase.WAITING, promised=True, overdue=True, thank_yous_owed=0),
        top="ask-once",
        absent={"wait-for-date", "about-a-week", "asked-move-on"},
    ),
    Case(
        "overdue, and asked",
        Situation(
            phase=Phase.WAITING,
            overdue=True,
            status_check_sent=True,
            thank_yous_owed=0,
        ),
        top="keep-applying",
        open={"asked-move-on"},
        absent={"ask-once", "about-a-week"},
    ),
    Case(
        "an offer",
        Situation(phase=Phase.OFFER, number=3, promised=True),
        top="offer-fit",
        open={"offer-pay", "offer-sources-end"},
        absent={"keep-applying", "signs-caution", "no-thank", "pay-wait"},
    ),
    Case(
        "a no",
        Situation(phase=Phase.NOT_SELECTED, number=2, thank_yous_owed=1),
        top="no-thank",
        open={"no-review", "no-practice"},
        absent={"thank-each", "offer-fit", "keep-applying"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_advice_fits_the_round(case: Case) -> None:
    chosen = choose(load(), case.situation)
    assert chosen.open[0].id == case.top
    assert case.open <= {entry.id for entry in chosen.open}
    assert not case.absent & {entry.id for entry in chosen.entries}


def test_the_reason_names_the_person_by_title_and_the_time_left() -> None:
    reasons = {e.id: e.reason for e in choose(load(), LOOK).open}
    assert reasons["executive-question"] == "vice president"
    assert reasons["presentation-aloud"] == "a presentation was asked for, one day left"
    assert reasons["own-questions"] == "before any second interview"


def test_every_advice_appears_in_some_round() -> None:
    """Conditions that exclude each other would hide an advice for good."""
    everybody = frozenset(InterviewerKind)
    shown: set[str] = set()
    for phase in Phase:
        for log in (True, False):
            for known in (True, False):
                situation = Situation(
                    phase=phase,
                    number=2,
                    formats=frozenset(Format) if known else frozenset(),
                    settings=frozenset(Setting),
                    interviewer_kinds=everybody if known else frozenset(),
                    interviewers=5,
                    role_type=RoleType.TECHNICAL,
                    new_to_job_hunting=True,
                    to_prepare=True,
                    starts_known=known,
                    length_known=known,
                    minutes_until_start=DAY if known else None,
                    has_log=log,
                    promised=log,
                    overdue=log is known,
                    status_check_sent=not known,
                    pay_raised=PayRaised.BY_THEM if known else PayRaised.NO,
                )
                shown |= {e.id for e in choose(load(), situation).entries}
    assert {advice.id for advice in load()} == shown


def test_questions_stay_folded() -> None:
    folded = choose(load(), LOOK).folded
    headings = {group.heading: group.count for group in folded}
    assert headings["What they may ask"] >= 2
    assert all(entry.form is not Form.QUESTION for entry in choose(load(), LOOK).open)
