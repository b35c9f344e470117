"""Log an invite and work on the round in Chromium: keys only, no script, small."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from interviews.actions import SignDetails, add_sign
from interviews.models import FollowUp, Round, Sign
from tests import browsing
from tests.accessible import obstacles
from tests.interviews.world import acme, invited, write_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def over(alice: User) -> Round:
    """A round with two people that ended two hours ago."""
    now = timezone.now()
    return invited(acme(alice, now=now), starts_at=now - timedelta(hours=3), now=now)


@pytest.fixture
def addresses(over: Round, alice: User) -> list[str]:
    """Every page of this floor."""
    now = timezone.now()
    ahead = invited(acme(alice, now=now), starts_at=now + timedelta(days=2), now=now)
    note = over.follow_ups.all()[0]
    flag = SignDetails(happened="Two of them argued")
    sign = add_sign(over, flag, kind=Sign.Kind.RED_FLAG, now=now)
    write_down(over, now=now)
    return [
        f"/invites/new/?application={over.application_id}",
        f"/rounds/{ahead.pk}/edit/",
        *(f"/rounds/{round_.pk}/" for round_ in (over, ahead)),
        f"/follow-ups/{note.pk}/",
        f"/rounds/{over.pk}/debrief/",
        f"/rounds/{over.pk}/signs/",
        sign.get_absolute_url(),
    ]


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_in_the_way_of_anybody(
    addresses: list[str],
    alice_client: Client,
    browser: Browser,
    live_server: LiveServer,
    width: int,
) -> None:
    with browsing.watched_page(
        browser,
        live_server.url,
        viewport={"width": width, "height": 800},
        reduced_motion="reduce",
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        for address in addresses:
            page.goto(address)
            assert obstacles(page) == []


def test_with_the_keyboard_alone(alice_page: Page) -> None:
    """The cursor is in the box; past it, Tab and Enter do the rest."""
    page = alice_page
    page.goto("/")
    page.keyboard.press("n")
    page.wait_for_url("**/invites/new/")
    expect(page.get_by_label("Paste the invitation")).to_be_focused()
    for _ in range(4):  # reading it, a file, the example
        page.keyboard.press("Tab")
    page.keyboard.type("Globex")
    page.keyboard.press("Tab")
    page.keyboard.type("Data analyst")
    page.keyboard.press("Tab")  # the number
    page.keyboard.press("Tab")  # no date yet
    page.keyboard.press("Space")
    page.keyboard.press("Enter")  # saves, and does not add a person

    expect(page.get_by_role("heading", name="Second interview")).to_be_visible()
    assert Round.objects.get().starts_at is None


def test_the_clash_is_said_while_typing_and_then_saves_at_once(
    over: Round, alice_page: Page
) -> None:
    page = alice_page
    starts = timezone.localtime(over.starts_at, over.zone)
    page.goto("/invites/new/")
    page.get_by_label("Company").fill("Globex")
    page.get_by_label("Role", exact=True).fill("Data analyst")
    page.get_by_label("Starts").fill(f"{starts:%Y-%m-%dT%H:%M}")
    page.get_by_label("or lasts, in minutes").fill("30")
    page.get_by_label("or lasts, in minutes").press("Tab")
    expect(
        page.get_by_text("First interview at Acme is at the same time")
    ).to_be_visible()

    page.get_by_role("button", name="Save the round").click()

    expect(page.get_by_role("heading", name="Second interview")).to_be_visible()
    assert Round.objects.count() == 2


def test_picking_an_application_brings_its_number_and_people(
    over: Round, alice_page: Page
) -> None:
    page = alice_page
    page.goto("/invites/new/")
    page.get_by_label("Application").select_option(label="Acme · Analyst")

    expect(page.get_by_label("Round", exact=True)).to_have_value("2")
    expect(page.get_by_label("Dana Wu")).to_be_visible()
    expect(page.get_by_label("Company")).to_be_hidden()


def test_another_person_gets_the_cursor(alice_page: Page) -> None:
    page = alice_page
    page.goto("/invites/new/")
    page.locator("[name=people-0-name]").fill("Priya Nair")
    page.get_by_role("button", name="Another person").click()

    expect(page.locator("[name=people-1-name]")).to_be_focused()
    expect(page.locator("[name=people-0-name]")).to_have_value("Priya Nair")


def test_a_tick_keeps_the_focus_and_can_be_taken_back(
    over: Round, alice_page: Page
) -> None:
    page = alice_page
    page.goto(f"/rounds/{over.pk}/")
    box = page.locator(".advice").get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()

    page.keyboard.press("Space")
    expect(box).not_to_be_checked()
    assert not over.advice_ticks.exists()


def test_a_note_is_sent_and_undone_in_place(over: Round, alice_page: Page) -> None:
    page = alice_page
    page.goto(f"/rounds/{over.pk}/")
    page.get_by_role("button", name="Sent: Thank-you note to Dana Wu").click()
    undo = page.get_by_role("button", name="Undo: Thank-you note to Dana Wu")
    expect(undo).to_be_focused()
    expect(page.locator("#live")).to_have_text(
        "Thank-you note to Dana Wu: marked as sent."
    )

    undo.click()
    expect(
        page.get_by_role("button", name="Sent: Thank-you note to Dana Wu")
    ).to_be_visible()
    assert not over.follow_ups.filter(state=FollowUp.State.SENT).exists()


def test_the_mail_link_follows_the_words(over: Round, alice_page: Page) -> None:
    page = alice_page
    page.goto(over.follow_ups.get(contact__name="Dana Wu").get_absolute_url())
    page.get_by_label("Your note").fill("Dear Dana,\nthanks & regards")

    link = page.get_by_role("link", name="Open in your mail")
    expect(link).to_have_attribute(
        "href", re.compile("body=Dear%20Dana%2C%0D%0Athanks%20%26")
    )
    # Nothing is still on its way when the test ends.
    expect(page.locator(".kept")).to_contain_text("Saved ")


def test_a_note_leaves_only_once_its_gaps_are_filled(
    over: Round, alice_page: Page
) -> None:
    page = alice_page
    page.goto(over.follow_ups.get(contact__name="Dana Wu").get_absolute_url())
    mail = page.get_by_role("link", name="Open in your mail")
    copy = page.get_by_role("button", name="Copy")
    missing = page.locator("#gaps")
    expect(missing).to_contain_text("[one thing you talked about]")
    expect(mail).to_be_hidden()
    expect(copy).to_be_hidden()

    page.get_by_label("Your note").fill("Dear Dana,\nthank you.\n[your name]")
    expect(missing.locator("b")).to_have_text(["[your name]"])
    expect(mail).to_be_hidden()

    page.get_by_label("Your note").fill("Dear Dana,\nthank you.\nAlice")
    expect(missing).to_be_hidden()
    expect(mail).to_be_visible()
    expect(copy).to_be_visible()
    expect(page.locator(".kept")).to_contain_text("Saved ")


def test_all_of_it_without_javascript(
    over: Round, alice_client: Client, browser: Browser, live_server: LiveServer
) -> None:
    with browsing.watched_page(
        browser, live_server.url, java_script_enabled=False
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        log_with_four_people(page)
        assert len(Round.objects.latest("pk").people) == 4
        page.goto(f"/rounds/{over.pk}/")
        box = page.locator("#tick-capture-fresh")
        box.click()
        expect(box).to_be_checked()
        page.get_by_role("button", name="Sent: Thank-you note to Dana Wu").click()
        expect(page.get_by_role("button", name="Undo: Thank-you note")).to_be_visible()
        page.get_by_role("link", name="Write it down").click()
        page.get_by_label("Dana Wu").fill("One data model")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Dana Wu about: One data model")).to_be_visible()
        page.get_by_text("Add something of your own").click()
        page.get_by_label("Something of your own to do").fill("Ring Sam")
        page.get_by_role("button", name="Add it").click()
        page.get_by_role("checkbox", name="Ring Sam").click()
        expect(page.get_by_role("checkbox", name="Ring Sam")).to_be_checked()
        page.get_by_role("button", name="It did not take place").click()
        page.get_by_role("button", name="Restore").click()
    assert Round.objects.get(pk=over.pk).cancelled_at is None


def log_with_four_people(page: Page) -> None:
    page.goto("/invites/new/")
    page.get_by_label("Company").fill("Globex")
    page.get_by_label("Role", exact=True).fill("Data analyst")
    page.get_by_label("They want me back, no date yet").check()
    for row in range(4):
        if row:
            page.get_by_role("button", name="Another person").click()
        page.locator(f"[name=people-{row}-name]").fill(f"Person {row}")
    page.get_by_role("button", name="Save the round").click()
    expect(page.get_by_role("heading", name="Second interview")).to_be_visible()
