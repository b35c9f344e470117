from __future__ import annotations

import pytest

from accounts.models import User

TYPED = {
    "email": "sam@example.com",
    "password1": "a long enough phrase",
    "time_zone": "UTC",
}


def test_the_page_says_so_kindly(client, db, settings):
    settings.REGISTRATION_OPEN = False
    page = client.get("/accounts/signup/").content.decode()
    assert "No new accounts here" in page
    assert "/accounts/login/" in page


@pytest.mark.parametrize("is_open", [True, False])
def test_signing_in_offers_no_more_than_there_is(is_open, client, db, settings):
    settings.REGISTRATION_OPEN = is_open
    page = client.get("/accounts/login/").content.decode()
    assert ("Make an account" in page) is is_open


def test_nobody_gets_in(client, db, settings):
    settings.REGISTRATION_OPEN = False
    client.post("/accounts/signup/", TYPED)
    assert not User.objects.exists()


def test_open_lets_people_in(client, db, settings):
    settings.REGISTRATION_OPEN = True
    client.post("/accounts/signup/", TYPED)
    assert User.objects.count() == 1
