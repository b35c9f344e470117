"""Dialogs and menus are left by Escape, and the focus is where it was before."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_each_gives_the_focus_back(alice, alice_page: Page) -> None:
    factories.create_application(owner=alice)
    page = alice_page
    page.goto("/applications/")
    opener = page.get_by_role("link", name="Company")
    opener.focus()
    for keys, name in (("?", "Keys"), ("Control+k", "Search and commands")):
        page.keyboard.press(keys)
        dialog = page.get_by_role("dialog", name=name)
        expect(dialog).to_be_visible()
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate(
                "[document.body, null].includes(document.activeElement)"
                " || !!document.activeElement.closest('dialog[open]')"
            )
        page.keyboard.press("Escape")
        expect(dialog).not_to_be_visible()
        expect(opener).to_be_focused()

    page.keyboard.press("Control+k")
    page.keyboard.type("something")
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).not_to_be_visible()
    expect(opener).to_be_focused()

    menu = page.locator("details.menu > summary").first
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.menu[open]")).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator("details.menu[open]")).to_have_count(0)
    expect(menu).to_be_focused()
