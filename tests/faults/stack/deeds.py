"""What is done and counted on the database of a running stack.

Called through `manage.py shell`, from a second terminal as it were.
"""

from __future__ import annotations

import time
from collections import Counter
from datetime import datetime

import redis
from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction

from accounts.models import User
from interviews.models import Round
from reminders.delivery import again
from reminders.delivery.clock import database_now
from reminders.models import Message, Pulse, Reminder
from tests.faults import crowd
from tests.reminders.due import thanks_due

_EMAIL = "alice@example.com"


def owner() -> User:
    found = User.objects.filter(email=_EMAIL).first()
    if found is None:
        found = User.objects.create_user(email=_EMAIL, password="long enough to be")
        EmailAddress.objects.create(
            user=found, email=_EMAIL, verified=True, primary=True
        )
    return found


def log_rounds(count: int) -> None:
    """So many rounds whose thank-you notes are due; says how many seconds it took.

    At once: what is due together leaves as one mail, what comes after waits an hour.
    """
    alice = owner()
    began = time.monotonic()
    with transaction.atomic():
        for number in range(count):
            thanks_due(alice, company=f"Acme {number}")
    say(f"{time.monotonic() - began:.2f}")


def rounds() -> None:
    say(str(Round.objects.count()))


def messages() -> None:
    """The states of all messages, such as `in_doubt=1 sent=2`."""
    states = Counter(Message.objects.values_list("state", flat=True))
    say(" ".join(f"{state}={states[state]}" for state in sorted(states)))


def many_due(owners: int) -> None:
    """So many owners with one reminder each, due now."""
    crowd.due(owners=owners, rounds=1)


def hurry() -> None:
    """Nobody waits out a back-off."""
    for message in Message.objects.filter(state=Message.State.RETRY):
        again.hurry(message)


def told() -> None:
    """How many of the crowd's reminders are told."""
    say(str(crowd.asked_for().count("told")))


def due() -> None:
    """The states of all reminders whose time has come."""
    states = Reminder.objects.filter(due_at__lte=database_now())
    say(" ".join(sorted(states.values_list("state", flat=True))))


def expect_one_more_to_leave(seconds: float = 60) -> None:
    """Another owner's reminder, due now, is told within that time."""
    email = f"bob{User.objects.count()}@example.com"
    bob = User.objects.create_user(email=email, password="long enough to be")
    thanks_due(bob)
    give_up_at = time.monotonic() + seconds
    while Reminder.objects.filter(owner=bob, state=Reminder.State.KEPT).count() == 0:
        assert time.monotonic() < give_up_at, "it never left"
        time.sleep(0.2)


def expect_more_ticks(count: int, seconds: float = 60) -> None:
    """Nothing but beat asks for these: the worker looks at its rows again and again."""
    give_up_at = time.monotonic() + seconds
    seen: set[datetime] = set()
    while len(seen) <= count:
        seen.update(Pulse.objects.filter(name="tick").values_list("at", flat=True))
        assert time.monotonic() < give_up_at, "no tick came"
        time.sleep(0.2)


def wipe_redis() -> None:
    with redis.Redis.from_url(settings.REDIS_URL) as client:
        client.flushall()


def say(text: str) -> None:
    print(text)  # noqa: T201
