from __future__ import annotations

from datetime import timedelta

import pytest

from applications.actions import archive
from dashboard.today import Today
from interviews.actions import (
    TaskDetails,
    add_task,
    add_to_bring,
    cancel_round,
    remove_task,
    tick_task,
)
from reminders.models import Kind
from tests.interviews.world import NOW, acme, invited
from tests.reminders.mails import sent_to, text

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _noon(time_machine):
    time_machine.move_to(NOW, tick=False)


def asked(round_, *, due, **details):
    details = {"kind": "presentation", **details}
    due_at = NOW + due if due is not None else None
    return add_task(round_, TaskDetails(due_at=due_at, **details), now=NOW)


def shown(owner, *, now=NOW) -> tuple[int, int, int]:
    """How many are due, how many are to come, and what the badge counts."""
    today = Today(owner, now)
    return len(today.tasks), len(today.coming_tasks), today.due_count


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (-2 * HOUR, (1, 0, 1)),  # late, and the round is still to come
        (2 * HOUR, (1, 0, 1)),
        (DAY, (0, 1, 0)),
        (4 * DAY, (0, 0, 0)),  # with the round itself: nothing of its own
        (5 * DAY, (0, 0, 0)),
        (None, (0, 0, 0)),
    ],
)
def test_when_its_time_is_before_the_round(alice, due, expected):
    asked(invited(acme(alice), starts_at=NOW + 4 * DAY), due=due)

    assert shown(alice) == expected


def test_of_a_round_without_a_date_too(alice):
    asked(invited(acme(alice), starts_at=None), due=HOUR)

    assert shown(alice) == (1, 0, 1)


def test_further_than_a_week_it_waits(alice):
    asked(invited(acme(alice), starts_at=NOW + 30 * DAY), due=9 * DAY)

    assert shown(alice) == (0, 0, 0)


def test_once_it_is_ready_taken_off_or_moot_it_is_gone(alice):
    application = acme(alice)
    round_ = invited(application, starts_at=NOW + DAY)
    ready, off = asked(round_, due=HOUR), asked(round_, due=HOUR, kind="test")
    asked(round_, due=HOUR, kind="case")
    tick_task(ready, now=NOW)
    remove_task(off, now=NOW)

    assert shown(alice)[0] == 1
    assert shown(alice, now=NOW + DAY + HOUR)[0] == 0  # the round has begun
    cancel_round(round_, now=NOW)
    assert shown(alice)[0] == 0


def test_not_of_an_application_that_is_put_away(alice):
    application = acme(alice)
    asked(invited(application, starts_at=NOW + DAY), due=HOUR)
    archive(application, now=NOW)

    assert shown(alice)[0] == 0


def test_nobody_else_sees_it(alice, mallory):
    asked(invited(acme(alice), starts_at=NOW + DAY), due=HOUR)

    assert shown(mallory) == (0, 0, 0)


def test_it_is_ticked_on_today(alice, alice_client):
    task = asked(invited(acme(alice), starts_at=NOW + 2 * DAY), due=HOUR)
    html = alice_client.get("/").content.decode()
    assert "Presentation for Acme" in html
    assert "due today 13:00" in html

    alice_client.post(f"/tasks/{task.pk}/", {"do": "tick", "next": "/"})

    assert "Presentation for Acme" not in alice_client.get("/").content.decode()


def test_the_mail_before_the_round_names_what_is_not_ready(alice):
    round_ = invited(acme(alice), starts_at=NOW + DAY)
    asked(round_, due=20 * HOUR, text="Ten minutes on pricing")
    tick_task(asked(round_, due=HOUR, kind="samples"), now=NOW)
    add_to_bring(round_, texts=["Laptop", "Spare résumés"], now=NOW)

    letter = " ".join(text(sent_to(alice, Kind.PREPARE)).split())

    assert "Presentation; Ten minutes on pricing, due Tue 24 Nov, 08:00" in letter
    assert "Laptop and Spare résumés" in letter
    assert "Work samples" not in letter
