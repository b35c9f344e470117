"""What holds for every zone, date and edit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from accounts.timezones import known_names
from reminders.models import Kind, Lead, Preferences
from reminders.planning import RoundFacts, Told
from reminders.planning.times import morning_after, prepare_due, thanks_due
from tests.reminders.planned import berlin, ended, facts, planned

OURS = Preferences()
ZONES = st.sampled_from(sorted(known_names())).map(ZoneInfo)
MOMENTS = st.datetimes(
    datetime(2024, 1, 1),  # noqa: DTZ001
    datetime(2036, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)
HOURS = st.floats(-1000, 1000).map(lambda hours: timedelta(hours=hours))


@st.composite
def rounds(draw) -> RoundFacts:
    over_at = draw(MOMENTS)
    return ended(
        over_at,
        timed_at=over_at + draw(HOURS),
        has_outcome=draw(st.booleans()),
        stands=draw(st.booleans()),
        status_check_due_at=draw(st.none() | MOMENTS),
    )


@given(MOMENTS, ZONES)
def test_everything_is_due_on_its_side_of_the_round(at, zone):
    first = thanks_due(at, OURS, zone)
    evening = prepare_due(at, Lead.DAY, OURS, zone)

    assert evening < at < first < morning_after(first, OURS, zone)


@given(MOMENTS, MOMENTS, ZONES)
def test_a_later_round_is_never_told_about_earlier(one, other, zone):
    early, late = sorted([one, other])

    for lead in Lead:
        first, second = (prepare_due(at, lead, OURS, zone) for at in (early, late))
        assert first <= second
    assert thanks_due(early, OURS, zone) <= thanks_due(late, OURS, zone)


@given(rounds(), ZONES, MOMENTS)
def test_time_only_takes_away_what_has_become_useless(round_, zone, now):
    always = planned(round_, zone=zone, now=berlin(2020, 1, 1))

    assert planned(round_, zone=zone, now=now) == tuple(
        p for p in always if p.useless_after > now
    )


@given(rounds(), ZONES)
def test_each_is_useless_only_after_it_was_due_and_in_order(round_, zone):
    plans = planned(round_, zone=zone)

    assert all(p.due_at < p.useless_after for p in plans)
    assert [p.due_at for p in plans] == sorted(p.due_at for p in plans)
    assert len({p.key for p in plans}) == len(plans)


@given(rounds(), ZONES)
def test_a_closed_application_plans_nothing(round_, zone):
    assert planned(round_, zone=zone, is_live=False) == ()


@given(rounds(), ZONES, st.sampled_from(Kind))
def test_switching_a_kind_off_takes_away_just_that_kind(round_, zone, kind):
    off = Preferences(**{kind.value: False})

    assert planned(round_, zone=zone, preferences=off) == tuple(
        p for p in planned(round_, zone=zone) if p.kind != kind
    )


def test_the_status_check_comes_when_the_follow_up_is_due():
    due_at = berlin(2026, 12, 10, 9)

    (check,) = planned(facts(status_check_due_at=due_at))

    assert (check.key, check.due_at) == ("status_check:round:42", due_at)
    assert check.useless_after == due_at + timedelta(days=14)


# --- editions: what was told and whose round moved is told anew ----------------

OLD, NEW = berlin(2026, 12, 3, 11), berlin(2026, 12, 10, 11)


def _keys(round_: RoundFacts) -> list[str]:
    return [p.key for p in planned(round_)]


def _told(key: str, at: datetime | None, moves: int = 0) -> Told:
    return Told(base_key=key, moves=moves, at=at)


def test_what_was_told_about_the_old_time_is_told_anew():
    told = _told("prepare:round:42", OLD - timedelta(hours=17))

    assert "prepare:round:42:m1" in _keys(ended(NEW, moves=1, told=(told,)))
    assert "prepare:round:42" in _keys(ended(OLD, moves=0, told=(told,)))


def test_moving_twice_before_it_is_told_again_makes_one_edition():
    told = _told("prepare:round:42", OLD - timedelta(hours=17))

    assert _keys(ended(NEW, moves=3, told=(told,)))[0] == "prepare:round:42:m1"


def test_what_was_not_told_keeps_its_key():
    assert _keys(ended(NEW, moves=5))[0] == "prepare:round:42"


def test_what_is_just_leaving_counts_as_told():
    leaving = _told("prepare:round:42", None)

    assert "prepare:round:42:m1" in _keys(ended(NEW, moves=1, told=(leaving,)))


def test_putting_the_end_right_afterwards_tells_nothing_anew():
    told = _told("thank_you:round:42:first", OLD + timedelta(hours=6))
    corrected = ended(
        OLD + timedelta(hours=1),
        moves=1,
        timed_at=OLD + timedelta(hours=7),
        told=(told,),
    )

    assert "thank_you:round:42:first" in _keys(corrected)
