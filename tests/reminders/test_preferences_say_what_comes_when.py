"""What an owner chose is what is planned: leads, times, quiet hours, days, a pause."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from reminders.models import Kind, Preferences
from reminders.planning import OfferFacts, Planned
from reminders.planning.allowed import held_until
from tests.reminders.planned import BERLIN, berlin, dues, ended, facts, owed, planned

# A Thursday.
START = berlin(2026, 12, 3, 14)
QUIET = {"quiet_from": time(22), "quiet_until": time(8)}


def _allowed(plans: tuple[Planned, ...]) -> dict[str, str]:
    return {p.key: f"{p.allowed_at.astimezone(BERLIN):%a %d %H:%M}" for p in plans}


def test_each_lead_has_a_reminder_of_its_own():
    wishes = Preferences(prepare_leads=["2h", "3d", "1d"], evening=time(19))

    assert dues(planned(facts(starts_at=START), preferences=wishes)) == {
        "prepare:round:42:3d": "2026-11-30 19:00",
        "prepare:round:42": "2026-12-02 19:00",
        "prepare:round:42:2h": "2026-12-03 12:00",
    }


def test_of_the_leads_that_passed_before_it_was_logged_one_comes_at_once():
    wishes = Preferences(prepare_leads=["3d", "1d", "2h"])
    logged_at = START - timedelta(hours=3)

    plans = planned(facts(starts_at=START, timed_at=logged_at), preferences=wishes)

    assert dues(plans) == {
        "prepare:round:42": "2026-12-03 11:00",
        "prepare:round:42:2h": "2026-12-03 12:00",
    }
    assert [p.is_prompt for p in plans] == [True, False]


def test_the_times_of_the_day_are_the_owners():
    wishes = Preferences(same_day=time(16), morning=time(7, 15))

    early = planned(ended(berlin(2026, 12, 3, 11)), preferences=wishes)
    late = planned(ended(berlin(2026, 12, 3, 15)), preferences=wishes)

    assert dues(early)["thank_you:round:42:first"] == "2026-12-03 16:00"
    assert dues(late)["thank_you:round:42:first"] == "2026-12-04 07:15"


def test_thanks_are_never_asked_for_before_the_end():
    wishes = Preferences(same_day=time(10))

    plans = planned(ended(berlin(2026, 12, 3, 11)), preferences=wishes)

    assert dues(plans)["thank_you:round:42:first"] == "2026-12-04 08:30"


def test_quiet_hours_hold_the_mail_and_not_the_app():
    wishes = Preferences(same_day=time(22, 30), **QUIET)

    first = planned(ended(berlin(2026, 12, 3, 11)), preferences=wishes)[-2]

    assert dues((first,)) == {"thank_you:round:42:first": "2026-12-03 22:30"}
    assert _allowed((first,)) == {"thank_you:round:42:first": "Fri 04 08:00"}


def test_quiet_hours_do_not_hold_what_was_just_entered():
    wishes = Preferences(**QUIET)
    midnight = berlin(2026, 12, 4, 0, 30)

    plans = planned(
        ended(berlin(2026, 12, 3, 23), timed_at=midnight), preferences=wishes
    )
    first = next(p for p in plans if p.key.endswith("first"))

    assert first.allowed_at == first.due_at == midnight
    assert first.is_prompt


def test_what_must_come_before_a_round_is_told_ahead_of_quiet_hours():
    wishes = Preferences(prepare_leads=["2h"], quiet_from=time(21), quiet_until=time(9))

    plans = planned(facts(starts_at=berlin(2026, 12, 3, 9, 30)), preferences=wishes)

    assert _allowed(plans) == {"prepare:round:42:2h": "Wed 02 20:59"}


def test_on_working_days_only_monday_is_prepared_on_friday():
    wishes = Preferences(working_days_only=True)
    monday = berlin(2026, 12, 7, 10)

    assert _allowed(planned(facts(starts_at=monday), preferences=wishes)) == {
        "prepare:round:42": "Fri 04 18:00"
    }


def test_on_working_days_only_thanks_for_friday_come_on_monday():
    wishes = Preferences(working_days_only=True)

    plans = planned(ended(berlin(2026, 12, 4, 16)), preferences=wishes)
    told = {p.key: p for p in plans if p.kind == Kind.THANK_YOU}

    assert _allowed(plans)["thank_you:round:42:second"] == "Mon 07 08:30"
    assert told["thank_you:round:42:first"].useless_after < berlin(2026, 12, 7)


def test_a_pause_holds_everything_until_the_morning_of_its_day():
    wishes = Preferences(paused_until=date(2026, 12, 10))
    check = owed(Kind.STATUS_CHECK, berlin(2026, 12, 3, 9))

    plans = planned(facts(owed=(check,), timed_at=check.due_at), preferences=wishes)

    assert _allowed(plans) == {"status_check:round:42": "Thu 10 08:30"}


def test_a_debrief_is_asked_for_half_an_hour_after_until_it_is_written():
    over_at = berlin(2026, 12, 3, 11)

    assert dues(planned(ended(over_at, is_debriefed=False)))["debrief:round:42"] == (
        "2026-12-03 11:30"
    )
    assert "debrief:round:42" not in dues(planned(ended(over_at)))


def test_logged_afterwards_a_debrief_is_due_with_the_thanks():
    over_at = berlin(2026, 12, 3, 11)
    logged = over_at + timedelta(hours=2)

    plans = dues(planned(ended(over_at, timed_at=logged, is_debriefed=False)))

    assert plans["debrief:round:42"] == plans["thank_you:round:42:first"]


def test_after_a_no_only_feedback_is_asked_for():
    at = berlin(2026, 12, 4, 9)
    messages = (owed(Kind.FEEDBACK_REQUEST, at), owed(Kind.STATUS_CHECK, at))

    plans = planned(facts(owed=messages), is_live=False)

    assert dues(plans) == {"feedback_request:round:42": "2026-12-04 09:00"}


def _offer(entered_at: datetime, deadline_at: datetime) -> dict[str, str]:
    offer = OfferFacts(entered_at=entered_at, deadline_at=deadline_at, content="")
    return dues(planned(offer=offer))


def test_an_offer_is_told_three_days_and_one_day_before_its_deadline():
    # Thursday 3 December is the last day.
    midnight = berlin(2026, 12, 4)

    assert _offer(berlin(2026, 11, 20), midnight) == {
        "offer_deadline:application:7:3d": "2026-11-30 08:30",
        "offer_deadline:application:7:1d": "2026-12-02 08:30",
    }


def test_an_offer_entered_late_is_told_at_once():
    entered_at = berlin(2026, 12, 2, 12)

    assert _offer(entered_at, berlin(2026, 12, 4)) == {
        "offer_deadline:application:7:1d": "2026-12-02 12:00"
    }


def test_what_was_put_off_is_told_when_the_time_comes_and_no_sooner():
    until = berlin(2026, 12, 3, 8)
    put_off = {"prepare:round:42": until}

    (plan,) = planned(facts(starts_at=START, snoozed=put_off))

    assert plan.due_at == until
    assert plan.key == f"prepare:round:42:at:{int(until.timestamp())}"


def test_a_note_that_was_put_off_has_a_mail_of_its_own():
    over_at = berlin(2026, 12, 3, 11)
    until = berlin(2026, 12, 8, 9)
    notes = (
        owed(Kind.THANK_YOU, over_at),
        owed(Kind.THANK_YOU, over_at, snoozed_until=until),
    )

    plans = dues(planned(ended(over_at, owed=notes)))

    assert "thank_you:round:42:first" in plans
    assert plans[f"thank_you:round:42:at:{int(until.timestamp())}"] == (
        "2026-12-08 09:00"
    )


MOMENTS = st.datetimes(
    datetime(2024, 1, 1),  # noqa: DTZ001
    datetime(2036, 12, 31),  # noqa: DTZ001
    timezones=st.just(BERLIN),
)
CLOCKS = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(
    MOMENTS,
    CLOCKS,
    CLOCKS,
    st.booleans(),
    st.none() | st.dates(date(2024, 1, 1), date(2036, 12, 31)),
    st.sampled_from(["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe"]),
)
def test_held_mail_leaves_at_an_hour_the_owner_wants(
    at, begins, ends, days, pause, zone
):
    if begins == ends:
        ends = None
    zone = ZoneInfo(zone)
    wishes = Preferences(
        quiet_from=begins if ends else None,
        quiet_until=ends,
        working_days_only=days,
        paused_until=pause,
    )

    leaves = held_until(at, wishes, zone)

    assert leaves >= at
    assert held_until(leaves, wishes, zone) == leaves
    there = leaves.astimezone(zone)
    assert not days or there.weekday() < 5
    assert not pause or there.date() >= pause
