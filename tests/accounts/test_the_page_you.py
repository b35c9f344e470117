from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from accounts.models import User
from accounts.signals import time_zone_changed


def test_it_leads_to_everything_about_the_account(alice_client):
    page = alice_client.get("/you/").content.decode()
    for url in (
        "/accounts/email/",
        "/accounts/password/change/",
        "/accounts/logout/",
        "/you/reminders/",
    ):
        assert url in page
    assert '<option value="Europe/Berlin" selected>' in page


def test_the_time_zone_is_changed_and_told_in_the_same_transaction(alice, alice_client):
    told: list[tuple[User, bool]] = []

    def hear(user: User, **_: Any) -> None:
        told.append((user, connection.in_atomic_block))

    time_zone_changed.connect(hear)
    try:
        alice_client.post("/you/", {"time_zone": "America/New_York"})
    finally:
        time_zone_changed.disconnect(hear)

    alice.refresh_from_db()
    assert alice.time_zone == "America/New_York"
    assert told == [(alice, True)]


def test_an_unknown_zone_is_refused(alice, alice_client):
    response = alice_client.post("/you/", {"time_zone": "Mars/Base"})
    assert response.status_code == 422
    assert 'id="id_time_zone_error"' in response.content.decode()
    alice.refresh_from_db()
    assert alice.time_zone == "Europe/Berlin"


def test_an_old_name_stays_chosen(alice, alice_client):
    User.objects.update(time_zone="Asia/Calcutta")
    page = alice_client.get("/you/").content.decode()
    assert '<option value="Asia/Calcutta" selected>' in page


def test_the_colours_follow_the_choice_in_this_browser(alice_client, client, db):
    assert "data-theme" not in alice_client.get("/you/").content.decode()

    alice_client.post("/you/theme/", {"theme": "dark"})
    assert (
        '<html lang="en" data-theme="dark">'
        in alice_client.get("/you/").content.decode()
    )
    assert "data-theme" not in client.get("/accounts/login/").content.decode()

    alice_client.post("/you/theme/", {"theme": ""})
    assert "data-theme" not in alice_client.get("/you/").content.decode()


def test_a_strange_theme_is_ignored(alice_client):
    alice_client.post("/you/theme/", {"theme": '"><script>'})
    alice_client.cookies["theme"] = "neon"
    assert "data-theme" not in alice_client.get("/you/").content.decode()


def test_the_name_is_kept_and_may_be_emptied(alice, alice_client):
    alice_client.post("/you/name/", {"name": " Alice Moreno "})
    alice.refresh_from_db()
    assert alice.name == "Alice Moreno"
    assert 'value="Alice Moreno"' in alice_client.get("/you/").content.decode()

    alice_client.post("/you/name/", {"name": ""})
    alice.refresh_from_db()
    assert alice.name == ""


def test_an_endless_name_is_refused_and_said(alice, alice_client):
    page = alice_client.post("/you/name/", {"name": "x" * 121}, follow=True)
    assert "at most 120 characters" in page.content.decode()
    alice.refresh_from_db()
    assert alice.name == ""


@pytest.mark.parametrize("can_mail", [True, False])
@pytest.mark.parametrize("url", ["/you/", "/accounts/logout/"])
def test_no_mail_is_promised_where_none_leaves(url, can_mail, alice_client, settings):
    settings.EMAIL_CONFIGURED = can_mail
    page = alice_client.get(url).content.decode()
    says_so = "Mail is not configured" in page or "No mail leaves for you" in page
    assert says_so is not can_mail
    assert ("keep coming by mail" in page) is (can_mail and url != "/you/")


@pytest.mark.parametrize(
    ("typed", "kept"), [("yes", True), ("no", False), ("", None), ("maybe", None)]
)
def test_it_keeps_whether_looking_for_work_is_new(alice, alice_client, typed, kept):
    response = alice_client.post("/you/experience/", {"new_to_job_hunting": typed})

    assert response.status_code == 302
    alice.refresh_from_db()
    assert alice.new_to_job_hunting is kept
