"""Cards are moved by mouse, finger, menu and key; refused, they return."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from applications.models import Application
from tests import browsing
from tests.accessible import obstacles
from tests.applications.world import an_application

pytestmark = pytest.mark.browser


@pytest.fixture
def cards(alice):
    start = timezone.now() - timedelta(days=1)
    return {
        name: an_application(
            alice, company=name, stage=stage, now=start + timedelta(minutes=number)
        )
        for number, (name, stage) in enumerate(
            [
                ("Acme", "applied"),
                ("Globex", "applied"),
                ("Initech", "applied"),
                ("Hooli", "screening"),
            ]
        )
    }


@pytest.fixture
def board(cards, alice_page) -> Page:
    alice_page.set_viewport_size({"width": 1400, "height": 900})
    alice_page.goto("/board/")
    return alice_page


def column(page: Page, stage: str) -> list[str]:
    return page.locator(f"[data-stage={stage}] .co").all_inner_texts()


def stored(pk: int) -> str:
    return Application.objects.get(pk=pk).stage


def card(page: Page, application) -> Locator:
    return page.locator(f"#card-{application.pk}")


ORDER = """() => [...document.querySelectorAll("[data-stage]")].map(column =>
    [...column.querySelectorAll(".card")].map(card => card.id).join()).join("|")"""


def drag(page: Page, what, to) -> None:
    """As a hand does: press, move in steps, let go where the card has made room."""
    before = page.evaluate(ORDER)
    column = to.evaluate("to => to.closest('[data-stage]').dataset.stage")
    start, end = what.bounding_box(), to.bounding_box()
    page.mouse.move(start["x"] + 40, start["y"] + 40)
    page.mouse.down()
    page.mouse.move(start["x"] + 60, start["y"] + 46, steps=4)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=12)
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2 + 2)
    # It looks where the hand is twenty times a second.
    ghost = page.locator(f"[data-stage={column}] .sortable-ghost")
    expect(ghost).to_have_count(1)
    page.wait_for_function(f"before => ({ORDER})() !== before", arg=before)
    page.mouse.up()


@pytest.mark.parametrize("width", [390, 1400])
def test_there_is_room_for_each_stage_before_it_is_there(width, board):
    board.set_viewport_size({"width": width, "height": 900})
    for shown in (6, 1):
        room = board.evaluate(
            "getComputedStyle(document.querySelector('.board')).gridTemplateColumns"
        )
        expect(board.locator(".board > .stage")).to_have_count(shown)
        assert len(room.split()) == 6
        board.evaluate(
            "document.querySelectorAll('.stage + .stage').forEach(s => s.remove())"
        )


def test_by_mouse_to_another_column(cards, board):
    drag(board, card(board, cards["Acme"]), card(board, cards["Hooli"]))

    expect(board.locator(".toast")).to_contain_text("Acme moved to Screening.")
    assert sorted(column(board, "screening")) == ["Acme", "Hooli"]
    assert stored(cards["Acme"].pk) == "screening"
    expect(board.locator("h2 [data-count=applied]")).to_have_text("2")
    expect(board.locator("h2 [data-count=screening]")).to_have_text("2")
    shown = column(board, "screening")
    board.reload()
    assert column(board, "screening") == shown


def test_by_mouse_within_a_column(cards, board):
    assert column(board, "applied") == ["Initech", "Globex", "Acme"]
    drag(board, card(board, cards["Initech"]), card(board, cards["Globex"]))

    expect(board.locator("#live")).to_contain_text("Initech is number 2 in Applied")
    expect(board.locator("[aria-busy]")).to_have_count(0)
    board.reload()
    assert column(board, "applied") == ["Globex", "Initech", "Acme"]


def test_by_mouse_to_an_empty_column(cards, board):
    drag(board, card(board, cards["Acme"]), board.locator("[data-stage=offer]"))

    expect(board.locator(".toast")).to_contain_text("Acme moved to Offer.")
    assert stored(cards["Acme"].pk) == "offer"


def test_by_key_and_the_focus_stays(cards, board):
    link = board.locator(f"#open-{cards['Globex'].pk}")
    link.focus()
    board.keyboard.press("Alt+ArrowRight")
    expect(board.locator(".toast")).to_contain_text("Globex moved to Screening.")
    expect(link).to_be_focused()
    assert column(board, "screening") == ["Globex", "Hooli"]

    board.keyboard.press("Alt+ArrowDown")
    expect(board.locator("#live")).to_contain_text("Globex is number 2 in Screening")
    expect(link).to_be_focused()
    expect(board.locator("[aria-busy]")).to_have_count(0)
    board.reload()
    assert column(board, "screening") == ["Hooli", "Globex"]


def test_arrows_walk_the_cards(cards, board):
    board.locator(f"#open-{cards['Initech'].pk}").focus()
    board.keyboard.press("ArrowDown")
    expect(board.locator(f"#open-{cards['Globex'].pk}")).to_be_focused()
    board.keyboard.press("ArrowRight")
    expect(board.locator(f"#open-{cards['Hooli'].pk}")).to_be_focused()
    assert stored(cards["Hooli"].pk) == "screening"


def test_by_menu_with_the_keyboard_alone(cards, board):
    button = board.locator(f"#move-{cards['Acme'].pk}")
    button.focus()
    board.keyboard.press("Enter")
    expect(board.locator("#move-title")).to_have_text("Move Acme, Data analyst")
    board.get_by_role("button", name="Interviewing").press("Enter")

    expect(board.locator(".toast")).to_contain_text("Acme moved to Interviewing.")
    expect(button).to_be_focused()
    assert stored(cards["Acme"].pk) == "interviewing"

    button.press("Enter")
    board.keyboard.press("Escape")
    expect(board.locator("#move-to")).not_to_be_visible()
    expect(button).to_be_focused()


def test_undo_puts_it_back(cards, board):
    board.locator(f"#open-{cards['Acme'].pk}").focus()
    board.keyboard.press("Alt+ArrowRight")
    board.get_by_role("button", name="Undo").click()

    expect(board.locator(".toast")).to_contain_text(["Undone."])
    expect(board.locator("[data-stage=applied] .co")).to_have_text(
        ["Initech", "Globex", "Acme"]
    )
    assert stored(cards["Acme"].pk) == "applied"


def test_a_refused_move_returns_with_a_reason(cards, board):
    Application.objects.filter(pk=cards["Globex"].pk).update(
        archived_at=timezone.now(), deleted_at=timezone.now()
    )
    board.locator(f"#open-{cards['Globex'].pk}").focus()
    board.keyboard.press("Alt+ArrowRight")

    expect(board.locator(".toast.error")).to_contain_text(
        "Globex was not moved. It is no longer there."
    )
    assert column(board, "applied") == ["Initech", "Globex", "Acme"]
    expect(board.locator("h2 [data-count=applied]")).to_have_text("3")
    expect(board.locator(f"#open-{cards['Globex'].pk}")).to_be_focused()


def test_without_a_connection_it_returns_too(cards, board):
    board.route("**/move/", lambda route: route.abort())
    drag(board, card(board, cards["Acme"]), card(board, cards["Hooli"]))

    expect(board.locator(".toast.error")).to_contain_text("There is no connection.")
    assert column(board, "applied") == ["Initech", "Globex", "Acme"]
    assert stored(cards["Acme"].pk) == "applied"


def test_long_columns_load_when_they_are_reached(alice, board):
    for number in range(50):
        an_application(alice, company=f"More {number}")
    board.reload()
    shown = board.locator("[data-stage=applied] .card")
    expect(shown).to_have_count(20)
    while (so_far := shown.count()) < 53:
        board.mouse.wheel(0, 4000)
        expect(shown).not_to_have_count(so_far)
    expect(shown).to_have_count(53)


def test_a_closed_column_opens(cards, board):
    Application.objects.filter(pk=cards["Acme"].pk).update(stage="rejected")
    board.reload()
    board.get_by_text("Show 1").click()
    expect(board.locator("[data-stage=rejected] .co")).to_have_text("Acme")


def test_on_a_phone_one_column_at_a_time(
    cards, browser: Browser, live_server: LiveServer, alice_client: Client
):
    options = {
        "viewport": {"width": 360, "height": 740},
        "is_mobile": True,
        "has_touch": True,
    }
    with browsing.watched_page(browser, live_server.url, **options) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        page.goto("/board/")
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        tab = page.get_by_role("link", name=re.compile("^Screening"))
        tab.click()
        expect(tab).to_have_attribute("aria-current", "true")
        expect(page.locator("#stage-screening")).to_be_in_viewport(ratio=0.3)
        expect(page.locator("#stage-applied")).not_to_be_in_viewport(ratio=0.2)
        page.locator(f"#move-{cards['Hooli'].pk}").tap()
        page.get_by_role("button", name="Offer").tap()
        expect(page.locator(".toast")).to_contain_text("Hooli moved to Offer.")
        small = page.evaluate(
            """[...document.querySelectorAll("main a, main button")].filter((e) => {
              const box = e.getBoundingClientRect();
              return box.width && e.matches(".mv, .add, .tabs a, .more a, .btn")
                && Math.min(box.width, box.height) < 44;
            }).map((e) => e.outerHTML)"""
        )
        assert small == []


def test_nobody_is_shut_out(cards, board):
    assert obstacles(board) == []
    board.locator(f"#move-{cards['Acme'].pk}").click()
    assert obstacles(board) == []
    board.get_by_role("button", name="Offer").click()
    expect(board.locator(".toast")).to_be_visible()
    assert obstacles(board) == []


def test_without_a_script_the_menu_is_a_page(
    cards, browser: Browser, live_server: LiveServer, alice_client: Client
):
    with browsing.watched_page(
        browser, live_server.url, java_script_enabled=False
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        page.goto("/board/")
        page.click(f"#move-{cards['Acme'].pk}")
        page.get_by_role("button", name="Offer").click()
        expect(page).to_have_url(re.compile("/board/$"))
        expect(page.locator(".toast")).to_contain_text("Acme moved to Offer.")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("[data-stage=applied] .co")).to_have_count(3)
