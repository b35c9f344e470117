from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guidance.choose import OPEN_FACTS, OPEN_TO_DO, Chosen, Entry, choose, of_kind
from guidance.library import Form, Kind, load
from guidance.settle import settled
from guidance.situation import Format, InterviewerKind, Phase, Setting, Situation
from tests.guidance.situations import ALL_FACTS, in_phase, situations

BEFORE_THE_END = (Phase.INVITED, Phase.BEFORE, Phase.ON_THE_DAY)
AFTER_THE_END = (Phase.JUST_AFTER, Phase.WAITING, Phase.OFFER, Phase.NOT_SELECTED)
PREPARING = {
    Kind.FORMAT,
    Kind.MATERIAL,
    Kind.LOOK_BACK,
    Kind.RESEARCH,
    Kind.STORIES,
    Kind.PRACTICE,
    Kind.THEY_ASK,
    Kind.YOU_ASK,
    Kind.LOGISTICS,
    Kind.CONDUCT,
}


def chosen(situation: Situation) -> Chosen:
    return choose(load(), situation)


def ids(situation: Situation) -> set[str]:
    return {entry.id for entry in chosen(situation).entries}


def words(entry: Entry) -> str:
    return " ".join((entry.text, entry.why, entry.hedge, entry.reason))


@given(situations())
def test_the_same_facts_give_the_same_advice(situation: Situation) -> None:
    assert chosen(situation) == chosen(replace(situation))


@given(situations() | situations(phase=st.just(Phase.BEFORE), number=st.just(2)))
@example(Situation(phase=Phase.BEFORE, number=2, has_log=True))
def test_at_most_seven_to_do_and_three_facts_are_open(situation: Situation) -> None:
    result = chosen(situation)
    assert len(result.to_do) <= OPEN_TO_DO == 7
    assert len(result.facts) <= OPEN_FACTS == 3
    assert all(e.form not in (Form.QUESTION, Form.SLOT) for e in result.open)


@given(situations())
def test_nothing_is_shown_twice_or_lost_between_open_and_folded(
    situation: Situation,
) -> None:
    result = chosen(situation)
    shown = [entry.id for entry in result.entries]
    assert len(shown) == len(set(shown))
    assert sum(group.count for group in result.folded) == len(shown) - len(result.open)


@given(in_phase(*BEFORE_THE_END))
def test_open_advice_keeps_the_order_format_people_notes_rest(
    situation: Situation,
) -> None:
    ties = [entry.tie for entry in chosen(situation).to_do]
    assert ties == sorted(ties)


@given(situations())
def test_nothing_decisive_is_folded_while_something_lesser_lies_open(
    situation: Situation,
) -> None:
    result = chosen(situation)
    ties = [entry.tie for entry in result.to_do]
    lesser = [
        entry
        for entry in result.to_do
        if entry.advice.priority > 1 and ties.count(entry.tie) > 1
    ]
    folded = [entry for group in result.folded for entry in group.entries]
    decisive = [e for e in folded if e.tickable and e.advice.priority == 1]
    assert not (lesser and decisive)


@given(situations(), st.sampled_from(Kind))
def test_what_is_about_one_thing_is_the_same_with_and_without_the_rest(
    situation: Situation, kind: Kind
) -> None:
    entries = [e for e in chosen(situation).entries if e.advice.kind is kind]
    alone = of_kind(load(), situation, kind)
    assert sorted(alone, key=lambda e: e.id) == sorted(entries, key=lambda e: e.id)
    # Questions are never open, so they stand as they are sorted.
    banks = [[e for e in each if e.form is Form.QUESTION] for each in (alone, entries)]
    assert banks[0] == banks[1]


@given(situations())
def test_every_entry_says_why_and_from_where(situation: Situation) -> None:
    for entry in chosen(situation).entries:
        assert entry.reason
        assert entry.credit


@given(situations())
def test_every_entry_meets_its_conditions(situation: Situation) -> None:
    situation = settled(situation)
    for entry in chosen(situation).entries:
        conditions = entry.advice.conditions
        assert situation.phase in entry.advice.phases
        assert all(c.holds(situation) for c in conditions.all)
        assert not any(c.holds(situation) for c in conditions.none)
        assert not conditions.any or any(c.holds(situation) for c in conditions.any)


@given(situations(), st.sampled_from(sorted(ALL_FACTS)))
def test_forgetting_a_fact_brings_in_nothing_that_asks_for_it(
    situation: Situation, fact: str
) -> None:
    unknown: Any = (
        frozenset() if isinstance(getattr(situation, fact), frozenset) else None
    )
    poorer = settled(replace(situation, **{fact: unknown}))
    if getattr(poorer, fact) not in (None, frozenset()):
        return  # other facts imply it
    for entry in chosen(poorer).entries:
        asked = [c for c in entry.advice.conditions.all if c.fact.attribute == fact]
        assert all(c.operator == "unknown" for c in asked)


@pytest.mark.parametrize("kind", InterviewerKind)
@given(situation=situations())
def test_no_advice_on_a_person_who_is_not_there(
    situation: Situation, kind: InterviewerKind
) -> None:
    without = replace(situation, interviewer_kinds=situation.interviewer_kinds - {kind})
    for entry in chosen(without).entries:
        conditions = entry.advice.conditions
        assert not any(
            c.values == (kind,) for c in conditions.all if c.fact.name == "interviewer"
        )
        if kind is InterviewerKind.PEER and without.interviewer_kinds:
            assert not re.search("teammate|colleague", words(entry))
        if kind is InterviewerKind.EXECUTIVE and without.interviewer_kinds:
            assert "executive" not in words(entry)


FORMAT_WORDS = {
    Format.PANEL: "panel",
    Format.PRESENTATION: "presentation",
    Format.SKILLS_TEST: "kind of test",
    Format.MEAL: "meal",
    Format.OFFICE_TOUR: "office tour",
}


@pytest.mark.parametrize("format_", FORMAT_WORDS)
@given(situation=situations())
def test_no_advice_on_a_format_that_was_not_announced(
    situation: Situation, format_: Format
) -> None:
    meal_or_tour = {Format.MEAL, Format.OFFICE_TOUR}
    gone = meal_or_tour if format_ in meal_or_tour else {format_}
    without = replace(
        situation, formats=situation.formats - gone, materials=frozenset()
    )
    for entry in chosen(without).entries:
        possibility = "form not known yet" in entry.because
        assert possibility or FORMAT_WORDS[format_] not in words(entry)


@given(in_phase(*BEFORE_THE_END))
def test_before_the_end_nothing_thanks_or_chases(situation: Situation) -> None:
    kinds = {entry.advice.kind for entry in chosen(situation).entries}
    assert not kinds & {Kind.THANKS, Kind.CHASE, Kind.WAIT, Kind.CAPTURE}
    assert not any("thank" in words(e).lower() for e in chosen(situation).entries)


@given(in_phase(*AFTER_THE_END))
def test_after_the_end_nothing_prepares_for_the_round(situation: Situation) -> None:
    assert not {entry.advice.kind for entry in chosen(situation).entries} & PREPARING


@given(situations(promised=st.just(True)))
def test_a_promised_date_hides_the_typical_week(situation: Situation) -> None:
    entries = chosen(situation).entries
    assert not any("week" in e.text for e in entries if not e.tickable)


@given(situations(days_until_promised=st.integers(0, 30)))
def test_nobody_is_chased_before_the_promised_day(situation: Situation) -> None:
    assert not {e.advice.kind for e in chosen(situation).entries} & {Kind.CHASE}


@given(situations())
def test_asking_waits_until_it_is_due_and_happens_once(situation: Situation) -> None:
    known = settled(situation)
    due = known.overdue is True and not (known.status_check_sent or known.replied)
    chases = [e for e in chosen(situation).entries if e.advice.kind is Kind.CHASE]
    assert bool(chases) == (due and known.phase is Phase.WAITING)


EARLIER = re.compile(
    r"\b(last time|last round|this time|previous|earlier|called back|second|again)\b"
)


@given(situations(number=st.just(1)))
def test_round_one_presumes_no_earlier_round(situation: Situation) -> None:
    result = chosen(situation)
    for entry in result.entries:
        text = words(entry).replace("say again what you bring", "")
        assert not EARLIER.search(text), entry.id
    answered = settled(situation).phase in ANSWERED
    assert not result.entries or answered or "second-interview advice" in result.note


ANSWERED = (Phase.OFFER, Phase.NOT_SELECTED)


@given(situations(phase=st.sampled_from(ANSWERED)))
def test_what_to_do_with_an_answer_is_borrowed_from_no_other_round(
    situation: Situation,
) -> None:
    assert chosen(situation).note == ""


@given(situations(number=st.just(None)))
def test_an_unknown_round_presumes_no_earlier_round(situation: Situation) -> None:
    for entry in chosen(situation).entries:
        text = words(entry).replace("say again what you bring", "")
        assert not EARLIER.search(text), entry.id


@given(situations(number=st.integers(3, 9)))
def test_later_rounds_say_no_second(situation: Situation) -> None:
    result = chosen(situation)
    assert "second" not in result.note
    assert not any("second" in words(entry) for entry in result.entries)


@given(situations())
def test_offer_and_rejection_hide_each_other_and_the_waiting(
    situation: Situation,
) -> None:
    offer, rejected, waiting = (
        {i for i in ids(replace(situation, phase=phase)) if not i.startswith("gap-")}
        for phase in (Phase.OFFER, Phase.NOT_SELECTED, Phase.WAITING)
    )
    assert offer
    assert rejected
    assert not offer & rejected
    assert not (offer | rejected) & waiting


@given(in_phase(*BEFORE_THE_END))
def test_pay_advice_always_has_both_halves(situation: Situation) -> None:
    for entry in chosen(situation).entries:
        if entry.advice.kind is Kind.PAY:
            assert "until there is an offer" in entry.text
            assert re.search("know your answer|position on pay ready", entry.text)


@given(situations())
def test_signs_never_appear_without_the_caution(situation: Situation) -> None:
    for entry in chosen(situation).entries:
        if entry.advice.kind is Kind.SIGNS:
            assert "cautious" in words(entry)


ROOM = re.compile(r"\b(way there|pack|room|screen|the call)\b", re.IGNORECASE)


@given(situations(settings=st.just(frozenset())))
def test_an_unknown_setting_presumes_no_room(situation: Situation) -> None:
    assert not any(ROOM.search(words(e)) for e in chosen(situation).entries)


def test_words_for_a_setting_stand_under_the_condition_or_in_its_variant() -> None:
    for advice in load():
        asks = any(
            condition.fact.name == "setting"
            for condition in advice.conditions.all + advice.conditions.any
        )
        assert asks or not ROOM.search(advice.wording.text), advice.id


@given(situations(settings=st.just(frozenset({Setting.VIDEO}))))
def test_a_video_round_asks_for_no_paper_and_no_route(situation: Situation) -> None:
    shown = chosen(situation).entries
    assert "papers-on-site" not in {entry.id for entry in shown}
    assert not any("way there" in entry.text for entry in shown)


@given(situations(phase=st.just(Phase.CLOSED)))
def test_a_closed_round_has_no_advice(situation: Situation) -> None:
    assert chosen(situation).entries == ()


@given(situations(phase=st.none()))
def test_where_no_fact_tells_the_phase_there_is_no_advice(situation: Situation) -> None:
    if settled(situation).phase is None:
        assert chosen(situation).entries == ()


@given(situations())
def test_what_follows_follows_once(situation: Situation) -> None:
    once = settled(situation)
    assert settled(once) == once


@given(situations(), st.sampled_from(sorted(ALL_FACTS)))
def test_a_fact_learnt_and_forgotten_leaves_no_trace(
    situation: Situation, fact: str
) -> None:
    unknown: Any = (
        frozenset() if isinstance(getattr(situation, fact), frozenset) else None
    )
    poorer = replace(situation, **{fact: unknown})
    learnt = replace(poorer, **{fact: getattr(situation, fact)})
    assert chosen(replace(learnt, **{fact: unknown})) == chosen(poorer)


@given(situations(), st.sampled_from(sorted(ALL_FACTS)))
def test_what_a_fact_brings_in_is_never_against_it(
    situation: Situation, fact: str
) -> None:
    """Each of the conditions on this fact still holds once it is known."""
    unknown: Any = (
        frozenset() if isinstance(getattr(situation, fact), frozenset) else None
    )
    before = ids(replace(situation, **{fact: unknown}))
    known = settled(situation)
    for entry in chosen(situation).entries:
        if entry.id not in before:
            conditions = entry.advice.conditions
            assert not any(c.holds(known) for c in conditions.none)
            assert all(c.holds(known) for c in conditions.all)


@given(situations())
def test_what_no_document_covers_is_never_open_and_never_to_do(
    situation: Situation,
) -> None:
    result = chosen(situation)
    gaps = [e for e in result.entries if e.advice.kind is Kind.NOT_COVERED]
    assert not any(e.tickable for e in gaps)
    assert not {e.id for e in gaps} & {e.id for e in result.open}
    assert all(e.credit == "not covered by our sources" for e in gaps)


@given(situations())
def test_every_entry_opens_to_its_conditions_in_words(situation: Situation) -> None:
    for entry in chosen(situation).entries:
        assert entry.when
        assert "None" not in entry.when


@given(situations())
def test_what_contradicts_the_setting_stays_away(situation: Situation) -> None:
    shown = ids(situation)
    if Setting.ON_SITE not in situation.settings:
        assert "papers-on-site" not in shown
    if situation.settings and Setting.VIDEO not in situation.settings:
        assert not shown & {"papers-on-screen", "gap-video"}


@given(in_phase(Phase.OFFER, Phase.NOT_SELECTED))
def test_an_answer_ends_signs_and_chasing(situation: Situation) -> None:
    gone = {Kind.SIGNS, Kind.CHASE, Kind.THANKS, Kind.WAIT}
    assert not {e.advice.kind for e in chosen(situation).entries} & gone


@given(situations(), st.sets(st.sampled_from([a.id for a in load()])))
def test_what_is_ticked_is_neither_open_nor_folded(
    situation: Situation, done: set[str]
) -> None:
    result = choose(load(), situation, done=done)
    left = {entry.id for entry in result.entries if entry.tickable}
    assert not left & done
    assert {entry.id for entry in result.done} <= done
    assert left | {e.id for e in result.done} == {
        e.id for e in chosen(situation).entries if e.tickable
    }
