from __future__ import annotations

from datetime import timedelta

import pytest

from interviews.actions import add_round
from interviews.models import Round
from tests.interviews.conftest import monday
from tests.interviews.world import DANA, NOW, RAFAEL, acme, session

__all__ = ["monday"]


@pytest.fixture
def round_(alice, monday) -> Round:
    """A second round with two people, in three days."""
    made = add_round(
        acme(alice),
        number=2,
        session=session(NOW + timedelta(days=3)),
        people=[DANA, RAFAEL],
        now=NOW,
    )
    return Round.objects.complete().get(pk=made.pk)
