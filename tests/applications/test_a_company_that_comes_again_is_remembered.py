from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from applications.actions import change_stage
from applications.memory import remembered
from applications.models import Stage
from tests.applications.world import NOW, an_application
from tests.interviews.world import invited

DAY = timedelta(days=1)


def told(owner, *, company="", posting="", besides=None):
    found = remembered(
        owner, company=company, posting=posting, besides=besides, now=NOW
    )
    return [memory.text for memory in found]


@pytest.mark.django_db
def test_in_a_sentence_when_how_far_and_how_it_ended(alice):
    begun = NOW - 250 * DAY
    application = an_application(alice, role="Analyst", now=begun)
    for number in (1, 2):
        invited(application, starts_at=begun + number * DAY, now=begun)
    change_stage(application, to=Stage.NO_RESPONSE, now=begun + 5 * DAY)

    assert told(alice, company=" globex ") == [
        "You talked to them in March, round 2, about Analyst. They did not answer."
    ]


@pytest.mark.django_db
def test_another_year_is_named(alice):
    an_application(alice, role="Analyst", now=NOW - 400 * DAY)
    assert told(alice, company="Globex") == [
        "You applied to them in October 2025 for Analyst. It is still open."
    ]


@pytest.mark.django_db
def test_the_same_posting_at_another_name(alice):
    an_application(
        alice,
        company="Globex Holding",
        posting_url="https://www.jobs.example.com/4711?ref=mail",
        now=NOW,
    )
    posting = "https://jobs.example.com/4711/"
    assert len(told(alice, company="Globex", posting=posting)) == 1
    assert told(alice, posting="https://jobs.example.com/") == []


@pytest.mark.django_db
def test_not_itself_and_nothing_of_others(alice, mallory):
    mine = an_application(alice, now=NOW)
    an_application(mallory, now=NOW)
    assert told(alice, company="Globex", besides=mine.pk) == []
    assert told(alice, company="\0", posting="http://[") == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_it_is_said_while_the_form_is_filled_in(alice, alice_page):
    an_application(alice, role="Analyst", now=timezone.now())
    alice_page.goto("/applications/new/")
    alice_page.get_by_label("Company").fill("Globex")
    alice_page.get_by_label("Role", exact=True).focus()
    expect(alice_page.get_by_text("for Analyst. It is still open.")).to_be_visible()
