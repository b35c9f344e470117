from __future__ import annotations

from datetime import timedelta

import pytest

from applications.research import write_research
from interviews.actions import Noted, save_debrief
from interviews.advice import advice_for
from interviews.models import Round
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")


def _advised(round_: Round) -> bool:
    complete = Round.objects.complete().get(pk=round_.pk)
    return "lookback-research" in {e.id for e in advice_for(complete, NOW).entries}


def test_notes_to_bring_up_to_date_are_named_once_there_are_any(alice):
    application = acme(alice)
    first = invited(application, starts_at=NOW - timedelta(days=5))
    second = invited(application, starts_at=NOW + timedelta(days=5))
    save_debrief(first, Noted(hints="Routes"), promised_on=None, now=NOW)
    assert not _advised(second)

    write_research(application.company, texts={"news": "A new depot."}, now=NOW)
    assert _advised(second)
