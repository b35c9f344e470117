"""What the environment may say, and what is refused."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from environs import EnvError

from config.environment import (
    OWN_PAGES,
    parse_admin_path,
    parse_database_url,
    parse_email_url,
    parse_redis_url,
    parse_secret_key,
    parse_sender,
    parse_site_url,
)
from config.kept import kept_secret
from config.prefix import first_segments


@pytest.mark.parametrize(
    ("url", "port", "starttls", "implicit_tls"),
    [
        ("smtp://mail.example.com", 25, False, False),
        ("smtp://mail.example.com:2525", 2525, False, False),
        ("smtp+tls://mail.example.com", 587, True, False),
        ("smtps://mail.example.com", 465, False, True),
    ],
)
def test_a_mail_server_is_read_from_one_address(url, port, starttls, implicit_tls):
    server = parse_email_url(url)

    assert server
    assert (server.host, server.port) == ("mail.example.com", port)
    assert (server.starttls, server.implicit_tls) == (starttls, implicit_tls)


def test_user_and_password_of_the_mail_server_are_decoded():
    server = parse_email_url("smtp+tls://me%40example.com:p%3Aw%2F@mail.example.com")

    assert server
    assert (server.user, server.password) == ("me@example.com", "p:w/")


@pytest.mark.parametrize(
    "url", ["mail.example.com", "http://x", "smtp://", "smtp://x:y"]
)
def test_anything_else_is_no_mail_server(url):
    with pytest.raises(EnvError):
        parse_email_url(url)


def test_no_address_is_no_mail_server():
    assert parse_email_url("") is None


def test_a_site_on_this_machine_answers_to_all_its_names():
    site = parse_site_url("http://127.0.0.1:8000/")

    assert site.is_loopback
    assert site.url == "http://127.0.0.1:8000"
    assert site.hosts == ["localhost", "127.0.0.1", "[::1]"]
    assert "http://[::1]:8000" in site.origins


def test_a_site_elsewhere_answers_to_its_own_name_only():
    site = parse_site_url("https://jobs.example.com")

    assert site.is_https
    assert not site.is_loopback
    assert site.hosts == ["jobs.example.com"]
    assert site.origins == ["https://jobs.example.com"]


@pytest.mark.parametrize(
    "url",
    [
        *("jobs.example.com", "ftp://x", "https://", "http://x:y"),
        *("https://x/jobs?a=b", "https://x/a//b", "https://x/jöbs", "https://x/a b"),
    ],
)
def test_anything_else_is_no_site(url):
    with pytest.raises(EnvError):
        parse_site_url(url)


def test_a_site_may_lie_below_a_path():
    site = parse_site_url("https://example.com:8443/my/jobs/")

    assert site.path == "/my/jobs"
    assert site.url == "https://example.com:8443/my/jobs"
    assert site.authority == "example.com:8443"
    assert site.origins == ["https://example.com:8443"]


@pytest.mark.parametrize("url", ["sqlite:///x", "postgres://host", "nonsense"])
def test_only_postgresql_is_a_database(url):
    with pytest.raises(EnvError):
        parse_database_url(url)


@pytest.mark.parametrize("url", ["redis://:a@b:6379/0", "rediss://b", "redis://b/"])
def test_redis_is_named_by_an_address(url):
    assert parse_redis_url(url) == url


@pytest.mark.parametrize("url", ["htp:", "b:6379", "redis://", "redis://b/name", ""])
def test_anything_else_is_no_redis(url):
    with pytest.raises(EnvError):
        parse_redis_url(url)


def test_a_key_that_could_be_guessed_is_none():
    with pytest.raises(EnvError):
        parse_secret_key("k" * 31)

    assert parse_secret_key("k" * 32)
    assert parse_secret_key("") == ""


@pytest.mark.parametrize("sender", ["a@b.test", "Callback <a@localhost>", ""])
def test_mails_come_from_an_address(sender):
    assert parse_sender(sender) == sender


@pytest.mark.parametrize(
    "sender", ["nope", "Callback <nope>", "a@", "@b.test", "a@b.test\nc"]
)
def test_mails_come_from_nothing_else(sender):
    with pytest.raises(EnvError):
        parse_sender(sender)


def test_a_secret_is_made_once_however_many_ask(tmp_path):
    path = tmp_path / "data" / "secret_key"

    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(kept_secret, [path] * 32))

    assert secrets == {kept_secret(path)}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["secret_key"]


@pytest.mark.parametrize("path", ["applications", "rounds/x", "a b/..", "../x", "ä"])
def test_the_operators_pages_are_not_among_the_others(path):
    with pytest.raises(EnvError):
        parse_admin_path(path)


def test_the_path_of_the_operators_pages_has_no_slashes_around_it():
    assert parse_admin_path("/back-office-7k2/") == "back-office-7k2"
    assert parse_admin_path("") == ""


def test_a_site_below_a_page_of_ours_is_refused():
    with pytest.raises(EnvError):
        parse_site_url("https://jobs.example.com/applications")


def test_every_page_of_ours_is_known_to_the_settings():
    operators = settings.ADMIN_PATH.partition("/")[0]

    assert first_segments() - {operators} | {"static"} == OWN_PAGES
