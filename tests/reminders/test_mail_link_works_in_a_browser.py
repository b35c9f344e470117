from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import User
from interviews.models import FollowUp
from reminders.links import Purpose
from tests.accessible import obstacles
from tests.interviews.world import acme, invited
from tests.reminders.mails import link

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def note(alice: User) -> FollowUp:
    started = timezone.now() - timedelta(hours=2)
    round_ = invited(acme(alice, now=started), starts_at=started, now=started)
    return round_.follow_ups.get(contact__name="Dana Wu")


def _state(note: FollowUp) -> str:
    note.refresh_from_db()
    return note.state


def test_two_presses_from_mail_to_done_and_one_back(
    live_server: object, note: FollowUp, page: Page
) -> None:
    page.goto(link(note, Purpose.SENT, issued_at=timezone.now()).path)
    page.get_by_role("button", name="Mark as sent").click()

    page.get_by_text("Marked as sent.").wait_for()
    assert _state(note) == "sent"

    page.get_by_role("button", name="Undo").click()

    page.get_by_role("button", name="Mark as sent").wait_for()
    assert _state(note) == "open"


def test_the_note_is_written_and_kept(
    live_server: object, note: FollowUp, page: Page
) -> None:
    page.goto(link(note, Purpose.WRITE, issued_at=timezone.now()).path)
    page.get_by_label("Your note").fill("Dear Dana,\nthank you")
    mail = page.get_by_role("link", name="Open in your mail")
    assert "Dear%20Dana" in (mail.get_attribute("href") or "")

    with page.expect_navigation():
        page.get_by_role("button", name="Save draft").click()

    assert page.get_by_label("Your note").input_value() == "Dear Dana,\nthank you"
    assert _state(note) == "open"


def test_the_note_saves_itself_also_where_nobody_is_signed_in(
    live_server: object, note: FollowUp, page: Page
) -> None:
    page.goto(link(note, Purpose.WRITE, issued_at=timezone.now()).path)
    page.get_by_label("Your note").fill("Dear Dana,\nthank you")
    expect(page.locator(".kept")).to_contain_text("Saved ")

    page.reload()

    expect(page.get_by_label("Your note")).to_have_value("Dear Dana,\nthank you")
    assert page.evaluate("localStorage.length") == 0  # whose words would they be?
    assert _state(note) == "open"


@pytest.mark.parametrize("purpose", [Purpose.WRITE, Purpose.SENT])
def test_axe_has_nothing_to_say(
    live_server: object, note: FollowUp, page: Page, purpose: Purpose
) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(link(note, purpose, issued_at=timezone.now()).path)

    assert obstacles(page) == []
