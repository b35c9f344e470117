"""Its owner may leave, move or be shut out at any moment of a hand-over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import User
from interviews.actions import cancel_round
from portability.deletion import delete_account
from reminders.delivery import results
from reminders.delivery.claim import claim_next
from reminders.delivery.outcome import Outcome, Verdict
from reminders.delivery.sender import run_due
from reminders.models import Message, Outbox
from tests.reminders.due import only_message, thanks_due, told

pytestmark = pytest.mark.django_db(transaction=True)


def _moves(owner: User, address: str) -> None:
    EmailAddress.objects.filter(user=owner).update(email=address)
    User.objects.filter(pk=owner.pk).update(email=address)


@pytest.mark.parametrize(
    ("step", "mails"),
    [("claimed", 0), ("ready", 0), ("offered", 0), ("fenced", 1), ("answered", 1)],
)
def test_gone_at_any_step(alice, mallory, sink, step, mails):
    thanks_due(alice)
    thanks_due(mallory)
    left: list[str] = []

    def leave(name: str) -> None:
        if name == step and not left:
            left.append(name)
            delete_account(User.objects.get(pk=alice.pk))

    run_due(step=leave)

    to = [mail["To"] for mail in sink.messages]
    assert to == ["alice@example.com"] * mails + ["mallory@example.com"]
    assert set(Outbox.objects.values_list("owner", flat=True)) == {mallory.pk}


def test_what_became_of_it_is_nobodys_any_more(alice):
    thanks_due(alice)
    claim = claim_next()
    assert claim
    delete_account(alice)

    assert not results.record(claim, Outcome(Verdict.ACCEPTED, "body", 250))


def test_a_new_address_between_claim_and_rendering(alice, sink):
    thanks_due(alice)

    def move(step: str) -> None:
        if step == "claimed" and Message.objects.count() == 1:
            _moves(alice, "new@example.com")

    run_due(step=move)

    assert [mail["To"] for mail in sink.messages] == ["new@example.com"]
    assert sorted(m.state for m in Message.objects.all()) == ["sent", "void"]


def test_a_new_address_before_the_fence(alice, sink):
    thanks_due(alice)

    def move(step: str) -> None:
        if step == "offered" and Message.objects.count() == 1:
            _moves(alice, "new@example.com")

    run_due(step=move)

    assert [mail["To"] for mail in sink.messages] == ["new@example.com"]


def test_shut_out_before_it_is_claimed(alice, sink):
    round_ = thanks_due(alice)
    User.objects.update(is_active=False)

    assert run_due() == 0
    assert told(round_).state == "scheduled"

    User.objects.update(is_active=True)
    Outbox.objects.update(not_before=timezone.now() - timedelta(seconds=1))
    run_due()
    assert len(sink.messages) == 1


@pytest.mark.parametrize("step", ["claimed", "ready", "offered"])
def test_shut_out_before_the_fence(alice, sink, step):
    round_ = thanks_due(alice)

    def shut_out(name: str) -> None:
        if name == step:
            User.objects.update(is_active=False)

    run_due(step=shut_out)

    assert sink.messages == []
    assert only_message(alice).state == Message.State.VOID
    assert told(round_).state == "scheduled"


def test_shut_out_where_mails_are_kept(alice, settings, tmp_path):
    settings.CALLBACK_DATA = tmp_path
    thanks_due(alice)
    User.objects.update(is_active=False)

    assert run_due() == 0


@pytest.mark.parametrize("step", ["ready", "drafted"])
def test_an_edit_before_it_is_kept_leaves_no_file(alice, settings, tmp_path, step):
    settings.CALLBACK_DATA = tmp_path
    round_ = thanks_due(alice)

    def cancel(name: str) -> None:
        if name == step:
            cancel_round(round_, now=timezone.now())

    run_due(step=cancel)

    assert list((tmp_path / "mail").iterdir()) == []
    assert only_message(alice).state == Message.State.VOID
