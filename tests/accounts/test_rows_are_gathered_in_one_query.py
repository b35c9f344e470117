"""`gather` leaves what `prefetch_related` would have left, and asks once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.gathering import gather, rows_of
from accounts.models import User
from interviews.models import Round
from interviews.whole_round import ABOVE, COMPLETE, MEMORY
from tests.interviews.full import full_round

pytestmark = pytest.mark.django_db
LOOKUPS = (*COMPLETE, *MEMORY, *ABOVE)


def _values(row: models.Model) -> dict[str, Any]:
    return {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}


def _walk(row: Any, names: Sequence[str]) -> Any:
    """Everything along one lookup, in its order, as plain values."""
    if row is None:
        return None
    if not names:
        return _values(row)
    relation = row._meta.get_field(names[0])
    if relation.one_to_many:
        below = getattr(row, relation.get_accessor_name()).all()
        return [(_values(each), _walk(each, names[1:])) for each in below]
    name = names[0] if relation.concrete else relation.get_accessor_name()
    return _walk(getattr(row, name, None), names[1:])


@pytest.fixture
def round_(alice: User) -> Round:
    now = timezone.now()
    return full_round(alice, starts_at=now + timedelta(days=2), now=now, people=3)


@pytest.mark.parametrize("lookup", LOOKUPS)
def test_each_relation_holds_what_prefetching_finds(round_: Round, lookup: str) -> None:
    gathered, prefetched = Round.objects.get(pk=round_.pk), Round.objects
    gather([gathered], lookup)
    with CaptureQueriesContext(connection) as asked:
        found = _walk(gathered, lookup.split("__"))
    assert len(asked) == 0
    wanted = prefetched.prefetch_related(lookup).get(pk=round_.pk)
    assert found == _walk(wanted, lookup.split("__"))


def test_rows_come_in_their_order_whether_they_are_read_or_not(round_: Round) -> None:
    asked, read = (Round.objects.get(pk=round_.pk) for _ in range(2))
    gather([read], "sessions", "follow_ups")
    for relation in ("sessions", "follow_ups"):
        found = rows_of(asked, relation)
        assert found == list(getattr(round_, relation).all()) == rows_of(read, relation)
        assert found
    # What comes later is seen by whoever has not read them.
    asked.sessions.all().delete()
    assert rows_of(asked, "sessions") == [] != rows_of(read, "sessions")


def test_rows_are_given_as_a_list_of_ones_own(round_: Round) -> None:
    gather([round_], "sessions")
    rows_of(round_, "sessions").clear()
    assert rows_of(round_, "sessions")


def test_all_of_it_is_one_query(round_: Round) -> None:
    row = Round.objects.get(pk=round_.pk)
    with CaptureQueriesContext(connection) as asked:
        gather([row], *LOOKUPS)
        assert row.people[0].name
        assert row.follow_ups.all()[0].round is row
    assert len(asked) == 1


def test_what_is_read_already_is_not_read_again(round_: Round) -> None:
    row = Round.objects.select_related("application__company").get(pk=round_.pk)
    company = row.application.company
    gather([row], "application__company__research_notes")
    assert row.application.company is company
    assert company.research_notes.all()


def test_filtering_what_was_gathered_asks_for_the_rows_own(round_: Round) -> None:
    row = Round.objects.get(pk=round_.pk)
    gather([row], "application__rounds__sessions")
    first, second = row.application.rounds.all()
    assert first.sessions.count() == 1
    assert second.sessions.filter(position__gte=0).count() == 4
    assert set(first.sessions.exclude(position=7)) == set(first.sessions.all())


def test_nothing_is_asked_for_no_rows() -> None:
    with CaptureQueriesContext(connection) as asked:
        gather([], "sessions")
    assert len(asked) == 0
