"""Paste, drop, phone, no script, keys only: from the invitation to the saved round."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from interviews.models import Invite, Round
from tests import browsing
from tests.accessible import obstacles
from tests.invites.web.letters import AMBIGUOUS, LETTER, ON_SITE, REJECTION, event

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# As the browser does it when somebody presses Ctrl+V, the clipboard in `text`.
PASTE = """([selector, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const target = document.querySelector(selector);
  const event = new ClipboardEvent("paste", {
    clipboardData: data, bubbles: true, cancelable: true });
  if (target.dispatchEvent(event) && target.matches("textarea")) {
    target.value += text;
  }
}"""
DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: "text/calendar" }));
  for (const kind of ["dragenter", "dragover"]) {
    document.body.dispatchEvent(new DragEvent(kind, {
      dataTransfer: data, bubbles: true, cancelable: true }));
  }
  window.dropNow = () => document.body.dispatchEvent(new DragEvent("drop", {
    dataTransfer: data, bubbles: true, cancelable: true }));
}"""

SECOND = 'data.items.add(new File([text], "b.ics", { type: "text/calendar" }));'
EVIL_MAIL = """From: Evil <evil@evil.test>
To: alice@example.com
Subject: Interview
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body onload="window.hit = 1"><script>window.hit = 2</script>
<p>We invite you to an interview at Globex on Tuesday 30 November 2038 at 3pm GMT.</p>
<img src="https://evil.test/pixel.png" onerror="window.hit = 3">
<iframe src="https://evil.test/"></iframe>
</body></html>
"""


def far(text: str) -> str:
    """The same in a year that lies ahead whenever the test runs."""
    return text.replace("Monday 30 November 2026", "Tuesday 30 November 2038")


def saved(page: Page) -> Round:
    expect(page.get_by_role("heading", name="Second interview")).to_be_visible()
    return Round.objects.get()


def test_pasted_into_the_box_and_enter(alice_page: Page) -> None:
    page = alice_page
    page.goto("/")
    page.keyboard.press("n")
    box = page.get_by_label("Paste the invitation")
    expect(box).to_be_focused()
    page.evaluate(PASTE, ["#pasted", far(LETTER)])
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    expect(page.locator("[data-save]")).to_be_focused()

    page.keyboard.press("Enter")

    assert str(saved(page).application) == "Data Analyst at Globex"


def test_pasted_anywhere(alice_page: Page) -> None:
    page = alice_page
    page.goto("/people/")
    page.evaluate(PASTE, ["body", far(LETTER)])

    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()


def test_a_word_pasted_anywhere_is_nothing(alice_page: Page) -> None:
    page = alice_page
    page.goto("/people/")
    page.evaluate(PASTE, ["body", "A word"])
    page.get_by_role("link", name="Today").click()

    assert not Invite.objects.exists()


def test_a_file_dropped_anywhere(alice_page: Page) -> None:
    page = alice_page
    page.goto("/")
    text = event(start="20381130T130000Z", end="20381130T140000Z")
    page.evaluate(DROP, ["invite.ics", text])
    expect(page.get_by_text("Drop the invitation")).to_be_visible()
    page.evaluate("window.dropNow()")

    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    assert Invite.objects.get().filename == "invite.ics"


def test_several_files_dropped_are_not_one_invitation(alice_page: Page) -> None:
    page = alice_page
    page.goto("/")
    page.evaluate(
        DROP.replace("  for (", f"  {SECOND}\n  for (", 1), ["a.ics", event()]
    )
    page.evaluate("window.dropNow()")

    expect(page.get_by_text("one invitation at a time")).to_be_visible()
    assert not Invite.objects.exists()


def test_what_is_dragged_about_on_the_page_is_no_invitation(alice_page: Page) -> None:
    page = alice_page
    page.goto("/")
    page.evaluate(
        "document.body.dispatchEvent(new DragEvent('dragstart', {bubbles: 1}))"
    )
    page.evaluate(DROP, ["invite.ics", event()])

    expect(page.get_by_text("Drop the invitation")).to_have_count(0)


def test_a_page_in_a_mail_does_nothing(alice_page: Page) -> None:
    """Nothing runs and nobody else is asked: the watched page fails otherwise."""
    page = alice_page
    page.goto("/")
    page.evaluate(DROP, ["mail.eml", EVIL_MAIL])
    page.evaluate("window.dropNow()")
    letter = page.get_by_role("region", name="The invitation")
    expect(letter).to_contain_text("interview at Globex")
    page.goto(f"{page.url}original/")

    expect(page.locator(".letter")).to_contain_text("interview at Globex")
    assert page.locator(".letter *").count() == 0
    assert page.evaluate("window.hit") is None


def test_a_question_is_one_click_and_enter(alice_page: Page) -> None:
    page = alice_page
    page.goto("/invites/new/")
    page.evaluate(PASTE, ["#pasted", far(AMBIGUOUS)])
    chicago = page.get_by_role("radio", name="Chicago")
    expect(chicago).to_be_focused()
    expect(page.get_by_label("Time zone of these times")).to_have_value("")
    chicago.click()
    expect(page.get_by_label("Time zone of these times")).to_have_value(
        "America/Chicago"
    )
    page.keyboard.press("Enter")

    assert saved(page).all_sessions[0].time_zone == "America/Chicago"


def test_a_field_shows_its_words(alice_page: Page) -> None:
    page = alice_page
    page.goto("/invites/new/")
    page.evaluate(PASTE, ["#pasted", far(LETTER)])
    page.get_by_label("Link").focus()

    expect(page.locator("mark.on")).to_have_text("https://zoom.us/j/8812204417")


def test_what_was_changed_is_there_after_a_reload(alice_page: Page) -> None:
    page = alice_page
    page.goto("/invites/new/")
    page.evaluate(PASTE, ["#pasted", far(LETTER)])
    with page.expect_response("**/typed/"):
        page.get_by_label("Role", exact=True).fill("Lead analyst")
        page.get_by_label("Role", exact=True).blur()
    page.reload()

    expect(page.get_by_label("Role", exact=True)).to_have_value("Lead analyst")


def test_another_person_is_added_to_a_draft(alice_page: Page) -> None:
    page = alice_page
    page.goto("/invites/new/")
    page.evaluate(PASTE, ["#pasted", far(LETTER)])
    page.get_by_role("button", name="Another person").click()

    expect(page.locator("[name=people-3-name]")).to_be_focused()
    expect(page.locator("[name=people-0-name]")).to_have_value("Priya Nair")


@pytest.mark.parametrize("how", ["paste", "upload"])
def test_without_javascript(
    alice: User,
    alice_client: Client,
    browser: Browser,
    live_server: LiveServer,
    tmp_path: Path,
    how: str,
) -> None:
    with browsing.watched_page(
        browser, live_server.url, java_script_enabled=False
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        page.goto("/invites/new/")
        if how == "paste":
            page.get_by_label("Paste the invitation").fill(far(AMBIGUOUS))
        else:
            file = tmp_path / "mail.txt"
            file.write_text(far(AMBIGUOUS))
            page.get_by_label("or choose a file").set_input_files(file)
        page.get_by_role("button", name="Read it").click()
        page.get_by_role("radio", name="Chicago").check()
        page.get_by_role("button", name="Save the round", exact=False).last.click()
        assert saved(page).all_sessions[0].time_zone == "America/Chicago"


def test_with_the_keyboard_alone(alice_page: Page) -> None:
    page = alice_page
    page.goto("/")
    page.keyboard.press("n")
    page.wait_for_url("**/invites/new/")
    expect(page.get_by_label("Paste the invitation")).to_be_focused()
    page.keyboard.insert_text(far(AMBIGUOUS))
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("radio", name="Chicago")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")

    assert saved(page).all_sessions[0].time_zone == "America/Chicago"


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_in_the_way_of_anybody(
    alice_client: Client, browser: Browser, live_server: LiveServer, width: int
) -> None:
    with browsing.watched_page(
        browser,
        live_server.url,
        viewport={"width": width, "height": 800},
        reduced_motion="reduce",
    ) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        for text in (AMBIGUOUS, ON_SITE, REJECTION):
            page.goto("/invites/new/")
            page.get_by_label("Paste the invitation").fill(text)
            page.get_by_role("button", name="Read it").click()
            page.wait_for_url("**/invites/*/")
            assert obstacles(page) == []
        page.goto(f"{page.url}original/")
        assert obstacles(page) == []
