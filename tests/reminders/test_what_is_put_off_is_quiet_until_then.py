from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from dashboard.done import Done
from dashboard.today import Today
from interviews.models import FollowUp, Round
from reminders.links import Link, Purpose
from reminders.models import Kind, Reminder
from tests.interviews.world import NOW, acme, invited

TOMORROW = NOW.replace(hour=8) + timedelta(days=1)


@pytest.fixture(autouse=True)
def _at_now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def over(alice: User) -> Round:
    """A round that ended at ten this morning, logged three days ago."""
    before = NOW - timedelta(days=3)
    job = acme(alice, now=before)
    return invited(job, starts_at=NOW - timedelta(hours=3), now=before)


@pytest.fixture
def dana(over: Round) -> FollowUp:
    return over.follow_ups.get(contact__name="Dana Wu")


def _plan() -> set[tuple[str, object]]:
    useful = Reminder.objects.scheduled().filter(useless_after__gt=NOW)
    rows = useful.exclude(round=None)
    return set(rows.values_list("key", "due_at"))


def _link(owner: User, purpose: Purpose, subject: object) -> str:
    link = Link(purpose=purpose, owner=owner, subject=str(subject), issued_at=NOW)
    return link.path


def test_a_note_put_off_is_off_today_and_told_at_its_time(
    alice: User, alice_client: Client, dana: FollowUp
) -> None:
    before = _plan()
    assert dana in Today(alice, NOW).follow_ups

    path = f"/follow-ups/{dana.pk}/snooze/"
    assert alice_client.post(path, {"preset": "tomorrow"}).status_code == 302

    today = Today(alice, NOW)
    assert dana not in today.follow_ups
    assert dana in Done(alice, NOW).snoozed
    assert dana in Today(alice, TOMORROW).follow_ups
    key = f"thank_you:round:{dana.round_id}:at:{int(TOMORROW.timestamp())}"
    assert (key, TOMORROW) in _plan()

    alice_client.post(f"/follow-ups/{dana.pk}/unsnooze/")
    assert _plan() == before


def test_words_are_read_and_doubtful_ones_asked_about(
    alice_client: Client, dana: FollowUp
) -> None:
    path = f"/follow-ups/{dana.pk}/snooze/"

    asked = alice_client.post(path, {"typed": "fri 5"})
    assert asked.status_code == 422
    assert "5:00 in the morning or 17:00" in asked.content.decode()

    assert alice_client.post(path, {"typed": "fri 9"}).status_code == 302
    dana.refresh_from_db()
    assert dana.snoozed_until == NOW.replace(hour=9) + timedelta(days=4)


def test_a_time_can_be_picked(alice_client: Client, dana: FollowUp) -> None:
    path = f"/follow-ups/{dana.pk}/snooze/"

    assert alice_client.post(path, {"picked": "2026-11-01T09:00"}).status_code == 422
    assert alice_client.post(path, {"picked": "2026-12-01T09:00"}).status_code == 302


def test_preparing_can_be_put_off_from_the_list_told_or_not(
    alice: User, alice_client: Client
) -> None:
    soon = NOW + timedelta(hours=30)
    round_ = invited(acme(alice), starts_at=soon, now=NOW - timedelta(days=9))
    reminder = round_.reminders.get(kind=Kind.PREPARE)
    Reminder.objects.filter(pk=reminder.pk).update(
        state=Reminder.State.TOLD, due_at=NOW, allowed_at=NOW, settled_at=NOW
    )
    assert round_ in Today(alice, NOW).preparations

    path = f"/reminders/{reminder.pk}/snooze/"
    assert alice_client.post(path, {"preset": "evening"}).status_code == 302

    evening = NOW.replace(hour=18)
    assert round_ not in Today(alice, NOW).preparations
    assert [r.pk for r in Done(alice, NOW).put_off] == [reminder.pk]
    assert round_ in Today(alice, evening).preparations
    again = round_.reminders.scheduled().get(kind=Kind.PREPARE)
    assert again.due_at == evening

    alice_client.post(f"/reminders/{reminder.pk}/unsnooze/")
    assert round_ in Today(alice, NOW).preparations
    assert not round_.reminders.scheduled().filter(kind=Kind.PREPARE).exists()


@pytest.mark.parametrize("kind", [Kind.THANK_YOU, Kind.DEBRIEF])
def test_a_reminder_in_the_list_puts_off_all_that_it_tells(
    alice_client: Client, over: Round, kind: Kind
) -> None:
    before = _plan()
    reminder = over.reminders.filter(kind=kind).order_by("due_at")[0]

    alice_client.post(f"/reminders/{reminder.pk}/snooze/", {"preset": "tomorrow"})

    due = {row.due_at for row in over.reminders.scheduled().filter(kind=kind)}
    assert due == {TOMORROW}
    alice_client.post(f"/reminders/{reminder.pk}/unsnooze/")
    assert _plan() == before


def test_from_the_mail_without_signing_in(
    alice: User, client: Client, dana: FollowUp
) -> None:
    path = _link(alice, Purpose.SNOOZE, dana.pk)

    assert "Nothing has changed yet" in client.get(path).content.decode()
    client.post(path, {"preset": "tomorrow"})

    dana.refresh_from_db()
    assert dana.snoozed_until == TOMORROW
    assert "Put off until tomorrow 08:00" in client.get(path).content.decode()
    client.post(path, {"action": "undo"})
    dana.refresh_from_db()
    assert dana.snoozed_until is None


def test_a_reminder_from_the_mail(alice: User, client: Client, over: Round) -> None:
    reminder = over.reminders.get(kind=Kind.DEBRIEF)
    path = _link(alice, Purpose.LATER, reminder.pk.hex)

    client.post(path, {"typed": "tomorrow 8"})

    reminder.refresh_from_db()
    assert reminder.snoozed_until == TOMORROW


@pytest.mark.parametrize(
    "purpose",
    [Purpose.SNOOZE, Purpose.SENT, Purpose.SKIP, Purpose.REPLIED, Purpose.WRITE],
)
def test_fifty_looks_of_a_scanner_change_nothing(
    alice: User, client: Client, dana: FollowUp, purpose: Purpose
) -> None:
    path = _link(alice, purpose, dana.pk)
    before = _plan(), list(FollowUp.objects.values()), list(Round.objects.values())

    for _ in range(50):
        assert client.get(path).status_code == 200
        assert client.head(path).status_code == 200

    after = _plan(), list(FollowUp.objects.values()), list(Round.objects.values())
    assert after == before


def test_a_link_ends_and_serves_its_one_purpose(
    alice: User, client: Client, dana: FollowUp
) -> None:
    path = _link(alice, Purpose.SNOOZE, dana.pk)
    other = _link(alice, Purpose.SENT, dana.pk)
    token = other.rstrip("/").rpartition("/")[2]

    assert client.get(f"/m/later/{token}/").status_code == 404
    with time_machine.travel(NOW + timedelta(days=31)):
        assert client.post(path, {"preset": "tomorrow"}).status_code == 404
    dana.refresh_from_db()
    assert dana.snoozed_until is None
