"""What was asked for and how far one had read are there again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_filters_order_and_place(alice, alice_page: Page) -> None:
    for number in range(30):
        factories.create_application(owner=alice, company_name=f"Company {number:02}")
    page = alice_page
    address = "/applications/?sort=company&stage=interviewing"
    page.goto(address)
    page.get_by_role("link", name="Company 25", exact=True).scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    assert before > 100

    page.get_by_role("link", name="Company 25", exact=True).click()
    page.wait_for_url("**/applications/*/")
    page.go_back()

    expect(page).to_have_url(re.compile(re.escape(address)))
    page.wait_for_function("before => Math.abs(scrollY - before) < 3", arg=before)
    assert page.evaluate("scrollY") == pytest.approx(before, abs=3)
