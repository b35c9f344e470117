from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from applications import pipeline
from dashboard.done import Done
from dashboard.today import Today
from interviews.actions import mark_replied, mark_sent, skip
from tests.interviews.world import BERLIN, NOW, acme, invited

HOUR = timedelta(hours=1)


@pytest.fixture
def round_(alice):
    return invited(acme(alice), starts_at=NOW - 30 * HOUR)


def test_messages_settled_on_the_owners_day_are_listed(alice, round_):
    dana, rafael = round_.follow_ups.thank_yous().order_by("pk")
    mark_sent(dana, now=NOW - HOUR)
    skip(rafael, now=NOW)

    assert Done(alice, NOW).settled == [rafael, dana]
    assert Today(alice, NOW).follow_ups == []


def test_the_day_begins_at_the_owners_midnight(alice, round_):
    dana, rafael = round_.follow_ups.thank_yous().order_by("pk")
    midnight = datetime(2026, 11, 23, 0, 0, tzinfo=BERLIN)
    mark_sent(dana, now=midnight - timedelta(minutes=1))
    mark_sent(rafael, now=midnight)

    assert Done(alice, NOW).settled == [rafael]


def test_a_reply_noted_today_is_listed(alice, round_):
    mark_replied(round_, now=NOW)

    assert Done(alice, NOW).replies == [round_]


def test_a_strangers_are_not(alice, mallory, round_):
    mark_replied(round_, now=NOW)
    mark_sent(round_.follow_ups.thank_yous()[0], now=NOW)

    assert Done(mallory, NOW).count == 0


def test_undo_brings_it_back_to_what_is_due(alice, alice_client):
    now = timezone.now()
    round_ = invited(acme(alice, now=now), starts_at=now - 3 * HOUR, now=now)
    dana, _ = round_.follow_ups.thank_yous().order_by("pk")
    mark_sent(dana, now=now)
    mark_replied(round_, now=now)
    assert 'href="/today/done/"' in alice_client.get("/").content.decode()
    page = alice_client.get("/today/done/").content.decode()
    assert "Recent changes · 2" in page
    for undo in (f"/follow-ups/{dana.pk}/reopen/", f"/rounds/{round_.pk}/unreplied/"):
        assert f'action="{undo}"' in page
        alice_client.post(undo, {"next": "/"})

    assert "Nothing yet" in alice_client.get("/today/done/").content.decode()
    assert f"/follow-ups/{dana.pk}/sent/" in alice_client.get("/").content.decode()


def test_what_changed_in_the_pipeline_is_listed_as_long_as_it_can_be_undone(
    alice, mallory, alice_client
):
    now = timezone.now()
    application = acme(alice, now=now)
    moved = pipeline.move(alice, [application.pk], to="offer", now=now)
    assert moved

    assert Done(alice, now).changes == [moved]
    assert Done(mallory, now).changes == []
    assert Done(alice, now + 25 * HOUR).changes == []
    assert "moved to Offer." in alice_client.get("/today/done/").content.decode()
    answer = alice_client.post(f"/undo/{moved.pk}/", {"next": "/today/done/"})

    assert answer.url == "/today/done/"
    assert Done(alice, now).changes == []
