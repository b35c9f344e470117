from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.interviews.world import acme, invited


def test_the_headline_and_the_badge_follow_and_undo_brings_it_back(alice, alice_page):
    now = timezone.now()
    invited(acme(alice, now=now), starts_at=now - timedelta(hours=2), now=now)
    alice_page.goto("/")
    heading = alice_page.get_by_role("heading", level=1)
    badge = alice_page.locator("#due-badge")
    expect(heading).to_have_text("Two things are due")

    alice_page.get_by_role("button", name="Sent: Thank-you note to Dana Wu").click()

    expect(heading).to_have_text("One thing is due")
    expect(badge).to_contain_text("1")
    expect(alice_page.locator("#live")).to_contain_text("marked as sent")

    alice_page.get_by_role("button", name="Undo: Thank-you note to Dana Wu").click()

    expect(heading).to_have_text("Two things are due")
