"""The table by hand: filter, choose, act, undo, Back; without a script as well."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from applications.models import Application
from tests import browsing
from tests.accessible import obstacles
from tests.applications.world import an_application

pytestmark = pytest.mark.browser


@pytest.fixture
def table(alice, alice_page) -> Page:
    for name in ("Acme", "Globex", "Initech"):
        tags = ["near"] if name != "Globex" else []
        an_application(alice, company=name, tags=tags)
    alice_page.goto("/applications/")
    return alice_page


def rows(page: Page):
    return page.locator(".sheet tbody tr")


def test_filters_open_in_place_and_back_leads_back(table):
    table.click("#open-filters")
    table.get_by_label("near").check()
    table.get_by_role("button", name="Show", exact=True).click()
    expect(table).to_have_url(re.compile(r"/applications/\?tag=near$"))
    expect(rows(table)).to_have_count(2)
    table.get_by_role("link", name="Company").click()
    expect(table).to_have_url(re.compile(r"tag=near&sort=company$"))
    table.go_back()
    table.go_back()
    expect(rows(table)).to_have_count(3)


def test_chosen_rows_are_moved_and_taken_back(table):
    expect(table.locator("#bulk")).not_to_be_visible()
    table.get_by_label("Choose Acme, Data analyst").check()
    table.get_by_label("Choose Initech, Data analyst").check()
    table.locator("#bulk select").select_option("offer")
    table.get_by_role("button", name="Move", exact=True).click()
    expect(table.locator(".toast")).to_contain_text("2 applications moved to Offer.")
    assert Application.objects.filter(stage="offer").count() == 2
    table.get_by_role("button", name="Undo").click()
    expect(table.locator(".toast")).to_contain_text(["Undone."])
    expect(rows(table).locator("td[data-label=Stage]")).to_have_text(["Applied"] * 3)


def test_one_box_chooses_the_page(table):
    table.get_by_label("Choose all on this page").check()
    table.get_by_role("button", name="Archive", exact=True).click()
    expect(table.locator(".toast")).to_contain_text("3 applications are in the archive")


def test_a_view_is_kept(table):
    table.goto("/applications/?tag=near")
    table.get_by_text("Keep this view").click()
    table.get_by_label("Name of the view").fill("Near ones")
    table.get_by_role("button", name="Keep it").click()
    expect(table.locator(".chips [aria-current]")).to_contain_text("Near ones")


def test_nobody_is_shut_out(table):
    table.click("#open-filters")
    expect(table.get_by_label("near")).to_be_visible()
    table.get_by_label("Choose Acme, Data analyst").check()
    assert obstacles(table) == []
    table.set_viewport_size({"width": 360, "height": 740})
    assert obstacles(table) == []


def test_without_a_script(
    table, browser: Browser, live_server: LiveServer, alice_client: Client
):
    with browsing.watched_page(
        browser, live_server.url, java_script_enabled=False
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        page.goto("/applications/")
        page.click("#open-filters")
        page.get_by_label("near").check()
        page.get_by_role("button", name="Show", exact=True).click()
        expect(page).to_have_url(re.compile(r"/applications/\?tag=near$"))
        page.get_by_label("Choose Acme, Data analyst").check()
        page.get_by_role("button", name="Delete").click()
        expect(page.locator(".toast")).to_contain_text("Acme deleted.")
        page.get_by_role("button", name="Undo").click()
        expect(rows(page)).to_have_count(2)


def test_a_row_is_edited_where_it_stands(table):
    row = rows(table).filter(has_text="Acme")
    row.locator("td[data-label='Next step']").click()
    step = table.get_by_role("textbox", name="Next step")
    expect(step).to_be_focused()
    step.fill("Something else")
    table.keyboard.press("Escape")
    expect(row.get_by_label("Edit Acme")).to_be_focused()
    assert not Application.objects.exclude(own_step="").exists()

    table.keyboard.press("e")
    expect(step).to_be_focused()
    expect(step).to_have_value("")
    assert obstacles(table) == []
    table.keyboard.type("Ring them")
    table.keyboard.press("Enter")
    expect(row.locator("td[data-label='Next step']")).to_contain_text("Ring them")
    expect(table.locator(".toast")).to_contain_text("Ring them")
    expect(row.get_by_label("Edit Acme")).to_be_focused()

    table.keyboard.press("e")
    table.locator("tr.editing select").select_option("offer")
    table.get_by_role("button", name="Save").click()
    expect(row.locator("td[data-label='Stage']")).to_have_text("Offer")
    assert Application.objects.get(company__name="Acme").own_step == "Ring them"


def test_what_is_refused_stays_in_the_row_with_its_words(table):
    rows(table).filter(has_text="Acme").get_by_label("Edit Acme").click()
    table.get_by_label("On", exact=True).fill("2030-01-02")
    table.get_by_role("button", name="Save").click()
    expect(table.get_by_text("Say what you mean to do then.")).to_be_visible()
    expect(table.get_by_label("On", exact=True)).to_have_value("2030-01-02")
    assert obstacles(table) == []
    table.get_by_role("link", name="Cancel").click()
    expect(rows(table)).to_have_count(3)
    expect(table.locator("tr.editing")).to_have_count(0)
