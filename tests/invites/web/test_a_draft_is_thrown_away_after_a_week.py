from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from interviews.actions.invitations import forget_drafts
from interviews.models import Invite
from reminders import background
from tests.interviews.world import NOW
from tests.invites.web.conftest import sent
from tests.invites.web.letters import LETTER, event

pytestmark = pytest.mark.usefixtures("monday")
A_WEEK = timedelta(days=7)


def test_not_before(hand_in):
    hand_in(LETTER)

    assert forget_drafts(now=NOW + A_WEEK - timedelta(seconds=1)) == 0
    assert forget_drafts(now=NOW + A_WEEK) == 1
    assert not Invite.objects.exists()


def test_what_is_with_a_round_stays(alice_client, hand_in):
    invite = hand_in(LETTER)
    alice_client.post(invite.get_absolute_url(), sent(alice_client, invite))

    assert forget_drafts(now=NOW + 2 * A_WEEK) == 0


def test_the_background_does_it(hand_in, monkeypatch):
    hand_in(LETTER)
    monkeypatch.setattr(background, "database_now", lambda: NOW + A_WEEK)

    background.check_plans()

    assert not Invite.objects.exists()


def test_so_does_a_command(hand_in, time_machine):
    hand_in(event())
    time_machine.move_to(NOW + A_WEEK)
    said = StringIO()

    call_command("forget_invites", stdout=said)

    assert said.getvalue() == "1 drafts of invitations thrown away.\n"


def test_the_owner_can_do_it_at_once(alice_client, hand_in):
    invite = hand_in(LETTER)

    alice_client.post(f"{invite.get_absolute_url()}deed/", {"do": "discard"})

    assert not Invite.objects.exists()
