"""All lists of advice on a round's page belong to one form, and work as it does."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from interviews.actions import tick
from interviews.advice import advice_for
from interviews.models import Round
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")


def test_every_button_finds_it(alice, alice_client):
    round_ = invited(acme(alice), starts_at=NOW + timedelta(days=3))
    chosen = advice_for(Round.objects.complete().get(), NOW)
    tick(round_, advice=chosen.to_do[0].id, now=NOW)

    page = alice_client.get(round_.get_absolute_url()).content.decode()

    ticks = f'<form id="ticks" method="post" action="/rounds/{round_.pk}/advice/">'
    assert page.count(ticks) == 1
    buttons = re.findall(r'<button[^>]*name="(?:tick|untick|advice)"[^>]*>', page)
    assert len(buttons) > len(chosen.entries)
    assert all('form="ticks"' in button for button in buttons)
    # Items that read the same for everybody come without the indents of their template.
    assert not re.search(r'\n\s+<button class="tick"[^>]*name="tick"', page)
