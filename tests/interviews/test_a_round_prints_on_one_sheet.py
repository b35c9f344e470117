from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.models import ResearchNote
from interviews.actions import Person
from tests.interviews.full import full_round
from tests.interviews.world import NOW, acme, invited

THURSDAY = timedelta(days=3)


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("people", [1, 5, 20, 30])
def test_with_everything_filled_in_it_is_one_page(
    alice, alice_page, live_server, people, tmp_path: Path
):
    now = timezone.now()
    round_ = full_round(alice, starts_at=now + THURSDAY, now=now, people=people)

    alice_page.goto(f"{live_server.url}/rounds/{round_.pk}/print/")

    pdf = alice_page.pdf(prefer_css_page_size=True)
    assert pages_of(pdf) == 1
    # Nothing but the lines to write on runs over the edge of the sheet.
    sheet, notes = (
        alice_page.locator(name).bounding_box() for name in (".sheet", ".notes h2")
    )
    assert notes["y"] + notes["height"] + 80 < sheet["y"] + sheet["height"]


def test_with_little_on_it_a_long_line_is_shown_whole(alice, alice_page, live_server):
    round_ = invited(acme(alice), starts_at=None)
    ResearchNote.objects.create(
        company=round_.application.company, topic="news", text="A long piece. " * 10
    )

    alice_page.goto(f"{live_server.url}/rounds/{round_.pk}/print/")

    hidden = "line => line.scrollHeight > line.clientHeight + 1"
    assert not alice_page.locator("#sheet-research + ul .line").evaluate(hidden)
    assert pages_of(alice_page.pdf(prefer_css_page_size=True)) == 1


def test_with_nothing_filled_in_it_is_one_page(alice, alice_page, live_server):
    round_ = invited(acme(alice), starts_at=None, people=())

    alice_page.goto(f"{live_server.url}/rounds/{round_.pk}/print/")

    assert pages_of(alice_page.pdf(prefer_css_page_size=True)) == 1


@pytest.mark.usefixtures("monday")
def test_it_says_who_where_when_and_what_to_ask(alice, alice_client):
    round_ = full_round(alice, starts_at=NOW + THURSDAY, now=NOW, people=3)

    shown = alice_client.get(f"/rounds/{round_.pk}/print/").content.decode()

    for words in (
        "Thu 26 Nov, 12:00–12:45",
        "06:00 in New York",
        "12 Long Harbour Street",
        "Alexandra Featherstone 3",
        "Where do you stand in two years",
        "May ask 0",
        "The story of achievement",
        "Lengthen: Question 0",
        "Paper 0",
        "Presentation: The presentation",
    ):
        assert words in shown, words


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize(
    ("kind", "words"), [("hr", "HR"), ("hiring_manager", "hiring manager")]
)
def test_a_person_without_a_title_has_a_kind(alice, alice_client, kind, words):
    kim = Person(name="Kim Lee", kind=kind)
    round_ = invited(acme(alice), starts_at=NOW + THURSDAY, people=(kim,))

    printed = alice_client.get(f"/rounds/{round_.pk}/print/").content.decode()
    page = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    assert f"<b>Kim Lee</b>, {words}" in printed
    assert f">{words}</span>" in page


@pytest.mark.usefixtures("monday")
def test_the_round_leads_to_it(alice, alice_client):
    round_ = invited(acme(alice), starts_at=NOW + THURSDAY)

    shown = alice_client.get(f"/rounds/{round_.pk}/").content.decode()

    assert f'href="{reverse("interviews:round_print", args=[round_.pk])}"' in shown
