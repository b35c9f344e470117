"""Rounds as people have them: what is on top, what must not appear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, product

import pytest

from guidance.choose import choose
from guidance.library import Form, load
from guidance.situation import (
    Format,
    InterviewerKind,
    Material,
    PayRaised,
    Phase,
    RoleType,
    Seniority,
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
        top="pay-raised",
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
        Situation(phase=Phase.WAITING, number=2, promised=True, thank_yous_owed=1),
        top="thank-still",
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


def rounds_of_all_sorts() -> Iterator[Situation]:
    """Enough different rounds that every advice should fit one of them."""
    settings = [frozenset(s) for n in (0, 1, 2) for s in combinations(Setting, n)]
    for phase, number, known, where in product(
        Phase, (1, 2, 3), (True, False), settings
    ):
        for log, days in product((True, False), (1, 4, 14)):
            yield Situation(
                phase=phase,
                number=number,
                settings=where,
                formats=frozenset(Format) if known else frozenset(),
                materials=frozenset(Material) if known else frozenset(),
                interviewer_kinds=frozenset(InterviewerKind) if known else frozenset(),
                several_sessions=True,
                role_type=RoleType.TECHNICAL,
                seniority=Seniority.SENIOR,
                new_to_job_hunting=True,
                starts_known=known,
                length_known=known,
                minutes_until_start=days * DAY if phase is Phase.BEFORE else None,
                has_log=log,
                promised=known,
                overdue=log,
                thank_yous_owed=2,
                status_check_sent=days == 14,
                red_flags_noted=True,
                pay_raised=PayRaised.BY_THEM if known else PayRaised.NO,
            )


def test_every_advice_appears_in_some_round() -> None:
    """Conditions that exclude each other would hide an advice for good."""
    left = {advice.id for advice in load()}
    for situation in rounds_of_all_sorts():
        left -= {entry.id for entry in choose(load(), situation).entries}
        if not left:
            return
    assert not left


def test_questions_stay_folded() -> None:
    folded = choose(load(), LOOK).folded
    headings = {group.heading: group.count for group in folded}
    assert headings["What they may ask"] >= 2
    assert all(entry.form is not Form.QUESTION for entry in choose(load(), LOOK).open)
