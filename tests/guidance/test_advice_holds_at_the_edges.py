"""Rounds off the beaten track, as a careful adviser would judge the list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guidance.choose import Chosen, choose
from guidance.library import Form, Kind, load
from guidance.situation import (
    Format,
    InterviewerKind,
    Logged,
    Material,
    Outcome,
    PayRaised,
    Phase,
    Setting,
    Situation,
)

HOUR = 60
DAY = 24 * HOUR

FULL_DAY = Situation(
    number=2,
    settings=frozenset({Setting.ON_SITE}),
    sessions=5,
    formats=frozenset(
        {
            *(Format.PANEL, Format.PRESENTATION, Format.MEAL),
            *(Format.OFFICE_TOUR, Format.SKILLS_TEST),
        }
    ),
    interviewer_kinds=frozenset(InterviewerKind) - {InterviewerKind.OTHER},
    interviewers=8,
    materials=frozenset({Material.PRESENTATION, Material.SAMPLES}),
    minutes_until_start=30 * HOUR,
    has_log=True,
)


def chosen(situation: Situation) -> Chosen:
    return choose(load(), situation)


def ids(situation: Situation) -> list[str]:
    return [entry.id for entry in chosen(situation).entries]


def opened(situation: Situation) -> list[str]:
    return [entry.id for entry in chosen(situation).open]


def test_what_they_asked_for_is_on_top_of_a_full_day() -> None:
    assert opened(FULL_DAY)[0] == "prepare-asked"


def test_many_formats_hide_neither_the_people_nor_the_general() -> None:
    facts = {entry.id for entry in chosen(FULL_DAY).facts}
    assert "executive-looks" in facts
    on_the_day = {
        entry.id for entry in chosen(replace(FULL_DAY, minutes_until_start=100)).facts
    }
    assert {"executive-looks", "day-avoid"} <= on_the_day


PLAIN = Situation(
    number=2,
    settings=frozenset({Setting.ON_SITE}),
    formats=frozenset({Format.ONE_TO_ONE}),
    interviewer_kinds=frozenset({InterviewerKind.EXECUTIVE}),
    interviewers=1,
    length_known=True,
    has_log=False,
    minutes_until_start=90,
)


@pytest.mark.parametrize("minutes", [90, 20 * HOUR])
def test_what_to_take_along_lies_open_shortly_before(minutes: int) -> None:
    assert "papers-on-site" in opened(replace(PLAIN, minutes_until_start=minutes))


def test_with_a_week_left_the_bag_can_wait() -> None:
    assert "papers-on-site" not in opened(replace(PLAIN, minutes_until_start=9 * DAY))


def test_nothing_is_packed_once_it_has_begun() -> None:
    begun = ids(replace(FULL_DAY, minutes_until_start=-20))
    assert not {"papers-on-site", "bring-asked", "picture-it"} & set(begun)


def test_what_they_asked_for_comes_along() -> None:
    assert "bring-asked" in opened(replace(FULL_DAY, minutes_until_start=100))
    test = replace(PLAIN, materials=frozenset({Material.TEST}))
    assert "bring-asked" not in ids(test)


def test_a_panel_of_an_hour_is_no_long_day() -> None:
    panel = replace(
        PLAIN, formats=frozenset({Format.PANEL}), interviewers=3, sessions=1
    )
    assert "keep-strength" not in ids(panel)
    assert "same-warmth" in opened(panel)


@pytest.mark.parametrize("minutes", [5 * DAY, 30 * HOUR])
def test_pay_that_they_raised_before_lies_open(minutes: int) -> None:
    raised = replace(
        FULL_DAY,
        formats=frozenset(),
        materials=frozenset(),
        pay_raised=PayRaised.BY_THEM,
        minutes_until_start=minutes,
    )
    assert "pay-raised" in opened(raised)


def test_what_troubled_them_is_told_as_part_of_their_notes() -> None:
    troubled = replace(
        PLAIN, minutes_until_start=5 * DAY, red_flags_noted=True, has_log=True
    )
    (flags,) = (e for e in chosen(troubled).entries if e.id == "flags-continue")
    assert flags.reason == "you noted warning signs"
    assert "flags-continue" in opened(troubled)


def test_who_has_answered_is_not_called_silent() -> None:
    replied = Situation(
        number=2, days_since_end=10, replied=True, thank_yous_owed=0, promised=False
    )
    assert not {"gap-silence", "ask-once", "ask-interest"} & set(ids(replied))
    assert "patience" in ids(replied)
    asked = replace(replied, replied=None, status_check_sent=True)
    assert "gap-silence" in ids(asked)


def test_whether_the_job_is_theirs_is_answered_unless_they_are_old_hands() -> None:
    invited = Situation(number=2, starts_known=False)
    assert "invited-not-hired" in ids(invited)
    new = replace(invited, new_to_job_hunting=True)
    assert chosen(new).facts[0].id == "invited-not-hired"
    assert "invited-not-hired" not in ids(replace(invited, new_to_job_hunting=False))


def test_an_invitation_is_enjoyed_first() -> None:
    assert chosen(Situation(number=2, starts_known=False)).facts[0].id == (
        "invited-credit"
    )


def test_the_organiser_is_asked_for_whatever_is_missing() -> None:
    dated = replace(PLAIN, minutes_until_start=5 * DAY)
    assert "ask-organiser" not in ids(dated)
    for unknown in (
        replace(dated, length_known=None),
        replace(dated, formats=frozenset()),
        replace(dated, interviewer_kinds=frozenset()),
        replace(dated, minutes_until_start=None, starts_known=False),
    ):
        assert "ask-organiser" in ids(unknown)


def test_three_people_of_unknown_roles_are_not_called_unknown() -> None:
    three = replace(
        PLAIN,
        interviewer_kinds=frozenset(),
        interviewers=3,
        minutes_until_start=5 * DAY,
    )
    (asked,) = (e for e in chosen(three).entries if e.id == "ask-organiser")
    assert asked.reason == "their roles not known yet"


@pytest.mark.parametrize("kind", [*InterviewerKind, None])
def test_no_two_questions_for_one_person_mean_the_same(
    kind: InterviewerKind | None,
) -> None:
    one = replace(
        PLAIN, interviewer_kinds=frozenset({kind} if kind else ()), interviewers=1
    )
    questions = [
        e
        for e in chosen(one).entries
        if e.form is Form.QUESTION and e.advice.kind is Kind.YOU_ASK
    ]
    assert questions
    points = [
        (citation.heading, point)
        for entry in questions
        for citation in entry.citations
        for point in citation.points
    ]
    assert len(points) == len(set(points))


def test_every_question_is_one_that_can_be_said() -> None:
    for advice in load():
        if advice.form is Form.QUESTION:
            text = advice.wording.text
            assert text.endswith("?") or text.startswith("Tell us"), advice.id
            assert not text.startswith("To "), advice.id


@pytest.mark.parametrize("outcome", [Outcome.WITHDRAWN, Outcome.NEXT_ROUND])
def test_what_is_closed_gives_no_advice(outcome: Outcome) -> None:
    assert not ids(replace(FULL_DAY, minutes_until_start=None, outcome=outcome))


def test_a_first_round_speaks_of_no_earlier_one() -> None:
    first = replace(
        PLAIN,
        number=1,
        minutes_until_start=9 * DAY,
        has_log=None,
        log=frozenset({Logged.RESEARCH}),
    )
    entries = chosen(first).entries
    assert Kind.LOOK_BACK not in {entry.advice.kind for entry in entries}
    shown = {entry.id for entry in entries}
    assert not {"own-questions-new", "stories-specifics", "refresh-basics"} & shown
    assert {"own-questions", "stories-star", "rehearse-aloud"} <= shown


def test_a_presentation_is_explained_before_and_on_the_day() -> None:
    for minutes in (4 * DAY, HOUR):
        talk = replace(
            PLAIN,
            formats=frozenset({Format.PRESENTATION}),
            minutes_until_start=minutes,
        )
        assert "presentation-purpose" in opened(talk)


def test_after_the_end_nothing_prepares() -> None:
    after = replace(
        FULL_DAY, minutes_until_start=None, days_since_end=0, thank_yous_owed=8
    )
    assert chosen(after).entries[0].advice.phases >= {Phase.JUST_AFTER}
    assert not {"prepare-asked", "bring-asked", "papers-on-site"} & set(ids(after))
