from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from applications.models import Contact
from interviews.actions import mark_sent
from interviews.models import FollowUp, Round
from reminders.links import Purpose
from reminders.models import Reminder
from tests.applications.world import listening
from tests.interviews.world import NOW, acme, invited
from tests.reminders.mails import link


@pytest.fixture(autouse=True)
def _at_now() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def round_(alice: User) -> Round:
    started = NOW - timedelta(hours=2)
    return invited(acme(alice, now=started), starts_at=started, now=started)


@pytest.fixture
def dana(round_: Round) -> FollowUp:
    return round_.follow_ups.get(contact__name="Dana Wu")


def _path(follow_up: FollowUp, purpose: Purpose) -> str:
    return link(follow_up, purpose, issued_at=NOW).path


def _state(follow_up: FollowUp) -> str:
    follow_up.refresh_from_db()
    return follow_up.state


@pytest.mark.parametrize(
    ("purpose", "state", "says"),
    [
        (Purpose.SENT, "sent", "Marked as sent"),
        (Purpose.SKIP, "skipped", "Set aside as not needed"),
    ],
)
def test_the_button_acts_and_the_page_says_so(
    dana: FollowUp, client: Client, purpose: Purpose, state: str, says: str
) -> None:
    response = client.post(_path(dana, purpose), {"action": "do"}, follow=True)

    assert _state(dana) == state
    assert says in response.content.decode()
    others = dana.round.follow_ups.thank_yous().exclude(pk=dana.pk)
    assert [other.state for other in others] == ["open"]


def test_pressing_twice_keeps_the_first_time(dana: FollowUp, client: Client) -> None:
    client.post(_path(dana, Purpose.SENT))
    dana.refresh_from_db()
    first = dana.settled_at

    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        client.post(_path(dana, Purpose.SENT))

    dana.refresh_from_db()
    assert dana.settled_at == first == NOW


@pytest.mark.parametrize("purpose", [Purpose.SENT, Purpose.SKIP])
def test_undo_brings_back_note_and_plan(
    dana: FollowUp, client: Client, purpose: Purpose
) -> None:
    path = _path(dana, purpose)
    before = _of_the_round()
    client.post(path)

    client.post(path, {"action": "undo"})

    assert _state(dana) == "open"
    assert _of_the_round() == before


def _of_the_round() -> list[tuple[object, ...]]:
    rows = Reminder.objects.exclude(round=None).order_by("key")
    return list(rows.values_list("key", "state", "due_at"))


def test_undo_does_nothing_where_nothing_was_done(
    dana: FollowUp, client: Client
) -> None:
    client.post(_path(dana, Purpose.SKIP))

    client.post(_path(dana, Purpose.SENT), {"action": "undo"})

    assert _state(dana) == "skipped"


def test_an_old_link_does_not_overrule_what_was_settled(
    dana: FollowUp, client: Client
) -> None:
    mark_sent(dana, now=NOW)

    response = client.post(_path(dana, Purpose.SKIP), follow=True)

    assert _state(dana) == "sent"
    assert "marked as sent already" in response.content.decode()


def test_when_all_notes_are_sent_no_reminder_is_left(
    round_: Round, client: Client
) -> None:
    for note in round_.follow_ups.thank_yous():
        client.post(_path(note, Purpose.SENT))

    assert not Reminder.objects.scheduled().filter(kind="thank_you").exists()


def test_they_replied_ends_the_asking_and_can_be_undone(
    round_: Round, client: Client
) -> None:
    check = round_.follow_ups.get(kind=FollowUp.Kind.STATUS_CHECK)
    path = _path(check, Purpose.REPLIED)

    page = client.post(path, follow=True)

    assert "Noted that they replied" in page.content.decode()
    assert Round.objects.get().replied_at == NOW
    assert _state(check) == "withdrawn"

    client.post(path, {"action": "undo"})

    assert Round.objects.get().replied_at is None
    assert _state(check) == "open"


def test_the_draft_is_saved_and_offered_to_the_mail_program(
    dana: FollowUp, client: Client
) -> None:
    Contact.objects.filter(name="Dana Wu").update(email="dana@acme.example")
    words = "Dear Dana,\r\nthank you & all the best"

    page = client.post(
        _path(dana, Purpose.WRITE), {"draft": words, "action": "save"}, follow=True
    ).content.decode()

    assert _state(dana) == "open"
    assert dana.draft == "Dear Dana,\r\nthank you & all the best"
    assert "mailto:dana@acme.example?subject=Thank%20you%20for" in page
    assert "body=Dear%20Dana%2C%0D%0Athank%20you%20%26%20all" in page


def test_writing_and_sending_in_one_go_keeps_the_words(
    dana: FollowUp, client: Client
) -> None:
    client.post(_path(dana, Purpose.WRITE), {"draft": "Thank you", "action": "do"})

    assert _state(dana) == "sent"
    assert dana.draft == "Thank you"


def test_writing_and_sending_in_one_go_is_one_change(
    dana: FollowUp, client: Client
) -> None:
    with listening() as told:
        client.post(_path(dana, Purpose.WRITE), {"draft": "Thank you", "action": "do"})

    assert told == [dana.round.application]


def test_an_empty_note_begins_with_what_is_known(
    dana: FollowUp, client: Client
) -> None:
    page = client.get(_path(dana, Purpose.WRITE)).content.decode()

    assert "Dear Dana," in page
    assert "Still yours to fill in" in page
    dana.refresh_from_db()
    assert dana.draft == ""


def test_a_draft_beyond_measure_is_refused_beside_the_field(
    dana: FollowUp, client: Client
) -> None:
    response = client.post(_path(dana, Purpose.WRITE), {"draft": "x" * 20_001})

    assert response.status_code == 422
    assert "20001" in response.content.decode()
    assert _state(dana) == "open"
    assert dana.draft == ""


def test_the_write_page_tells_what_the_documents_suggest(
    dana: FollowUp, client: Client
) -> None:
    page = client.get(_path(dana, Purpose.WRITE)).content.decode()

    assert "WhatJobs, Follow Up After the Interview" in page
    assert "Name one particular thing you talked about" in page


def test_a_post_without_a_csrf_token_is_refused(dana: FollowUp) -> None:
    strict = Client(enforce_csrf_checks=True)

    response = strict.post(_path(dana, Purpose.SENT))

    assert response.status_code == 403
    assert _state(dana) == "open"
