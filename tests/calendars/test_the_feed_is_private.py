"""Whoever has the link reads the calendar, and nobody else learns anything."""

from __future__ import annotations

import io
import logging

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import set_script_prefix
from gunicorn.config import Config

from calendars import actions, limits, links
from calendars.models import Feed
from config.access_log import AccessLog
from config.masking import Masking
from portability.deletion import delete_account
from portability.export import document
from tests.calendars.reading import events, fetched
from tests.interviews.world import NOW, acme, invited
from tests.security.tables import dump

pytestmark = pytest.mark.usefixtures("monday")
ALL = {"rounds": True, "notes": True, "deadlines": True, "alarms": True}


@pytest.fixture
def feed(alice) -> Feed:
    invited(acme(alice), starts_at=NOW)
    return actions.choose(alice, now=NOW, **ALL)


def test_it_opens_without_signing_in_and_sets_no_cookie(client, feed):
    response = client.get(links.path(feed))

    assert response.status_code == 200
    assert not response.cookies
    assert len(events(fetched(client, links.path(feed)))) == 3


def test_it_is_kept_from_caches_search_engines_and_other_sites(client, feed):
    for path in (links.path(feed), "/calendar/unknown.ics"):
        response = client.get(path)

        assert response["Cache-Control"] == "private, no-cache"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Referrer-Policy"] == "no-referrer"


def test_what_is_wrong_with_a_link_is_not_told(client, feed):
    token = links.token(feed.nonce)
    other = "A" if token[-1] != "A" else "B"
    wrong = ["x", "ü" * 43, token[:-1], token + "A", token[:-1] + other, "A" * 43]
    answers = [client.get(f"/calendar/{text}.ics") for text in wrong]
    actions.stop(feed.owner)
    answers.append(client.get(f"/calendar/{token}.ics"))

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({repr(sorted(answer.items())) for answer in answers}) == 1


def test_a_guess_costs_no_query(client, feed):
    with CaptureQueriesContext(connection) as captured:
        client.get(f"/calendar/{'A' * 43}.ics")

    assert len(captured) == 0


def test_half_of_a_link_is_random_half_follows_from_the_key(feed, settings):
    token = links.token(feed.nonce)
    settings.SECRET_KEY = "another" * 8

    assert len(token) == 43
    assert links.token(feed.nonce)[:21] == token[:21]
    assert links.nonce_of(token) is None


def test_a_copy_of_the_database_holds_no_link(feed):
    assert links.token(feed.nonce) not in repr(dump())


def test_a_new_link_ends_the_old_one(client, alice_client, feed):
    old = links.path(feed)

    alice_client.post("/you/calendar/renew/")

    new = links.path(Feed.objects.get())
    assert client.get(old).status_code == 404
    assert client.get(new).status_code == 200


def test_of_an_account_that_was_shut_nothing_is_read(client, alice, feed):
    alice.is_active = False
    alice.save()

    assert client.get(links.path(feed)).status_code == 404


def test_a_stranger_changes_nothing(mallory_client, feed):
    mallory_client.post("/you/calendar/renew/")
    mallory_client.post("/you/calendar/stop/")
    mallory_client.post("/you/calendar/", {"rounds": "on"})

    assert Feed.objects.get(owner=feed.owner).nonce == feed.nonce


def test_who_has_it_already_is_told_so(client, feed):
    first = client.get(links.path(feed))
    again = {"If-None-Match": first["ETag"]}

    assert client.get(links.path(feed), headers=again).status_code == 304
    invited(acme(feed.owner), starts_at=NOW)
    changed = client.get(links.path(feed), headers=again)
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_too_often_is_refused_until_the_next_five_minutes(
    client, feed, time_machine, monkeypatch
):
    monkeypatch.setattr(limits, "MOST", 3)
    codes = [client.get(links.path(feed)).status_code for _ in range(4)]
    refused = client.get(links.path(feed))
    time_machine.shift(limits.WINDOW)

    assert codes == [200, 200, 200, 429]
    assert refused["Retry-After"] == "300"
    assert client.get(links.path(feed)).status_code == 200


def test_its_address_follows_the_site(alice_client, feed, settings):
    settings.SITE_URL = "https://example.com/jobs"
    set_script_prefix("/jobs/")
    try:
        address = f"example.com/jobs/calendar/{links.token(feed.nonce)}.ics"
        assert links.url(feed) == f"https://{address}"
        assert links.webcal_url(feed) == f"webcal://{address}"
    finally:
        set_script_prefix("/")


@pytest.mark.parametrize("where", ["", "/jobs"])
def test_no_log_holds_it_whole(feed, where, caplog):
    path = where + links.path(feed)
    record = logging.LogRecord(
        "django.request", 30, "", 0, "Not Found: %s", (path,), None
    )

    assert Masking().filter(record)

    assert record.getMessage() == f"Not Found: {where}/calendar/…"


def test_the_log_of_the_site_is_masked(feed, settings):
    handler = settings.LOGGING["handlers"]["stderr"]

    assert "masking" in handler["filters"]


def test_nor_the_access_log(feed):
    path = links.path(feed)
    config = Config()
    config.set("accesslog", "-")
    log = AccessLog(config)
    written = io.StringIO()
    log.access_log.handlers = [logging.StreamHandler(written)]
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": path,
        "PATH_INFO": path,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": f"https://example.com{path}",
    }

    log.access(Answer(), Answer(), environ, limits.WINDOW)

    assert "GET /calendar/…" in written.getvalue()
    assert links.token(feed.nonce) not in written.getvalue()


class Answer:
    """As much of a request and a response as a log line is made of."""

    status = "200 OK"
    sent = 1
    headers: tuple[tuple[str, str], ...] = ()


def test_a_session_does_not_change_what_is_read(alice_client, mallory_client, feed):
    bodies = {
        client.get(links.path(feed)).content
        for client in (alice_client, mallory_client, Client())
    }

    assert len(bodies) == 1


def test_an_export_tells_what_is_in_it_and_not_the_link(alice, feed):
    told = document(alice, now=NOW)

    (row,) = told["calendar_feed"]
    assert row["rounds"] is row["alarms"] is True
    assert "nonce" not in row
    assert feed.nonce.hex not in repr(told).replace("-", "")
    assert links.token(feed.nonce) not in repr(told)


def test_it_goes_with_the_account(client, feed):
    path = links.path(feed)

    delete_account(feed.owner)

    assert client.get(path).status_code == 404
    assert not Feed.objects.exists()
