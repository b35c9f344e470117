from __future__ import annotations

import re

import pytest

from accounts.models import User

URL = "/accounts/signup/"
TYPED = {"email": "Sam@Example.com", "password1": "a long enough phrase"}


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Calcutta", "US/Eastern"])
def test_and_keeps_the_answer_old_names_too(zone, client, db):
    response = client.post(URL, TYPED | {"time_zone": zone})

    assert response.status_code == 302
    user = User.objects.get()
    assert (user.email, user.time_zone) == ("sam@example.com", zone)


@pytest.mark.parametrize("zone", ["", "Mars/Base", "../etc/passwd"])
def test_and_takes_no_other(zone, client, db):
    page = client.post(URL, TYPED | {"time_zone": zone}).content.decode()

    assert 'id="id_time_zone_error"' in page
    assert 'value="Sam@Example.com"' in page
    assert not User.objects.exists()


def test_an_old_name_stays_chosen_when_something_else_is_wrong(client, db):
    page = client.post(URL, {"email": "", "time_zone": "Asia/Calcutta"})
    assert '<option value="Asia/Calcutta" selected>' in page.content.decode()


def test_visibly_and_with_nothing_chosen_beforehand(client, db):
    page = client.get(URL).content.decode()
    assert "Choose your time zone" in page
    assert '<option value="Europe/Berlin">' in page


def test_in_words_by_region_and_each_place_once(client, db):
    page = client.get(URL).content.decode()
    assert '<optgroup label="Europe">' in page
    assert re.search(r'"Asia/Kolkata">Kolkata, UTC\+5:30</option>', page)
    assert re.search(r'"America/Indiana/Knox">Knox, Indiana, UTC', page)
    for old in ("America/Knox_IN", "US/Eastern", "Asia/Calcutta"):
        assert old not in page


def test_and_says_so_where_it_is_left_out(client, db):
    page = client.post(URL, TYPED | {"time_zone": ""}).content.decode()
    assert "Choose your time zone." in page


def test_a_known_address_is_refused(client, alice):
    typed = TYPED | {"email": "ALICE@example.com", "time_zone": "UTC"}
    page = client.post(URL, typed).content.decode()
    assert 'id="id_email_error"' in page
    assert User.objects.count() == 1


@pytest.mark.browser
@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Calcutta"])
def test_the_browser_answers_it(zone, browser, live_server):
    context = browser.new_context(base_url=live_server.url, timezone_id=zone)
    page = context.new_page()
    page.goto(URL)
    assert page.locator("#id_time_zone").input_value() == zone

    page.fill("#id_email", "sam@example.com")
    page.fill("#id_password1", "a long enough phrase")
    page.click("text=Make my account")
    page.wait_for_url(live_server.url + "/")
    context.close()
    assert User.objects.get().time_zone == zone
