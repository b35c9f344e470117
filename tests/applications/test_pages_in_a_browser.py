from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from applications.directory import add_person
from tests import browsing
from tests.accessible import obstacles
from tests.applications.world import an_application

pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamten"


@pytest.fixture
def job(alice):
    now = timezone.now() - timedelta(days=3)
    add_person(
        owner=alice, company_name="Globex", name="Dana Wu", title="VP Product", now=now
    )
    an_application(alice, company=LONG, role=LONG, location=LONG)
    return an_application(
        alice,
        note="Small team.",
        location="Lisbon",
        posting_url="https://example.com/jobs/1",
        now=now,
    )


def test_a_stage_is_moved_without_losing_the_place(job, alice_page):
    alice_page.goto(job.get_absolute_url())
    alice_page.select_option("#id_stage", "offer")
    alice_page.click("text=Move there")

    expect(alice_page.locator(".toast")).to_contain_text("Globex moved to Offer.")
    expect(alice_page.locator(".facts .tag")).to_have_text("Offer")
    expect(alice_page.locator(f"#set-stage-{job.pk}")).to_be_focused()


def test_a_refused_note_puts_the_focus_on_what_is_wrong(job, alice_page):
    alice_page.goto(job.get_absolute_url())
    alice_page.fill("#id_text", "   ")
    alice_page.click("text=Add the note")

    expect(alice_page.locator("#id_text_error")).to_be_visible()
    expect(alice_page.locator("#id_text")).to_be_focused()


def test_the_list_narrows_while_typing(job, alice_page):
    alice_page.goto("/applications/")
    alice_page.keyboard.press("/")
    alice_page.keyboard.type("globex")

    expect(alice_page.locator(".sheet tbody tr")).to_have_count(1)
    expect(alice_page).to_have_url(re.compile("q=globex"))
    expect(alice_page.locator("#live")).to_have_text("1 application")
    expect(alice_page.locator("#search")).to_be_focused()

    alice_page.click(".sheet a:has-text('Globex')")
    alice_page.go_back()
    expect(alice_page.locator("h1")).to_have_text("Pipeline")
    expect(alice_page.locator(".sheet tbody tr")).to_have_count(1)


def test_n_logs_an_invite_but_not_while_typing(job, alice_page):
    alice_page.goto("/applications/")
    alice_page.fill("#search", "")
    alice_page.keyboard.press("n")
    expect(alice_page.locator("#search")).to_have_value("n")

    alice_page.goto(job.get_absolute_url())
    alice_page.keyboard.press("n")
    expect(alice_page).to_have_url(re.compile(rf"\?application={job.pk}$"))


def test_a_toast_stays_while_it_is_looked_at(job, alice_page):
    alice_page.clock.install()
    alice_page.goto(job.get_absolute_url())
    alice_page.click("text=Put in the archive")
    toast = alice_page.locator(".toast")
    expect(toast).to_be_visible()

    toast.hover()
    alice_page.clock.run_for(60_000)
    expect(toast).to_be_visible()
    alice_page.mouse.move(0, 0)
    alice_page.clock.run_for(11_000)
    expect(toast).to_have_count(0)


def test_everything_works_without_a_script(job, alice_client, browser, live_server):
    with browsing.watched_page(
        browser, live_server.url, java_script_enabled=False
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        page.goto("/applications/?q=zebra")
        page.fill("#search", "globex")
        page.click("main button:has-text('Search')")
        page.click(".sheet tbody th a")
        page.select_option("#id_stage", "offer")
        page.click("text=Move there")
        expect(page.locator(".facts .tag")).to_have_text("Offer")
        expect(page.locator(".toast")).to_contain_text("moved to Offer")
        page.fill("#id_text", "Friendly call.")
        page.click("text=Add the note")
        expect(page.locator("text=Friendly call.")).to_have_count(1)


PAGES = [
    "/applications/",
    "/applications/?q=zebra",
    "/applications/filter/",
    "/applications/bin/",
    "/applications/{a}/move/",
    "/board/",
    "/applications/new/",
    "/applications/{a}/",
    "/applications/{a}/edit/",
    "/companies/{c}/",
    "/companies/{c}/edit/",
    "/people/",
    "/people/new/",
    "/people/{p}/",
    "/people/{p}/edit/",
    "/notes/{n}/",
    "/notes/{n}/delete/",
    "/you/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/logout/",
    "/nowhere/",
]
BEFORE = ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/"]


@pytest.mark.parametrize("width", [1280, 360])
def test_pages_are_open_to_everybody(
    width, job, alice, alice_client, browser, live_server
):
    """No finding of axe, no page that scrolls sideways, nothing against the CSP."""
    person = alice.contacts.get()
    places = {
        "a": job.pk,
        "c": job.company_id,
        "p": person.pk,
        "n": job.notes.get().pk,
    }
    with browsing.watched_page(
        browser,
        live_server.url,
        viewport={"width": width, "height": 800},
        reduced_motion="reduce",
    ) as page:
        findings = [found for url in BEFORE for found in _obstacles(page, url)]
        browsing.sign_in(page, alice_client, live_server.url)
        for url in PAGES:
            findings += _obstacles(page, url.format(**places))
    assert findings == []


def _obstacles(page, url):
    page.goto(url)
    return obstacles(page)
