"""The whole job as its user does it: `make run`, a browser, a mailbox."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests import browsing
from tests.sink import Sink
from tests.story import clone

BERLIN = ZoneInfo("Europe/Berlin")
EMAIL = "sam@example.com"
PASSWORD = "correct horse battery staple"


@pytest.fixture
def mailbox() -> Iterator[Sink]:
    sink = Sink()
    sink.start()
    yield sink
    sink.stop()


@pytest.fixture
def product(passable_folder: Path, mailbox: Sink) -> Iterator[str]:
    url = f"smtp://127.0.0.1:{mailbox.port}"
    with clone.running(passable_folder, EMAIL_URL=url) as address:
        yield address


def test_a_second_interview_from_sign_up_to_thanks(
    product: str, mailbox: Sink, browser: Browser
) -> None:
    with browsing.watched_page(browser, product, timezone_id="Europe/Berlin") as page:
        sign_up(page, mailbox)
        log_second_interview(page)
        expect_advice_with_reason_and_source(page)
        mail = the_one_reminder(mailbox, within=45)
        check_both_parts_and_headers(mail)
        mark_as_sent_from_the_mail(browser, product, mail)
        expect_only_dana_is_thanked(page)
        finish_on_today(page)
    assert len(reminders(mailbox)) == 1


def sign_up(page: Page, mailbox: Sink) -> None:
    page.goto("/")
    page.get_by_role("link", name="Make an account").click()
    page.get_by_label("Email").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    # Filled by the script from the browser, and there to be seen and changed.
    expect(page.get_by_label("Time zone")).to_have_value("Europe/Berlin")
    page.get_by_role("button", name="Make my account").click()
    page.get_by_label("Code").fill(code_in(mailbox.wait_for(1)[0]))
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("heading", name="Welcome to Callback")).to_be_visible()


def code_in(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    code = re.search(r"^\s*([A-Z0-9]{4,}-?[A-Z0-9]{2,})\s*$", body.get_content(), re.M)
    assert code, body.get_content()
    return code[1]


def log_second_interview(page: Page) -> None:
    """It ended an hour ago; two people were there."""
    page.get_by_role("link", name="Log an invite").first.click()
    ended = timezone.now().astimezone(BERLIN) - timedelta(hours=1)
    started = ended - timedelta(minutes=45)
    page.get_by_label("Company").fill("Acme")
    page.get_by_label("Role", exact=True).fill("Product analyst")
    expect(page.locator("[name=number]")).to_have_value("2")  # a callback usually is
    page.locator("[name=starts]").fill(f"{started:%Y-%m-%dT%H:%M}")
    page.locator("[name=length]").fill("45")
    page.get_by_label("Panel").check()
    for row, (name, title) in enumerate(
        [("Dana Wu", "VP Product"), ("Rafael Ortiz", "Team lead")]
    ):
        if row:
            page.get_by_role("button", name="Another person").click()
        page.locator(f"[name=people-{row}-name]").fill(name)
        page.locator(f"[name=people-{row}-title]").fill(title)
    page.get_by_role("button", name=re.compile("^Save")).click()
    expect(page.get_by_role("heading", name="Second interview")).to_be_visible()


def expect_advice_with_reason_and_source(page: Page) -> None:
    advice = page.locator(".advice")
    expect(advice.first).to_contain_text("because")
    expect(advice.first).to_contain_text("WhatJobs")


def reminders(mailbox: Sink) -> list[EmailMessage]:
    return [m for m in mailbox.messages if m["List-Unsubscribe"]]


def the_one_reminder(mailbox: Sink, *, within: float) -> EmailMessage:
    mailbox.wait_for(2, seconds=within)
    (mail,) = reminders(mailbox)
    return mail


def parts_of(mail: EmailMessage) -> tuple[str, str]:
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content()


def links_in(text: str) -> set[str]:
    return set(re.findall(r"http://localhost:\d+/[^\s\"<>)]*", text))


def check_both_parts_and_headers(mail: EmailMessage) -> None:
    text, html = parts_of(mail)
    for word in ("Dana Wu", "Rafael Ortiz"):
        assert word in text
        assert word in html
        assert word in mail["Subject"]
    assert "Acme" in mail["Subject"]
    assert "Berlin" in text
    assert links_in(text) == links_in(html)
    assert mail["To"] == EMAIL
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert {"Message-ID", "Date", "List-Id"} <= set(mail.keys())


def mark_as_sent_from_the_mail(
    browser: Browser, product: str, mail: EmailMessage
) -> None:
    """On another device, where nobody is signed in."""
    link = sent_link(mail, to="Dana Wu")
    with browsing.watched_page(browser, product) as page:
        for _ in range(3):  # scanners open links; that must do nothing
            assert page.request.get(link).ok
            assert page.request.head(link).ok
        page.goto(link)
        expect(page.locator("main")).to_contain_text("Dana Wu")
        expect(page.locator("main")).to_contain_text("Nothing has changed yet")
        page.get_by_role("button", name=re.compile("sent", re.I)).click()
        expect(page.get_by_role("button", name="Undo")).to_be_visible()


def sent_link(mail: EmailMessage, *, to: str) -> str:
    """The address behind "Mark as sent" in the part of the mail about one person."""
    text, _ = parts_of(mail)
    about = text[text.index(f"\n{to}") :]
    link = re.search(r"Mark as sent:?\s*(\S+)", about)
    assert link, text
    return link[1]


def expect_only_dana_is_thanked(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="One thing is due")).to_be_visible()
    due = page.locator(".due-group")
    expect(due).to_contain_text("Rafael Ortiz")
    expect(due).not_to_contain_text("Dana Wu")


def finish_on_today(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Sent")).click()
    expect(page.get_by_role("heading", name="Nothing is due")).to_be_visible()
    page.goto("/")
    expect(page.get_by_role("heading", name="Nothing is due")).to_be_visible()
