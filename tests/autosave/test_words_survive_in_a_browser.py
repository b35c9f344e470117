"""Nothing typed is lost: offline, signed out, answers that got lost, two tabs."""

from __future__ import annotations

import re

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from applications.models import Note
from preparation.models import Story
from tests import browsing
from tests.accessible import obstacles
from tests.autosave.places import PLACES, Place, place
from tests.conftest import PASSWORD
from tests.interviews.world import acme

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVED = re.compile(r"^Saved \d\d:\d\d\.$")


def box(page: Page, at: Place):
    return page.locator(f"textarea[name='{at.field}']")


def line(page: Page):
    return page.locator(".kept")


def open_and_type(page: Page, at: Place, words: str) -> None:
    page.goto(at.path)
    box(page, at).press("ControlOrMeta+End")
    box(page, at).press_sequentially(words)


def cut_off(page: Page) -> None:
    """From now on nothing this page sends arrives, not even as it is closed."""
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()) }")


def offer(page: Page):
    return page.get_by_role("region", name="Unsaved words")


def test_a_page_reloaded_has_what_was_typed(alice: User, alice_page: Page):
    """Each place in a tab of its own: they save side by side."""
    tabs: list[tuple[Page, Place]] = []
    for name in sorted(PLACES):
        tab, at = alice_page.context.new_page(), place(alice, name, "First words")
        open_and_type(tab, at, ", and more")
        tabs.append((tab, at))
    for tab, at in tabs:
        expect(line(tab)).to_have_text(SAVED)
        expect(box(tab, at)).to_be_focused()

        tab.reload()

        expect(box(tab, at)).to_have_value("First words, and more")
        expect(offer(tab)).to_have_count(0)
        expect(tab.locator(".toast")).to_have_count(0)


def test_a_page_only_looked_at_sends_nothing(alice: User, alice_page: Page):
    sent: list[str] = []
    alice_page.on(
        "request",
        lambda request: sent.append(request.url) if request.method == "POST" else None,
    )
    for name in sorted(PLACES):
        at = place(alice, name, "First words\n\nand more")
        alice_page.goto(at.path)
        box(alice_page, at).focus()
        box(alice_page, at).blur()
    alice_page.wait_for_timeout(2000)
    alice_page.goto("/")

    assert sent == []
    assert alice_page.evaluate("localStorage.length") == 0


def test_the_line_stands_beside_the_field_and_says_each_thing_once(
    alice: User, alice_page: Page
):
    at = place(alice, "story", "First words")
    open_and_type(alice_page, at, "!")

    field = alice_page.locator(".field", has=box(alice_page, at))
    expect(field.locator(".kept")).to_have_text("Not saved yet")
    expect(field.locator(".kept")).to_have_text(SAVED)
    live = alice_page.locator("#live")
    expect(live).to_have_text(SAVED)
    live.evaluate("region => { region.textContent = 'quiet' }")
    box(alice_page, at).press_sequentially("?")
    expect(field.locator(".kept")).to_have_text("Not saved yet")
    expect(field.locator(".kept")).to_have_text(SAVED)
    expect(live).to_have_text("quiet")


def test_offline_for_a_while(alice: User, alice_page: Page):
    at = place(alice, "debrief", "First words")
    open_and_type(alice_page, at, ", before")
    expect(line(alice_page)).to_have_text(SAVED)
    alice_page.context.set_offline(True)
    box(alice_page, at).press_sequentially(", during")
    expect(line(alice_page)).to_contain_text("Offline: kept on this device")
    box(alice_page, at).press_sequentially(", still")
    assert at.stored() == "First words, before"

    alice_page.context.set_offline(False)

    expect(line(alice_page)).to_have_text(SAVED)
    expect(box(alice_page, at)).to_be_focused()
    assert at.stored() == "First words, before, during, still"


def test_closed_while_offline(alice: User, alice_page: Page):
    at = place(alice, "follow-up", "Dear Dana")
    alice_page.goto(at.path)
    cut_off(alice_page)
    box(alice_page, at).fill("Dear Dana, thank you so much")
    expect(line(alice_page)).to_contain_text("Offline")
    alice_page.goto(at.path)
    expect(box(alice_page, at)).to_have_value("Dear Dana")
    expect(offer(alice_page)).to_contain_text("You have unsaved words from")
    offer(alice_page).get_by_role("button", name="Put them back").click()

    expect(box(alice_page, at)).to_have_value("Dear Dana, thank you so much")
    expect(line(alice_page)).to_have_text(SAVED)
    assert at.stored() == "Dear Dana, thank you so much"
    alice_page.reload()
    expect(offer(alice_page)).to_have_count(0)


def test_put_back_after_another_place_has_saved(
    alice: User, alice_page: Page, alice_client: Client
):
    at = place(alice, "note", "First words")
    alice_page.goto(at.path)
    cut_off(alice_page)
    box(alice_page, at).fill("Words of the phone")
    expect(line(alice_page)).to_contain_text("Offline")
    alice_client.post(at.path, {"text": "Words of the desk"})

    alice_page.goto(at.path)
    offer(alice_page).get_by_role("button", name="Put them back").click()

    expect(line(alice_page)).to_contain_text("Nothing was overwritten.")
    expect(alice_page.locator("#clashes")).to_contain_text("Words of the desk")
    assert at.stored() == "Words of the desk"


def test_put_back_after_a_part_had_arrived(alice: User, alice_page: Page):
    at = place(alice, "note", "First words")
    alice_page.goto(at.path)

    def lose_the_answer(route: Route) -> None:
        if route.request.method == "POST":
            route.fetch()
            return route.abort()
        return route.continue_()

    alice_page.route(f"**{at.path}", lose_the_answer)
    box(alice_page, at).fill("Second words")
    expect(line(alice_page)).to_contain_text("Offline")
    cut_off(alice_page)
    box(alice_page, at).press_sequentially(" and third ones")
    alice_page.unroute(f"**{at.path}")
    alice_page.goto(at.path)
    expect(box(alice_page, at)).to_have_value("Second words")
    offer(alice_page).get_by_role("button", name="Put them back").click()

    expect(line(alice_page)).to_have_text(SAVED)
    assert at.stored() == "Second words and third ones"


def test_unsaved_words_are_discarded_when_asked(alice: User, alice_page: Page):
    at = place(alice, "note", "First words")
    alice_page.goto(at.path)
    cut_off(alice_page)
    box(alice_page, at).fill("Nonsense")
    expect(line(alice_page)).to_contain_text("Offline")
    alice_page.goto(at.path)
    offer(alice_page).get_by_text("Read them").click()
    expect(offer(alice_page)).to_contain_text("Nonsense")
    offer(alice_page).get_by_role("button", name="Discard").click()
    alice_page.reload()

    expect(offer(alice_page)).to_have_count(0)
    assert at.stored() == "First words"


def test_save_pressed_while_offline_stays_on_the_page(alice: User, alice_page: Page):
    at = place(alice, "question", "First words")
    alice_page.goto(at.path)
    alice_page.context.set_offline(True)
    box(alice_page, at).fill("Second words")
    alice_page.get_by_role("button", name="Save", exact=True).click()

    expect(line(alice_page)).to_contain_text("Offline: kept on this device")
    expect(box(alice_page, at)).to_have_value("Second words")
    alice_page.context.set_offline(False)
    expect(line(alice_page)).to_have_text(SAVED)
    alice_page.get_by_role("button", name="Save", exact=True).click()
    expect(alice_page.locator(".toast.success")).to_have_text(re.compile("Saved"))
    assert at.stored() == "Second words"


def test_saved_in_time_nothing_is_left_to_be_put_back(alice: User, alice_page: Page):
    at = place(alice, "research", "First words")
    alice_page.goto(at.path)
    box(alice_page, at).fill("Second words")
    alice_page.get_by_role("button", name="Save", exact=True).click()
    expect(alice_page.locator(".toast.success")).to_have_count(1)

    alice_page.goto(at.path)
    expect(box(alice_page, at)).to_have_value("Second words")
    expect(offer(alice_page)).to_have_count(0)
    assert alice_page.evaluate("localStorage.length") == 0


def test_an_answer_that_got_lost_is_no_other_page(alice: User, alice_page: Page):
    at = place(alice, "debrief", "First words")
    alice_page.goto(at.path)
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        if route.request.method != "POST" or lost:
            return route.continue_()
        lost.append(route.fetch().text())
        return route.abort()

    alice_page.route(f"**{at.path}", lose_the_first)
    box(alice_page, at).fill("Second words")
    expect(line(alice_page)).to_contain_text("Offline")
    assert at.stored() == "Second words"
    box(alice_page, at).press_sequentially(" and third ones")

    expect(line(alice_page)).to_have_text(SAVED, timeout=15000)
    assert at.stored() == "Second words and third ones"
    expect(alice_page.locator("#clashes")).to_have_count(0)


def test_a_server_in_trouble_is_tried_again(alice: User, alice_page: Page):
    at = place(alice, "note", "First words")
    alice_page.goto(at.path)
    troubles = iter([500, 429])

    def trouble(route: Route) -> None:
        status = next(troubles, None) if route.request.method == "POST" else None
        if status:
            return route.fulfill(status=status, body="Sorry")
        return route.continue_()

    alice_page.route(f"**{at.path}", trouble)
    box(alice_page, at).fill("Second words")

    expect(line(alice_page)).to_contain_text("the server is in trouble")
    expect(line(alice_page)).to_have_text(SAVED, timeout=15000)
    assert at.stored() == "Second words"


def test_signed_out_while_typing(alice: User, alice_page: Page):
    at = place(alice, "debrief", "First words")
    open_and_type(alice_page, at, ", before")
    expect(line(alice_page)).to_have_text(SAVED)
    Session.objects.all().delete()
    box(alice_page, at).press_sequentially(", after")
    expect(line(alice_page)).to_contain_text("You are signed out.")
    expect(line(alice_page)).to_contain_text("kept on this device")
    assert at.stored() == "First words, before"

    with alice_page.context.expect_page() as opened:
        line(alice_page).get_by_role("link", name="Sign in in a new tab").click()
    tab = opened.value
    tab.get_by_label("Email").fill(alice.email)
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in", exact=True).click()
    expect(tab.get_by_role("link", name="Today").first).to_be_visible()
    tab.close()

    alice_page.bring_to_front()
    expect(line(alice_page)).to_have_text(SAVED, timeout=20000)
    expect(box(alice_page, at)).to_have_value("First words, before, after")
    assert at.stored() == "First words, before, after"
    # The whole page has the fresh token: its buttons work, too.
    alice_page.get_by_role("button", name="Save", exact=True).click()
    expect(alice_page.locator(".toast.success")).to_have_count(1)


def test_two_tabs(alice: User, alice_page: Page):
    at = place(alice, "story", "First words")
    other = alice_page.context.new_page()
    for tab in (alice_page, other):
        tab.goto(at.path)
    box(other, at).fill("Words of the other tab")
    expect(line(other)).to_have_text(SAVED)

    box(alice_page, at).fill("Words of this tab")
    before = box(alice_page, at).bounding_box()
    both = alice_page.locator("#clashes")
    expect(line(alice_page)).to_contain_text("Nothing was overwritten.")
    expect(both).to_contain_text("Words of this tab")
    expect(both).to_contain_text("Words of the other tab")
    expect(box(alice_page, at)).to_have_value("Words of this tab")
    expect(box(alice_page, at)).to_be_focused()
    assert box(alice_page, at).bounding_box() == before
    assert at.stored() == "Words of the other tab"
    assert obstacles(alice_page) == []

    both.get_by_label("Keep both, one after the other").check()
    both.get_by_role("button", name="Save it so").click()

    expect(box(alice_page, at)).to_have_value(
        "Words of this tab\n\nWords of the other tab"
    )
    assert "Words of the other tab" in at.stored()
    expect(offer(alice_page)).to_have_count(0)


def changed_in_another_tab(page: Page, at: Place) -> None:
    """The page is open, and what it shows is no longer what is stored."""
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(at.path)
    box(other, at).fill("Words of the other tab")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.locator(".toast.success")).to_have_count(1)


def expect_a_choice(page: Page, at: Place) -> None:
    """Both are shown, nothing was overwritten, and what is chosen is saved."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Changed while you wrote")
    yours = page.get_by_label("Yours", exact=True)
    expect(yours).to_have_value("Words of this tab")
    assert at.stored() == "Words of the other tab"
    assert obstacles(page) == []
    yours.fill("Words of both")
    page.get_by_role("button", name="Save it so").click()
    expect(box(page, at)).to_have_value("Words of both")
    expect(offer(page)).to_have_count(0)
    assert at.stored() == "Words of both"


def test_two_tabs_and_save_pressed_after_the_words_were_sent(
    alice: User, alice_page: Page
):
    at = place(alice, "note", "First words")
    changed_in_another_tab(alice_page, at)

    box(alice_page, at).fill("Words of this tab")
    expect(line(alice_page)).to_contain_text("Nothing was overwritten.")
    alice_page.get_by_role("button", name="Save", exact=True).click()

    expect_a_choice(alice_page, at)


def test_two_tabs_and_save_pressed_before_the_words_were_sent(
    alice: User, alice_page: Page
):
    """Typed and pressed in one go: no words can have saved themselves in between."""
    at = place(alice, "note", "First words")
    changed_in_another_tab(alice_page, at)

    save = alice_page.get_by_role("button", name="Save", exact=True)
    save.evaluate(
        """(button, name) => {
          const words = button.form.elements[name];
          words.value = "Words of this tab";
          words.dispatchEvent(new Event("input", { bubbles: true }));
          button.form.requestSubmit(button);
        }""",
        at.field,
    )
    expect(line(alice_page)).to_contain_text("Nothing was overwritten.")
    expect(alice_page.locator("#clashes")).to_contain_text("Words of the other tab")
    assert at.stored() == "Words of the other tab"
    save.click()

    expect_a_choice(alice_page, at)


def test_a_new_story_is_kept_on_the_device_until_it_is_saved(
    alice: User, alice_page: Page
):
    alice_page.goto("/stories/new/")
    alice_page.locator("[name='action']").fill("I asked three suppliers")
    expect(line(alice_page)).to_have_text("Kept on this device until you save it.")
    alice_page.reload()
    offer(alice_page).get_by_role("button", name="Put them back").click()
    expect(alice_page.locator("[name='action']")).to_have_value(
        "I asked three suppliers"
    )

    alice_page.locator("[name='title']").fill("The tender")
    alice_page.get_by_role("button", name="Save the story").click()
    expect(alice_page.locator(".toast.success")).to_have_count(1)

    assert Story.objects.get().action == "I asked three suppliers"
    alice_page.goto("/stories/new/")
    expect(offer(alice_page)).to_have_count(0)


def test_a_note_is_kept_until_it_is_added(alice: User, alice_page: Page):
    job = acme(alice)
    alice_page.goto(job.get_absolute_url())
    alice_page.get_by_label("Note").fill("They mentioned a move")
    alice_page.reload()
    offer(alice_page).get_by_role("button", name="Put them back").click()
    alice_page.get_by_role("button", name="Add the note").click()
    expect(alice_page.locator(".timeline")).to_contain_text("They mentioned a move")

    alice_page.reload()
    expect(offer(alice_page)).to_have_count(0)
    assert Note.objects.count() == 1


def test_signed_out_when_the_button_is_pressed(alice: User, alice_page: Page):
    alice_page.goto("/stories/new/")
    alice_page.locator("[name='title']").fill("The tender")
    Session.objects.all().delete()
    alice_page.get_by_role("button", name="Save the story").click()
    alice_page.get_by_label("Email").fill(alice.email)
    alice_page.get_by_label("Password").fill(PASSWORD)
    alice_page.get_by_role("button", name="Sign in", exact=True).click()

    expect(alice_page).to_have_url(re.compile("/stories/new/$"))
    offer(alice_page).get_by_role("button", name="Put them back").click()
    expect(alice_page.locator("[name='title']")).to_have_value("The tender")


def test_what_was_refused_is_kept(alice: User, alice_page: Page):
    alice_page.goto("/stories/new/")
    alice_page.locator("[name='action']").fill("I asked three suppliers")
    alice_page.locator("form[data-keep-words]").evaluate("form => form.noValidate = 1")
    alice_page.get_by_role("button", name="Save the story").click()
    expect(alice_page.locator(".errorlist")).to_have_count(1)

    alice_page.goto("/stories/new/")
    expect(offer(alice_page)).to_be_visible()


def test_somebody_else_on_the_same_browser_sees_nothing(
    alice_page: Page,
    alice_client: Client,
    mallory_client: Client,
    live_server: LiveServer,
):
    alice_page.goto("/stories/new/")
    alice_page.locator("[name='action']").fill("Only alice knows")
    expect(line(alice_page)).to_be_visible()
    alice_page.goto("/accounts/logout/")
    expect(alice_page.get_by_text("only on this device")).to_be_visible()

    browsing.sign_in(alice_page, mallory_client, live_server.url)
    alice_page.goto("/stories/new/")
    expect(alice_page.get_by_role("heading", level=1)).to_have_text("A new story")
    expect(offer(alice_page)).to_have_count(0)
    assert "Only alice knows" not in alice_page.content()
    alice_page.goto("/accounts/logout/")
    expect(alice_page.get_by_text("only on this device")).to_be_hidden()

    browsing.sign_in(alice_page, alice_client, live_server.url)
    alice_page.goto("/stories/new/")
    offer(alice_page).get_by_role("button", name="Put them back").click()
    expect(alice_page.locator("[name='action']")).to_have_value("Only alice knows")


def test_an_open_page_is_not_saved_as_somebody_else(
    alice: User, alice_page: Page, mallory_client: Client, live_server: LiveServer
):
    at = place(alice, "note", "First words")
    alice_page.goto(at.path)
    browsing.sign_in(alice_page, mallory_client, live_server.url)
    box(alice_page, at).fill("Second words")

    expect(line(alice_page)).to_contain_text("Somebody else is signed in now.")
    assert at.stored() == "First words"


def test_deleted_while_typing(alice: User, alice_page: Page):
    at = place(alice, "note", "First words")
    alice_page.goto(at.path)
    Note.objects.all().delete()
    box(alice_page, at).fill("Second words")

    expect(line(alice_page)).to_contain_text("This was deleted")
    expect(box(alice_page, at)).to_have_value("Second words")
