"""The time to the next round is written by the server and kept true by the script."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import User
from tests.interviews.world import acme, invited


def test_it_counts_down_while_the_page_is_open(alice: User, alice_page: Any) -> None:
    now = timezone.now()
    invited(
        acme(alice, now=now), starts_at=now + timedelta(hours=3, minutes=1), now=now
    )
    alice_page.clock.install()
    alice_page.goto("/")
    count = alice_page.locator(".next .count")
    expect(count).to_contain_text("3 h")

    alice_page.clock.fast_forward("02:20:00")

    expect(count).to_contain_text("min")

    alice_page.clock.fast_forward("01:00:00")

    expect(count.locator("b")).to_have_text("now")


def test_one_click_leads_to_its_workspace(alice: User, alice_page: Any) -> None:
    now = timezone.now()
    round_ = invited(acme(alice, now=now), starts_at=now + timedelta(hours=30), now=now)
    alice_page.goto("/")

    alice_page.get_by_role("link", name="Open the round").click()

    expect(alice_page).to_have_url(
        f"{alice_page.url.split('/rounds')[0]}/rounds/{round_.pk}/"
    )
