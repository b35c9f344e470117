"""What is done to many rows at once, and its undoing, stops at the owner."""

from __future__ import annotations

import pytest

from applications import pipeline
from applications.models import Undo
from applications.undoing import take_back
from tests.applications.test_what_was_done_is_undone import DEEDS, as_it_is, move
from tests.applications.world import NOW, an_application

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_a_strangers_row_is_none_of_them(alice, mallory, deed):
    application = an_application(alice)
    before = as_it_is(application)

    assert deed(mallory, [application.pk]) is None

    assert as_it_is(application) == before


def test_a_strangers_row_in_the_bin_stays_there(alice, mallory):
    application = an_application(alice)
    pipeline.delete(alice, [application.pk], now=NOW)
    before = as_it_is(application)

    assert pipeline.restore(mallory, [application.pk], now=NOW) is None

    assert as_it_is(application) == before


def test_an_undo_that_names_a_strangers_row_leaves_it(alice, mallory):
    application = an_application(alice)
    undo = move(alice, [application], "screening")
    before = as_it_is(application)
    forged = Undo.objects.create(
        owner=mallory, words=undo.words, rows=undo.rows, done_at=NOW
    )

    assert take_back(forged, now=NOW) == (0, 1)

    assert as_it_is(application) == before
