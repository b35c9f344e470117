"""Who a visitor is and how they came is said by the proxy, and by nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import RequestFactory
from django.test.utils import override_settings

from config.stack.servers import free_port
from tests.deploy import files, nginx
from tests.deploy.installation import Installation, installation
from tests.deploy.visitor import Page, Visitor

pytestmark = pytest.mark.stack

SITE = "https://jobs.example.com"
LOGIN = f"{SITE}/accounts/login/"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Iterator[Installation]:
    data = tmp_path_factory.mktemp("behind")
    with installation(data, site_url=SITE) as made:
        made.run(*files.command("prepare"))
        made.start("web", *files.command("web"))
        made.wait_for_page()
        yield made


@pytest.fixture(scope="module")
def proxy(made) -> Iterator[int]:
    """The port of the nginx in front of it."""
    nginx.program()
    port = free_port()
    (server,) = [
        block
        for block in nginx.handed_out("callback.conf", upstream=made.port).split(
            "\nserver {"
        )
        if "proxy_pass" in block
    ]
    location = server[server.index("location / {") : server.rindex("}")]
    with nginx.running(nginx.server(port, location), port):
        yield port


def limited(visitor: Visitor, page: Page, number: int, said: str = "") -> bool:
    """Whether a sign-in with a wrong password, at another account each time, is refused
    without a look at the password."""
    headers = {"X-Forwarded-For": said} if said else {}
    fields = {"login": f"nobody{number}@example.com", "password": "wrong horse"}
    answer = visitor.post(page, LOGIN, headers=headers, **fields)
    assert "do not fit" in answer.text or "Too many" in answer.text
    return "Too many" in answer.text


def test_guessing_is_limited_by_the_address_the_proxy_saw(proxy):
    guesser = Visitor(proxy, address="127.0.0.2")
    page = guesser.get(LOGIN)

    # They claim to be somebody else each time.
    refused = [
        limited(guesser, page, n, said=f"203.0.113.{n}, 10.0.0.{n}") for n in range(15)
    ]

    assert not refused[0]
    assert refused[-1]


def test_nobody_is_locked_out_by_a_guesser_elsewhere(proxy):
    guesser, other = (Visitor(proxy, address=f"127.0.0.{n}") for n in (3, 4))
    page, others_page = guesser.get(LOGIN), other.get(LOGIN)
    # The guesser writes the other's address into the header.
    for number in range(100, 115):
        refused = limited(guesser, page, number, said="127.0.0.4")
    assert refused

    assert not limited(other, others_page, 200)


def test_without_a_proxy_the_header_says_nothing():
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=0):
        from allauth.account.adapter import get_adapter

        request = RequestFactory().get("/", headers={"X-Forwarded-For": "203.0.113.7"})
        assert get_adapter().get_client_ip(request) == "127.0.0.1"


@pytest.mark.parametrize(
    ("site", "given", "count"),
    [
        ("http://localhost:8000", "", 0),
        ("https://jobs.example.com", "", 1),
        ("https://jobs.example.com", "2", 2),
        ("https://jobs.example.com", "0", 0),
    ],
)
def test_the_number_of_proxies_follows_the_address_or_is_given(
    tmp_path, site, given, count
):
    ask = "from django.conf import settings as s; print(s.ALLAUTH_TRUSTED_PROXY_COUNT)"
    installed = Installation(
        data=tmp_path,
        site_url=site,
        database_url="",
        redis_url="",
        more={"TRUSTED_PROXIES": given},
    )
    assert (
        installed.run("python", "manage.py", "shell", "-v", "0", "-c", ask)
        == f"{count}\n"
    )


def test_plain_http_is_sent_to_https_unless_the_proxy_says_it_was_https(made):
    direct = Visitor(made.port)

    sent_away = direct.ask("GET", LOGIN)
    assert (sent_away.status, sent_away.headers["Location"]) == (301, LOGIN)
    assert direct.ask("GET", LOGIN, **{"X-Forwarded-Proto": "https"}).status == 200


def test_nobody_can_say_https_to_a_site_without_it(client):
    answer = client.get("/accounts/login/", headers={"X-Forwarded-Proto": "https"})

    assert not answer.wsgi_request.is_secure()


def test_another_host_is_refused_and_cannot_be_smuggled_in(made, proxy):
    https = {"X-Forwarded-Proto": "https"}
    for visitor in (Visitor(made.port), Visitor(proxy)):
        evil = {"Host": "evil.example.net", **https}
        assert visitor.ask("GET", LOGIN, **evil).status == 400

        smuggled = {"X-Forwarded-Host": "evil.example.net", **https}
        answer = visitor.ask("GET", f"{SITE}/", **smuggled)
        assert answer.headers["Location"].startswith("/accounts/login/")
        assert "evil" not in visitor.ask("GET", LOGIN, **smuggled).text


def test_nobody_can_say_where_the_site_lies(made):
    said = {"X-Forwarded-Proto": "https", "SCRIPT_NAME": "/evil", "PATH_INFO": "/evil/"}

    page = Visitor(made.port).ask("GET", LOGIN, **said)

    assert page.status == 200
    assert "/evil" not in page.text


def test_a_monitor_asks_the_process_in_plain_http(made):
    assert made.ask("/healthz")[0] == 200
    assert made.ask("/readyz")[0] == 503  # no worker runs here
