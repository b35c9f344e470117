"""Whose clock is meant, with one answer there is: it is taken, told, and not asked."""

from __future__ import annotations

import pytest

from tests.invites.web.conftest import page_of
from tests.invites.web.letters import AMBIGUOUS, LETTER, ON_SITE

pytestmark = pytest.mark.usefixtures("monday")
ONE_DAY = LETTER.replace(" (Berlin time)", "")
SEVERAL = ON_SITE.replace(", times in CET,", "").replace(", Berlin", "")


@pytest.mark.parametrize("text", [ONE_DAY, SEVERAL])
def test_it_is_ticked_and_settled(alice_client, hand_in, text):
    response = page_of(alice_client, hand_in(text))

    told = response.context["form"].fields["time_zone"].told
    page = response.content.decode()
    assert told.css == ""
    assert page.count('class="question"') == 0
    assert 'value="Europe/Berlin" checked' in page
    assert "Taken as your own" in page


def test_two_choices_are_open(alice_client, hand_in):
    response = page_of(alice_client, hand_in(AMBIGUOUS))

    assert response.context["form"].fields["time_zone"].told.css == "ask"
    assert 'class="question"' in response.content.decode()


def test_its_words_are_not_marked_as_open(alice_client, hand_in):
    response = page_of(alice_client, hand_in(ONE_DAY))

    pieces = response.context["page"].pieces
    assert not [piece.text for piece in pieces if piece.is_asked]
