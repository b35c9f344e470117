"""The board: columns in their order, cards where they were put."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from applications import board, board_order, pipeline
from applications.models import Application, StageChange
from tests.applications.world import NOW, an_application, listening

HTMX = {"HX-Request": "true"}


def names(owner, stage):
    cards = board_order.column(owner, stage).values_list("company__name", flat=True)
    return "".join(cards)


def some(owner, letters, stage="applied"):
    """Added one after the other: the last lies on top."""
    return {
        letter: an_application(
            owner, company=letter, stage=stage, now=NOW + timedelta(minutes=number)
        )
        for number, letter in enumerate(letters)
    }


def test_what_is_new_lies_on_top(alice):
    some(alice, "ABC")
    assert names(alice, "applied") == "CBA"


def test_a_card_is_put_below_another(alice):
    cards = some(alice, "ABC")
    pipeline.put(cards["C"], after=cards["B"].pk, now=NOW)
    assert names(alice, "applied") == "BCA"
    pipeline.put(cards["B"], after=cards["A"].pk, now=NOW)
    assert names(alice, "applied") == "CAB"


def test_putting_a_card_changes_no_plan_and_no_history(alice):
    cards = some(alice, "AB")
    before = Application.objects.values("pk", "updated_at").order_by("pk")
    were = list(before)
    with listening() as told:
        pipeline.put(cards["A"], after=None, now=NOW + timedelta(hours=1))
    assert names(alice, "applied") == "AB"
    assert told == []
    assert list(before.all()) == were


def test_a_card_is_moved_to_its_place_in_another_column(alice):
    cards = some(alice, "AB", stage="screening")
    card = an_application(alice, company="X")
    pipeline.move(alice, [card.pk], to="screening", after=cards["B"].pk, now=NOW)
    assert names(alice, "screening") == "BXA"


def test_room_is_made_where_there_is_none(alice):
    cards = some(alice, "ABCDEFGH")
    Application.objects.update(board_position=7)
    assert names(alice, "applied") == "ABCDEFGH"
    for letter in "HGF":
        pipeline.put(cards[letter], after=cards["B"].pk, now=NOW)
    assert names(alice, "applied") == "ABFGHCDE"


def test_forty_at_the_same_spot(alice):
    some(alice, "AB")
    for number in range(40):
        card = an_application(alice, company=f"{number:02}", now=NOW)
        first = board_order.column(alice, "applied").get(company__name="B")
        pipeline.put(card, after=first.pk, now=NOW)
    expected = "B" + "".join(f"{number:02}" for number in reversed(range(40))) + "A"
    assert names(alice, "applied") == expected


@pytest.mark.parametrize(
    ("place", "expected"), [("up", "CDBA"), ("down", "DBCA"), ("top", "CDBA")]
)
def test_a_step_within_the_column(alice, alice_client, place, expected):
    cards = some(alice, "ABCD")
    alice_client.post(f"/applications/{cards['C'].pk}/move/", {"place": place})
    assert names(alice, "applied") == expected


def test_at_the_ends_a_step_leads_nowhere(alice, alice_client):
    cards = some(alice, "AB")
    alice_client.post(f"/applications/{cards['A'].pk}/move/", {"place": "down"})
    alice_client.post(f"/applications/{cards['B'].pk}/move/", {"place": "up"})
    assert names(alice, "applied") == "BA"


def test_without_a_script_a_page_moves_it(alice, alice_client):
    card = an_application(alice)
    page = alice_client.get(f"/applications/{card.pk}/move/").content.decode()
    assert 'name="stage" value="offer"' in page

    answer = alice_client.post(
        f"/applications/{card.pk}/move/", {"stage": "offer", "next": "/board/"}
    )

    assert answer["Location"] == "/board/"
    assert names(alice, "offer") == "Globex"
    assert StageChange.objects.filter(to_stage="offer").count() == 1


@pytest.mark.parametrize(
    "posted", [{"stage": "hired"}, {"after": "x"}, {"place": "left"}]
)
def test_a_move_to_nowhere_is_refused(alice, alice_client, posted):
    card = an_application(alice)
    answer = alice_client.post(f"/applications/{card.pk}/move/", posted)
    assert answer.status_code == 422
    assert names(alice, "applied") == "Globex"


def test_the_card_to_lie_below_may_have_left(alice, alice_client, mallory):
    cards = some(alice, "ABC")
    foreign = an_application(mallory)
    for after in (foreign.pk, 999_999, cards["A"].pk):
        answer = alice_client.post(
            f"/applications/{cards['A'].pk}/move/", {"stage": "applied", "after": after}
        )
        assert answer.status_code == 302
        assert names(alice, "applied") == "ACB"


def test_every_column_has_its_count_and_its_plus(alice, alice_client):
    some(alice, "AB")
    some(alice, "C", stage="rejected")
    page = alice_client.get("/board/").content.decode()
    shown = dict(re.findall(r'class="n" data-count="(\w+)">(\d+)', page))
    assert (shown["applied"], shown["rejected"], shown["closed"]) == ("2", "1", "1")
    assert shown["offer"] == "0"
    assert "?stage=screening" in page
    form = alice_client.get("/applications/new/?stage=screening").content.decode()
    assert '<option value="screening" selected>' in form


def test_what_is_put_away_is_not_there(alice, alice_client):
    cards = some(alice, "ABC")
    pipeline.archive(alice, [cards["A"].pk], now=NOW)
    pipeline.delete(alice, [cards["B"].pk], now=NOW)
    [column] = [c for c in board.columns(alice, now=NOW) if c.stage == "applied"]
    assert [card["company"] for card in column.cards] == ["C"]
    assert column.count == 1


def test_closed_columns_are_loaded_when_asked_for(alice, alice_client):
    some(alice, "AB", stage="rejected")
    page = alice_client.get("/board/").content.decode()
    assert "Show 2" in page
    more = alice_client.get("/board/rejected/", headers=HTMX).content.decode()
    assert re.findall(r'class="co"[^>]*>(\w)<', more) == ["B", "A"]


def test_long_columns_come_in_parts(alice, alice_client):
    applications = [
        an_application(alice, company=f"C{n:02}", now=NOW + timedelta(minutes=n))
        for n in range(45)
    ]
    page = alice_client.get("/board/").content.decode()
    seen = re.findall(r'class="co"[^>]*>(C\d\d)<', page)
    while link := re.search(r'hx-get="(/board/applied/\?after=\d+)"', page):
        page = alice_client.get(link[1], headers=HTMX).content.decode()
        seen += re.findall(r'class="co"[^>]*>(C\d\d)<', page)
    assert seen == [f"C{n:02}" for n in reversed(range(len(applications)))]


def test_a_part_of_a_column_as_a_page_is_the_table(alice_client):
    answer = alice_client.get("/board/applied/?after=7")
    assert answer["Location"] == "/applications/?stage=applied"


@pytest.mark.parametrize("after", ["x", "-1", "9" * 40, ""])
def test_nonsense_in_the_address_is_the_whole_column(alice, alice_client, after):
    an_application(alice)
    answer = alice_client.get(f"/board/applied/?after={after}", headers=HTMX)
    assert "Globex" in answer.content.decode()


def test_one_and_fifty_cards_cost_the_same(alice, alice_client):
    an_application(alice)
    alice_client.get("/board/")
    with CaptureQueriesContext(connection) as one:
        alice_client.get("/board/")
    some(alice, [f"C{n}" for n in range(50)])
    with CaptureQueriesContext(connection) as many:
        alice_client.get("/board/")
    assert len(many) == len(one) <= 8


def test_the_answer_to_a_move_is_small(alice, alice_client):
    card = an_application(alice)
    answer = alice_client.post(
        f"/applications/{card.pk}/move/", {"stage": "offer"}, headers=HTMX
    )
    page = answer.content.decode()
    assert f'id="card-{card.pk}"' in page
    assert "Globex moved to Offer." in page
    assert len(answer.content) <= 8_000


def test_the_empty_board_teaches_the_next_step(alice_client):
    page = alice_client.get("/board/").content.decode()
    assert "Add your first application" in page
    assert "Log an invite" in page
