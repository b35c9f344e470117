from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import User
from tests.applications.world import an_application

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_typed_chosen_and_opened_by_keyboard_alone(
    alice: User, alice_page: Page
) -> None:
    application = an_application(alice, company="Globex", role="Data analyst")
    page = alice_page
    page.goto("/")
    page.keyboard.press("Control+k")
    box = page.get_by_role("combobox", name="Search")
    expect(box).to_be_focused()
    expect(page.get_by_role("option", name="Log an invite")).to_be_visible()

    page.keyboard.type("glob")
    option = page.get_by_role("option", name="Data analyst")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "false")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")

    page.wait_for_url(f"**{application.get_absolute_url()}")


def test_escape_gives_the_focus_back(alice_page: Page) -> None:
    page = alice_page
    page.goto("/")
    link = page.get_by_role("link", name="Search")
    link.focus()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Search")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


@pytest.mark.parametrize(
    ("keys", "address"),
    [
        ("n", "/invites/new/"),
        ("a", "/applications/new/"),
        ("g b", "/board/"),
        ("g l", "/applications/"),
        ("g c", "/calendar/"),
    ],
)
def test_letters_lead_about(alice_page: Page, keys: str, address: str) -> None:
    alice_page.goto("/stories/")
    for key in keys.split():
        alice_page.keyboard.press(key)
    alice_page.wait_for_url(re.compile(rf"{address}$"))


def test_they_are_only_letters_while_typing_and_when_switched_off(
    alice_page: Page,
) -> None:
    page = alice_page
    page.goto("/applications/new/")
    page.get_by_label("Company").press_sequentially("ngb?/a")
    expect(page.get_by_label("Company")).to_have_value("ngb?/a")

    page.goto("/you/")
    page.get_by_label("Letters lead about").uncheck()
    page.get_by_role("button", name="Save the keys").click()
    expect(page).to_have_url(re.compile("/you/#keys-of$"))
    expect(page.get_by_label("Letters lead about")).not_to_be_checked()
    page.keyboard.press("n")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_hidden()
    assert page.url.split("#")[0].endswith("/you/")


def test_a_question_mark_shows_the_keys(alice_page: Page) -> None:
    alice_page.goto("/")
    alice_page.keyboard.press("?")
    expect(alice_page.get_by_role("dialog", name="Keys")).to_be_visible()
