"""What is deleted lies in the bin for 30 days: nowhere else to be seen, nothing mailed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from applications import pipeline, the_bin
from applications.models import Application, Company, Undo
from reminders.background import check_plans
from reminders.models import Reminder
from tests.applications.world import NOW, an_application
from tests.security.routes import SUBJECTS, content_of, own_routes
from tests.security.tables import dump
from tests.security.world import CANARY, plant

# Rows that an application brings along; its company and people stay.
_OF_AN_APPLICATION = {
    "application",
    "note",
    "round",
    "follow_up",
    "own_item",
    "sign",
    "task",
    "question",
    "own_question",
    "reminder",
}


@pytest.fixture
def binned(alice):
    planted: dict[str, Any] = plant(alice)
    own = Application.objects.filter(pk=planted["application"])
    own.update(role="Secret role")
    pipeline.delete(alice, [planted["application"]], now=timezone.now())
    return planted


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_way_leads_to_its_rows(binned, alice_client, method):
    before = dump()
    found = {
        route.name
        for route in own_routes()
        if SUBJECTS.get(route.name) in _OF_AN_APPLICATION
        and route.name != "applications:restore"
        and getattr(alice_client, method)(route.path(binned)).status_code
        not in {404, 405}
    }
    assert found == set()
    assert dump() == before


def test_no_page_tells_of_it(binned, alice_client):
    telling = {
        route.name
        for route in own_routes()
        if not route.is_public
        and route.name not in {"applications:bin", "applications:restore"}
        and b"Secret role" in content_of(alice_client.get(route.path(binned)))
    }
    assert telling == set()


def test_nothing_of_it_is_planned(binned):
    assert not Reminder.objects.scheduled().filter(application__isnull=False).exists()


def test_the_bin_shows_it_and_gives_it_back(binned, alice, alice_client):
    planned = Reminder.objects.filter(application__isnull=False)
    page = alice_client.get("/applications/bin/").content.decode()
    assert f"{CANARY} company" in page

    alice_client.post(f"/applications/{binned['application']}/restore/")

    application = Application.objects.for_user(alice).get(pk=binned["application"])
    assert (application.deleted_at, application.archived_at) == (None, None)
    assert planned.scheduled().exists()
    alice_client.get("/applications/bin/")  # tells what was done
    page = alice_client.get("/applications/bin/").content.decode()
    assert f"{CANARY} company" not in page


def test_from_the_archive_it_comes_back_to_the_archive(alice):
    application = an_application(alice)
    pipeline.archive(alice, [application.pk], now=NOW)
    pipeline.delete(alice, [application.pk], now=NOW + timedelta(hours=1))
    pipeline.restore(alice, [application.pk], now=NOW + timedelta(hours=2))
    application.refresh_from_db()
    assert application.archived_at == NOW
    assert application.deleted_at is None


def test_after_30_days_it_is_gone_with_all_that_hangs_on_it(binned, alice):
    application = Application.objects.get(pk=binned["application"])
    assert application.deleted_at
    later = application.deleted_at + timedelta(days=30)

    assert the_bin.empty(limit=1, now=later - timedelta(minutes=1)) == 0
    # With the one that was there before, the longest in it first.
    assert the_bin.empty(limit=10, now=later + timedelta(minutes=1)) == 2

    assert not Application.objects.binned(alice).exists()
    assert Application.objects.for_user(alice).exists()
    assert not Undo.objects.exists()
    assert Company.objects.filter(name=f"{CANARY} company").exists()


def test_the_background_empties_it(alice):
    application = an_application(alice)
    long_ago = timezone.now() - timedelta(days=31)
    pipeline.delete(alice, [application.pk], now=long_ago)

    check_plans()

    assert not Application.objects.exists()


def test_the_page_asks_equally_often(
    alice, alice_client, django_assert_num_queries, django_assert_max_num_queries
):
    def fill(names):
        keys = [an_application(alice, company=name).pk for name in names]
        pipeline.delete(alice, keys, now=NOW)

    fill("A")
    with django_assert_max_num_queries(6) as one:
        alice_client.get("/applications/bin/")
    fill("BCDEFGHI")
    with django_assert_num_queries(len(one.captured_queries)):
        alice_client.get("/applications/bin/")
