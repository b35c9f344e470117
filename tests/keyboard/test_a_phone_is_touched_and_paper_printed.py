"""Targets a finger hits, fields that do not zoom, and what a printer gets."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from applications.models import Application
from tests import browsing
from tests.keyboard.pages import addresses

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# A box is hit through its label; a link within words is as tall as they are.
SMALL = """() => [...document.querySelectorAll(".btn, .side a, .tabs a, summary.btn, select,"
    + " textarea, input:not([type=hidden], [type=checkbox], [type=radio])")]
  .filter((el) => el.checkVisibility() && !el.closest(".gone, .scripted:empty"))
  .filter((el) => el.getBoundingClientRect().height < 44 && el.clientWidth > 1)
  .map((el) => `${el.getBoundingClientRect().height} px tall: ${el.outerHTML.slice(0, 90)}`)
"""
ZOOMING = """() => [...document.querySelectorAll("input:not([type=hidden], [type=checkbox],"
    + " [type=radio]), select, textarea")]
  .filter((el) => el.checkVisibility() && parseFloat(getComputedStyle(el).fontSize) < 16)
  .map((el) => `zooms when touched: ${el.outerHTML.slice(0, 90)}`)"""
WIDE = "() => document.documentElement.scrollWidth > innerWidth ? ['wide'] : []"


def _wrong(page: Page) -> Iterator[str]:
    for check in (SMALL, ZOOMING, WIDE):
        yield from page.evaluate(check)


def _printed(page: Page, address: str) -> list[str]:
    page.goto(address)
    page.emulate_media(media="print")
    shown = "nav.side, .head .right, main form, .toasts"
    left = [each for each in page.locator(shown).all() if each.is_visible()]
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf()))
    wrong = [f"{address}: {len(left)} things nobody can press on paper"] if left else []
    return wrong + ([f"{address}: {sheets} sheets"] if sheets > 1 else [])


def test_fingers_fields_and_paper(alice, alice_client, browser, live_server):
    found: list[str] = []
    pages = addresses(alice)
    phone = {
        "viewport": {"width": 360, "height": 740},
        "has_touch": True,
        "is_mobile": True,
        "reduced_motion": "reduce",
    }
    with browsing.watched_page(browser, live_server.url, **phone) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        for address in pages:
            page.goto(address)
            found += [f"{address}: {wrong}" for wrong in _wrong(page)]
    job = Application.objects.get(company__name="Greenbank Kitchens")
    with browsing.watched_page(browser, live_server.url) as page:
        browsing.sign_in(page, alice_client, live_server.url)
        for address in (job.get_absolute_url(), "/calendar/?view=week"):
            found += _printed(page, address)
    assert not found, "\n".join(found)
