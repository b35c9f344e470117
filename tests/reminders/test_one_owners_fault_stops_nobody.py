from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.db import OperationalError
from django.utils import timezone

from accounts.models import User
from reminders import background, tasks
from reminders.delivery import claim, several, sweep
from reminders.delivery.recipient import recipient_of
from reminders.delivery.results import record
from reminders.delivery.sender import run_due
from reminders.models import Message, Outbox
from tests.factories import create_message, create_user
from tests.reminders.due import thanks_due

pytestmark = pytest.mark.django_db(transaction=True)

# As typed it fits; as a server is told it, it does not.
LONG_ABROAD = "a@" + ".".join(["ü" * 56] * 4) + ".example"


def _stumbling(owner: User, error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Claiming for this owner raises, alone and together with others."""

    def stumble(user: User) -> str | None:
        if user == owner:
            raise error
        return recipient_of(user)

    def stumble_together(user: User, _address: str | None) -> str | None:
        return stumble(user)

    monkeypatch.setattr(claim, "recipient_of", stumble)
    monkeypatch.setattr(several, "recipient_at", stumble_together)


def test_the_others_get_their_mail(alice, mallory, sink, monkeypatch, caplog):
    thanks_due(alice)
    thanks_due(mallory)
    _stumbling(alice, RuntimeError("a mistake of ours"), monkeypatch)

    assert run_due() == 1

    assert [mail["To"] for mail in sink.messages] == ["mallory@example.com"]
    not_before = Outbox.objects.get(owner=alice).not_before
    assert not_before
    assert not_before > timezone.now() + timedelta(minutes=9)
    assert [r.levelno for r in caplog.records if r.name == claim.__name__] == [
        logging.ERROR
    ]


def test_it_gets_its_own_when_the_fault_is_mended(alice, sink, monkeypatch):
    thanks_due(alice)
    with monkeypatch.context() as patch:
        _stumbling(alice, RuntimeError("a mistake of ours"), patch)
        run_due()
    Outbox.objects.update(not_before=timezone.now())

    run_due()

    assert len(sink.messages) == 1


def test_a_database_that_is_away_is_nobodys_fault(alice, sink, monkeypatch):
    thanks_due(alice)
    _stumbling(alice, OperationalError("gone"), monkeypatch)

    with pytest.raises(OperationalError):
        run_due()

    assert Outbox.objects.get().not_before is None


@pytest.mark.parametrize(
    "address", [LONG_ABROAD, "a@" + "ü" * 70 + ".example", "no address", ""]
)
@pytest.mark.parametrize("configured", [True, False])
def test_an_address_no_server_can_be_told_is_none(address, configured, settings):
    settings.EMAIL_CONFIGURED = configured
    owner = create_user()
    owner.email = address
    EmailAddress.objects.filter(user=owner).update(email=address)

    assert recipient_of(owner) is None


def test_an_address_too_long_for_the_wire_waits(alice, mallory, sink):
    assert len(LONG_ABROAD) < 254
    EmailAddress.objects.filter(user=alice).update(email=LONG_ABROAD)
    thanks_due(alice)
    thanks_due(mallory)

    assert run_due() == 1
    assert not Message.objects.filter(owner=alice).exists()


def test_the_sweep_runs_whatever_became_of_the_sending(alice, monkeypatch):
    long_ago = timezone.now() - timedelta(hours=1)
    left_behind = create_message(
        owner=alice,
        state="sending",
        token="0" * 32,
        lease_until=long_ago,
        sending_since=long_ago,
    )

    def stumble(**_: object) -> int:
        raise RuntimeError("a mistake of ours")

    monkeypatch.setattr(background, "run_due", stumble)

    with pytest.raises(RuntimeError):
        tasks.tick()

    left_behind.refresh_from_db()
    assert left_behind.state == Message.State.IN_DOUBT


def test_one_row_of_the_sweep_does_not_keep_the_others(monkeypatch):
    long_ago = timezone.now() - timedelta(hours=1)
    first, second = (
        create_message(
            owner=create_user(),
            state="sending",
            token=str(number) * 32,
            lease_until=long_ago,
            sending_since=long_ago - timedelta(minutes=5 - number),
        )
        for number in (1, 2)
    )

    def stumble(taken, outcome):
        if taken.message_pk == first.pk:
            raise RuntimeError("a mistake of ours")
        return record(taken, outcome)

    monkeypatch.setattr(sweep, "record", stumble)

    assert sweep.sweep() == 1

    second.refresh_from_db()
    assert second.state == Message.State.IN_DOUBT
