"""Whatever code does: the database has no second plan, acceptance or mail under way."""

from __future__ import annotations

import uuid

import pytest
from django.db import IntegrityError

from reminders.models import Reminder
from tests.factories import create_message
from tests.reminders.due import thanks_due, told

pytestmark = pytest.mark.django_db


def test_a_second_reminder_under_one_key(alice):
    one = told(thanks_due(alice))
    one.pk = uuid.uuid4()
    one._state.adding = True

    with pytest.raises(IntegrityError):
        Reminder.objects.bulk_create([one])


def test_a_second_acceptance(alice):
    message = create_message(owner=alice)
    message.delivery_attempts.create(number=1, outcome="accepted")

    with pytest.raises(IntegrityError):
        message.delivery_attempts.create(number=2, outcome="accepted")


def test_a_second_mail_under_way(alice):
    create_message(owner=alice)

    with pytest.raises(IntegrityError):
        create_message(owner=alice)


def test_a_token_without_a_hold(alice):
    with pytest.raises(IntegrityError):
        create_message(owner=alice, state="sent", token="0" * 32)
