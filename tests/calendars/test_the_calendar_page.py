"""You, Calendar: make the link, copy it, choose, renew, stop; with a script or without."""

from __future__ import annotations

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from calendars import links
from calendars.models import Feed

PAGE = "/you/calendar/"
ALL = {"rounds": "on", "notes": "on", "deadlines": "on", "alarms": "on"}


def test_you_leads_there(alice_client):
    assert f'href="{PAGE}"' in alice_client.get("/you/").text


def test_before_there_is_a_link_it_says_what_it_would_be(alice_client):
    page = alice_client.get(PAGE).text

    assert "You have none yet" in page
    assert "Make the link" in page
    assert ".ics" not in page


def test_the_link_is_made_and_can_be_seen_again(alice, alice_client):
    assert alice_client.post(PAGE, ALL).status_code == 302

    feed = Feed.objects.get(owner=alice)
    for _ in range(2):
        page = alice_client.get(PAGE).text
        assert f'value="{links.url(feed)}"' in page
        assert f'href="{links.webcal_url(feed)}"' in page


def test_choosing_again_keeps_the_link(alice_client):
    alice_client.post(PAGE, ALL)
    before = Feed.objects.get().nonce

    alice_client.post(PAGE, {"rounds": "on"})

    feed = Feed.objects.get()
    assert (feed.rounds, feed.notes, feed.deadlines, feed.alarms) == (
        *(True, False, False, False),
    )
    assert feed.nonce == before


def test_an_empty_choice_is_refused_beside_the_form(alice_client):
    response = alice_client.post(PAGE, {"alarms": "on"})

    assert response.status_code == 422
    assert "Choose at least one thing" in response.text
    assert not Feed.objects.exists()


def test_stopped_it_is_as_if_there_never_was_one(alice_client):
    alice_client.post(PAGE, ALL)

    alice_client.post("/you/calendar/stop/")

    assert "You have none yet" in alice_client.get(PAGE).text


@pytest.mark.parametrize("deed", ["renew", "stop"])
def test_without_a_link_there_is_nothing_to_renew_or_stop(alice_client, deed):
    assert alice_client.post(f"/you/calendar/{deed}/").status_code == 302
    assert not Feed.objects.exists()


def test_where_only_this_computer_reads_it_the_page_says_so(alice_client, settings):
    alice_client.post(PAGE, ALL)

    assert "runs on one computer" in alice_client.get(PAGE).text


@pytest.mark.browser
def test_in_a_browser(alice_page: Page):
    page = alice_page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(PAGE)
    page.get_by_role("button", name="Make the link").click()

    page.get_by_role("button", name="Copy the link").click()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.get_by_label("Address to subscribe to").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == link
    assert Client().get(link[link.index("/calendar/") :]).status_code == 200
    page.get_by_text("A new link, or none").click()
    page.get_by_role("button", name="Make a new link").click()
    expect(page.get_by_label("Address to subscribe to")).not_to_have_value(link)
