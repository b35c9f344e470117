"""SITE_URL=https://host/jobs behind a real nginx, which keeps the path or takes it off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from config.stack.servers import free_port
from tests.deploy import files, nginx
from tests.deploy.installation import Installation, installation
from tests.deploy.seed import EMAIL, PASSWORD
from tests.deploy.visitor import Page, Visitor
from tests.sink import Sink

pytestmark = pytest.mark.stack

SITE = "https://example.org/jobs"


@pytest.fixture(scope="module")
def mail() -> Iterator[Sink]:
    sink = Sink()
    sink.start()
    yield sink
    sink.stop()


@pytest.fixture(scope="module")
def made(mail, tmp_path_factory) -> Iterator[Installation]:
    """One installation for all tests here; only the proxy differs."""
    nginx.program()
    with installation(
        tmp_path_factory.mktemp("below"),
        site_url=SITE,
        EMAIL_URL=f"smtp://127.0.0.1:{mail.port}",
        REMINDER_TICK_SECONDS="1",
    ) as made:
        made.run(*files.command("prepare"))
        made.run("python", "-m", "tests.deploy.seed")
        made.start("web", *files.command("web"))
        made.start("worker", *files.command("worker"))
        made.run("python", "-m", "tests.deploy.tick")
        made.wait_for_page()
        yield made


@pytest.fixture(params=["kept", "taken off"])
def visitor(made, request) -> Iterator[Visitor]:
    port = free_port()
    locations = nginx.handed_out(
        "below-a-path.conf", upstream=made.port, keeps_path=request.param == "kept"
    )
    with nginx.running(nginx.server(port, locations), port):
        yield Visitor(port)


@pytest.fixture
def today(visitor) -> Page:
    """Signed in."""
    asked = visitor.get(f"{SITE}/")
    assert urlsplit(asked.url).path == "/jobs/accounts/login/"
    return visitor.post(asked, asked.url, login=EMAIL, password=PASSWORD, next="/jobs/")


def test_sign_in_leads_to_today(today, visitor):
    assert (today.url, today.status) == (f"{SITE}/", 200)
    assert "Acme" in today.text
    assert {path for _, path in visitor.cookies} == {"/jobs"}
    assert {name for name, _ in visitor.cookies} == {
        "__Secure-callback-session",
        "__Secure-callback-csrf",
    }


def test_the_bare_path_leads_there_too(today, visitor):
    assert visitor.get(SITE).status == 200


def test_every_address_of_every_page_lies_below_the_path_and_answers(today, visitor):
    seen: dict[str, int] = {}
    waiting, sorts = {today.url}, set[str]()
    while waiting:
        address = waiting.pop()
        if _sort_of(address) in sorts:
            continue
        sorts.add(_sort_of(address))
        page = visitor.get(address)
        seen[page.url] = page.status
        if not page.headers["Content-Type"].startswith("text/html"):
            continue
        ours = {a.partition("#")[0] for a in page.addresses if "example.org" in a}
        assert all(a.startswith(f"{SITE}/") for a in ours), (page.url, ours)
        posts = {a.partition("#")[0] for a in _posted_to(page)}
        waiting |= {a for a in ours - posts if "/logout/" not in a} - seen.keys()

    assert len(seen) > 20
    assert {u: s for u, s in seen.items() if s != 200} == {}


def _sort_of(address: str) -> str:
    """Its path and what is asked of it, not which: a calendar can be turned for ever."""
    parts = urlsplit(address)
    asked = "&".join(sorted(parse_qs(parts.query, keep_blank_values=True)))
    return f"{parts.path}?{asked}"


def _posted_to(page: Page) -> set[str]:
    """Where only a form leads; asking there would change something or be refused."""
    actions = re.findall(r'(?:formaction|action|hx-post)="([^"]+)"', page.text)
    gets = re.findall(r'<form[^>]*method="get"[^>]*action="([^"]+)"', page.text)
    at = urlsplit(page.url)
    return {f"{at.scheme}://{at.netloc}{a}" for a in actions if a not in gets}


def test_static_files_come_with_a_long_life(today, visitor):
    (sheet,) = [a for a in today.addresses if "callback" in a and a.endswith(".css")]

    got = visitor.get(sheet)

    assert got.status == 200
    assert got.headers["Content-Type"].startswith("text/css")
    assert "immutable" in got.headers["Cache-Control"]


def test_a_form_is_posted_and_answered_below_the_path(today, visitor):
    form = visitor.get(f"{SITE}/applications/new/")

    made = visitor.post(
        form, form.url, company_name="Globex", role="Chemist", stage="applied"
    )

    assert made.status == 200
    assert re.fullmatch(r"/jobs/applications/\d+/", urlsplit(made.url).path)
    assert "Globex" in made.text


def test_a_page_that_does_not_exist_leads_back(today, visitor):
    lost = visitor.get(f"{SITE}/no-such-page/")

    assert lost.status == 404
    assert f"{SITE}/" in lost.addresses


def test_signing_out_leads_to_the_sign_in_below_the_path(today, visitor):
    asked = visitor.get(f"{SITE}/accounts/logout/")

    left = visitor.post(asked, asked.url)

    assert urlsplit(left.url).path == "/jobs/accounts/login/"


def test_the_links_of_a_mail_lead_below_the_path(visitor, mail):
    (thanks, *_) = mail.wait_for(1, seconds=60)
    text = thanks.get_body(("plain",)).get_content()
    links = re.findall(r"https?://\S+", text)

    assert links
    for link in links:
        if "example.org" in link:
            assert link.startswith(f"{SITE}/"), link
            assert visitor.get(link).status == 200, link
    assert f"<{SITE}/m/stop/" in thanks["List-Unsubscribe"]
