from __future__ import annotations

import pytest

from guidance.conditions import ConditionError, Conditions, parse, parse_all
from guidance.facts import FACTS
from guidance.situation import (
    Format,
    InterviewerKind,
    PayRaised,
    Setting,
    Situation,
)

NOTHING_KNOWN = Situation()
KNOWN = Situation(
    number=2,
    formats=frozenset({Format.PANEL}),
    settings=frozenset({Setting.VIDEO}),
    interviewers=3,
    promised=True,
    has_log=False,
    minutes_until_start=60 * 30,
    pay_raised=PayRaised.NO,
    interviewer_kinds=frozenset({InterviewerKind.PEER, InterviewerKind.HR}),
    titles=((InterviewerKind.HR, "recruiter"),),
)


@pytest.mark.parametrize(
    "text",
    [
        "format is panel",
        "setting is video or phone",
        "setting only video or phone",
        "round >= 2",
        "round is 2",
        "people > 2",
        "promised",
        "not has_log",
        "time_left < 2 days",
        "time_left >= 30 hours",
        "pay_raised is no",
        "role unknown",
    ],
)
def test_holds_when_known(text: str) -> None:
    assert parse(text).holds(KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "format is meal or office_tour",
        "setting only on_site or phone",
        "round >= 3",
        "people is 0",
        "not promised",
        "has_log",
        "time_left < 30 hours",
        "format unknown",
    ],
)
def test_does_not_hold_when_known_otherwise(text: str) -> None:
    assert not parse(text).holds(KNOWN)


@pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.name)
def test_an_unknown_fact_is_neither_true_nor_false(fact) -> None:
    if fact.type is bool:
        texts = [fact.name, f"not {fact.name}"]
    elif fact.type is int:
        unit = " days" if fact.name == "time_left" else ""
        texts = [f"{fact.name} {sign} 1{unit}" for sign in (">=", "<", ">", "<=")]
    else:
        texts = [
            f"{fact.name} {word} {v}" for v in fact.type for word in ("is", "only")
        ]
    assert not any(parse(text).holds(NOTHING_KNOWN) for text in texts)
    assert parse(f"{fact.name} unknown").holds(NOTHING_KNOWN)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("form is panel", "no fact 'form'"),
        ("format is panle", "'panle' is not a valid Format"),
        ("format", "not a yes-or-no fact"),
        ("promised is yes", "write 'promised'"),
        ("format >= 2", "is not a number"),
        ("time_left < 3", "takes a unit"),
        ("people > 2 days", "takes a unit"),
        ("", "cannot read"),
        ("round => 2", "cannot read"),
    ],
)
def test_a_mistake_is_named(text: str, said: str) -> None:
    with pytest.raises(ConditionError, match=said):
        parse(text)


def test_all_any_and_none_are_kept_together() -> None:
    conditions = Conditions(
        all=parse_all(["round >= 2"]),
        any=parse_all(["format is panel", "several_sessions"]),
        none=parse_all(["has_log"]),
    )
    held = conditions.held(KNOWN)
    assert held is not None
    assert [condition.text for condition in held] == ["round >= 2", "format is panel"]
    assert conditions.held(NOTHING_KNOWN) is None


def test_the_reason_prefers_the_title_of_the_person() -> None:
    condition = parse("interviewer is peer or hr")
    assert condition.reason(KNOWN) == ("future colleague", "recruiter")


def test_the_reason_for_a_number_is_in_words() -> None:
    assert parse("people >= 2").reason(KNOWN) == ("three interviewers",)
    assert parse("time_left < 2 days").reason(KNOWN) == ("one day left",)
    assert parse("round >= 2").reason(KNOWN) == ()
