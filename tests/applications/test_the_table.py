"""The table: filtered, sorted, kept as a link, written as a file."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from applications import pipeline
from applications.actions import set_next_step
from applications.models import Application, Undo
from applications.table.columns import COLUMNS
from applications.table.rows import table
from applications.table.wishes import Wishes
from interviews.actions import SessionDetails, add_round
from tests.applications.world import an_application

NOW = timezone.now()
DAY = timedelta(days=1)


def companies(owner, query: str) -> list[str]:
    shown = table(Wishes(QueryDict(query)), owner, page="", now=NOW)
    return [row["company__name"] for row in shown.page]


def a_round(application, *, in_days: float):
    add_round(
        application,
        number=None,
        session=SessionDetails(
            time_zone="Europe/Berlin", starts_at=NOW + timedelta(days=in_days)
        ),
        people=(),
        now=NOW,
    )


@pytest.fixture
def search(alice):
    """Five jobs, each differing from the others in every way there is to filter."""
    an_application(
        alice,
        company="Acme",
        tags=["dream", "near"],
        source="A friend",
        work_mode="remote",
        pay_from=60_000,
        pay_to=70_000,
        applied_on=date(2026, 3, 1),
        now=NOW - 30 * DAY,
    )
    b = an_application(
        alice,
        company="Borealis",
        stage="screening",
        tags=["near"],
        source="Jobs board",
        work_mode="hybrid",
        pay_from=50_000,
        applied_on=date(2026, 4, 1),
        now=NOW - 20 * DAY,
    )
    yesterday = NOW.astimezone(alice.zone).date() - DAY
    set_next_step(b, own_step="Call", own_step_on=yesterday, now=NOW - 10 * DAY)
    c = an_application(alice, company="Cyan", work_mode="on_site", now=NOW - 9 * DAY)
    a_round(c, in_days=2)
    an_application(alice, company="Drab", stage="rejected", now=NOW - 8 * DAY)
    e = an_application(alice, company="Ember", now=NOW - 7 * DAY)
    pipeline.archive(alice, [e.pk], now=NOW)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "Borealis Cyan Acme Drab"),
        ("stage=applied", "Acme"),
        ("stage=applied&stage=screening", "Borealis Acme"),
        ("tag=near", "Borealis Acme"),
        ("tag=near&tag=dream", "Acme"),
        ("company=ACM", "Acme"),
        ("source=friend", "Acme"),
        ("work_mode=remote&work_mode=on_site", "Cyan Acme"),
        ("pay=65000", "Acme"),
        ("pay=50000", "Borealis Acme"),
        ("since=2026-03-15", "Borealis"),
        ("until=2026-03-15", "Acme"),
        ("since=2026-03-01&until=2026-04-01", "Borealis Acme"),
        ("next=due", "Borealis"),
        ("next=week", "Borealis Cyan"),
        ("next=round", "Cyan"),
        ("next=none", "Acme"),
        ("quiet=14", "Borealis Acme"),
        ("quiet=3000", ""),
        ("archived=1", "Ember"),
        ("q=borea", "Borealis"),
        ("q=acme&stage=offer", ""),
    ],
)
def test_each_filter(search, alice, query, expected):
    assert " ".join(companies(alice, query)) == expected


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("company", "Acme Borealis Cyan Drab"),
        ("-company", "Drab Cyan Borealis Acme"),
        ("-stage", "Drab Cyan Borealis Acme"),
        ("next", "Borealis Cyan"),
        ("-next", "Cyan Borealis"),
        ("-round", "Cyan"),
        ("applied", "Acme Borealis"),
        ("-applied", "Borealis Acme"),
        ("-pay", "Acme Borealis"),
        ("added", "Acme Borealis Cyan Drab"),
        ("-source", "Borealis Acme"),
    ],
)
def test_each_order(search, alice, sort, first):
    """What has no value stands last, whichever way."""
    found = " ".join(companies(alice, f"sort={sort}"))
    assert found.startswith(first)
    assert len(found.split()) == 4


def test_nonsense_asks_for_nothing(search, alice, alice_client):
    query = "stage=x&work_mode=x&pay=x&since=x&quiet=-1&next=x&sort=x&cols=x&page=x"
    assert len(companies(alice, query)) == 4
    assert Wishes(QueryDict(query)).query() == ""
    assert alice_client.get(f"/applications/?{query}").status_code == 200


def test_the_address_holds_all_of_it_and_nothing_empty(search, alice_client):
    answer = alice_client.get("/applications/?q=&stage=applied&company=&sort=-company")
    assert answer["Location"] == "/applications/?stage=applied&sort=-company"


def test_every_link_keeps_what_was_asked_for(search, alice_client):
    page = alice_client.get("/applications/?tag=near&sort=company").content.decode()
    assert '/applications/?tag=near&amp;sort=-company"' in page
    assert 'aria-sort="ascending"' in page
    assert "/applications/csv/?tag=near&amp;sort=company" in page
    assert "/applications/filter/?tag=near&amp;sort=company" in page


def test_a_filter_is_taken_off_by_itself(search, alice_client):
    page = alice_client.get("/applications/?tag=near&quiet=14").content.decode()
    assert 'href="/applications/?quiet=14">“near”' in page
    assert 'href="/applications/?tag=near">Nothing heard for 14 days' in page


def test_columns_are_chosen(search, alice_client):
    page = alice_client.get("/applications/?cols=tags&cols=pay").content.decode()
    heads = re.findall(r'<th scope="col"[^>]*>(?:<a[^>]*>)?([\w ]+)', page)
    assert heads == ["Company", "Tags", "Pay"]
    assert "60,000 to 70,000" in page


def test_every_column_can_be_shown(search, alice_client):
    names = "&".join(f"cols={column.name}" for column in COLUMNS)
    page = alice_client.get(f"/applications/?{names}").content.decode()
    for words in (
        "Screening",
        "Call",
        "First interview",
        "dream",
        "A friend",
        "Hybrid",
    ):
        assert words in page


def test_counts_of_stages_fit_the_filter(search, alice_client):
    page = alice_client.get("/applications/?tag=near").content.decode()
    assert re.findall(r'>(\w+) <span class="n">(\d+)', page) == [
        ("Applied", "1"),
        ("Screening", "1"),
    ]


def test_fifty_a_page(alice, alice_client):
    for number in range(60):
        an_application(alice, company=f"C{number:02}")
    first = alice_client.get("/applications/?sort=company").content.decode()
    second = alice_client.get("/applications/?sort=company&page=2").content.decode()
    assert len(re.findall('name="pk"', first)) == 50
    assert re.findall(r">(C\d\d)</a>", second) == [f"C{n}" for n in range(50, 60)]
    assert "Page 2 of 2" in second


def test_one_and_fifty_rows_cost_the_same(alice, alice_client):
    an_application(alice, tags=["x"])
    url = "/applications/?" + "&".join(f"cols={column.name}" for column in COLUMNS)
    alice_client.get(url)
    with CaptureQueriesContext(connection) as one:
        alice_client.get(url)
    for number in range(55):
        an_application(alice, company=f"C{number}", tags=["x"])
    with CaptureQueriesContext(connection) as many:
        alice_client.get(url)
    assert len(many) == len(one) <= 9


def read(response) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_the_file_is_what_is_shown(search, alice_client):
    url = "/applications/csv/?tag=near&sort=company&cols=stage&cols=next&cols=tags"
    response = alice_client.get(url)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert read(response) == [
        ["Company", "Role", "Stage", "Next step", "Tags"],
        ["Acme", "Data analyst", "Applied", "No next step", "dream, near"],
        ["Borealis", "Data analyst", "Screening", "Call · yesterday", "near"],
    ]


def test_the_file_has_all_pages_and_no_formula(alice, alice_client):
    for number in range(70):
        an_application(alice, company=f"C{number}", role='=HYPERLINK("x")')
    rows = read(alice_client.get("/applications/csv/"))
    assert len(rows) == 71
    assert {row[1] for row in rows[1:]} == {'\'=HYPERLINK("x")'}


def test_the_filters_offer_what_the_owner_has(search, mallory, alice_client):
    an_application(mallory, tags=["secret"], source="Nowhere")
    page = alice_client.get("/applications/filter/?tag=gone&cols=pay").content.decode()
    assert re.findall(r'name="tag" value="(\w+)"', page) == ["gone", "near", "dream"]
    assert '<option value="A friend">' in page
    assert "secret" not in page
    assert "Nowhere" not in page
    assert '<input type="hidden" name="cols" value="pay">' in page
    part = alice_client.get("/applications/filter/", headers={"HX-Request": "true"})
    assert b"<html" not in part.content


# --- many at once -------------------------------------------------------------------------


def choose(client, **wanted):
    return client.post("/applications/bulk/", {"next": "/applications/?q=x", **wanted})


def test_what_is_chosen_is_moved_and_taken_back(search, alice, alice_client):
    near = Application.objects.filter(tags__contains=["near"])
    keys = list(near.values_list("pk", flat=True))
    answer = choose(alice_client, do="move", stage="offer", pk=keys)
    assert answer["Location"] == "/applications/?q=x"
    assert sorted(companies(alice, "stage=offer")) == ["Acme", "Borealis"]

    page = alice_client.get("/applications/").content.decode()
    assert "2 applications moved to Offer." in page
    [undo] = re.findall(r'action="(/undo/\d+/)"', page)
    alice_client.post(undo)
    assert companies(alice, "stage=offer") == []
    assert companies(alice, "stage=screening") == ["Borealis"]


def test_all_that_fit_are_tagged_whatever_page_they_are_on(alice, alice_client):
    for number in range(55):
        an_application(alice, company=f"C{number}", source="Board")
    an_application(alice, company="Other")
    choose(alice_client, do="tag", tag="spring", all="1", query="source=board")
    assert Application.objects.filter(tags=["spring"]).count() == 55
    choose(alice_client, do="untag", tag="SPRING", all="1", query="")
    assert not Application.objects.exclude(tags=[]).exists()


@pytest.mark.parametrize("do", ["archive", "delete"])
def test_what_is_put_away_is_gone_from_the_table(search, alice, alice_client, do):
    choose(alice_client, do=do, all="1", query="tag=near")
    assert companies(alice, "") == ["Cyan", "Drab"]
    assert len(companies(alice, "archived=1")) == (3 if do == "archive" else 1)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"do": "archive"}, "Choose the applications first."),
        ({"do": "move", "all": "1"}, "Choose a stage to move them to."),
        ({"do": "tag", "all": "1", "tag": " "}, "Write the tag first."),
    ],
)
def test_what_is_missing_is_said(search, alice_client, wanted, said):
    answer = alice_client.post("/applications/bulk/", wanted, follow=True)
    assert said in answer.content.decode()
    assert not Application.objects.filter(tags__contains=["x"]).exists()


def test_more_than_500_at_once_are_left_and_said(alice, alice_client, monkeypatch):
    monkeypatch.setattr("applications.views.bulk.MOST", 2)
    for number in range(5):
        an_application(alice, company=f"C{number}")
    answer = alice_client.post(
        "/applications/bulk/", {"do": "archive", "all": "1"}, follow=True
    )
    assert "3 more are as they were" in answer.content.decode()
    assert len(companies(alice, "")) == 3


def test_a_strangers_rows_are_not_chosen(alice, mallory_client):
    application = an_application(alice)
    choose(mallory_client, do="delete", pk=[application.pk])
    application.refresh_from_db()
    assert application.deleted_at is None


# --- views -------------------------------------------------------------------------------


def test_a_view_is_kept_shown_replaced_and_removed(search, alice, alice_client):
    kept = alice_client.post(
        "/applications/views/", {"name": "Near ones", "query": "tag=near&page=3&x=y"}
    )
    assert kept["Location"] == "/applications/?tag=near"
    page = alice_client.get("/applications/?tag=near").content.decode()
    assert "Near ones</a>" in page
    assert "Remove the view" in page

    alice_client.post("/applications/views/", {"name": "near ONES", "query": "q=a"})
    [view] = alice.saved_views.all()
    assert (view.name, view.query) == ("near ONES", "q=a")

    alice_client.post(f"/applications/views/{view.pk}/remove/")
    assert not alice.saved_views.exists()


def test_one_too_long_to_keep_is_refused(alice, alice_client):
    query = "&".join(f"tag=é{number}" for number in range(200))
    answer = alice_client.post(
        "/applications/views/", {"name": "Long", "query": query}, follow=True
    )
    assert "too long to keep" in answer.content.decode()
    assert not alice.saved_views.exists()


def test_what_is_said_twice_counts_once():
    wishes = Wishes(QueryDict("cols=tags&cols=tags&tag=a&tag=a"))
    assert wishes.columns == ["tags"]
    assert wishes.query() == "tag=a&cols=tags"


def test_there_may_be_only_so_many(alice, alice_client):
    for number in range(31):
        answer = alice_client.post(
            "/applications/views/", {"name": f"V{number}", "query": "q=a"}, follow=True
        )
    assert alice.saved_views.count() == 30
    assert "Remove one first" in answer.content.decode()


# --- what the owner enters -------------------------------------------------------------------


def test_tags_are_typed_with_commas(alice, alice_client):
    alice_client.post(
        "/applications/new/",
        {
            "company_name": "Tagged",
            "role": "Cook",
            "stage": "applied",
            "tags": " near,  far  away, Near ,",
        },
    )
    application = Application.objects.get()
    assert application.tags == ["Near", "far away"]
    page = alice_client.get(f"/applications/{application.pk}/edit/").content.decode()
    assert 'value="Near, far away"' in page


@pytest.mark.parametrize("tags", ["x" * 41, ",".join("abcdefghijklmn")])
def test_too_much_is_said_beside_the_field(alice, alice_client, tags):
    answer = alice_client.post(
        "/applications/new/",
        {"company_name": "A", "role": "B", "stage": "applied", "tags": tags},
    )
    assert answer.status_code == 422
    assert "At most" in answer.content.decode()


def test_the_next_step_is_set_and_taken_away(alice, alice_client):
    application = an_application(alice)
    url = f"/applications/{application.pk}/step/"
    alice_client.post(url, {"own_step": "Ring them", "own_step_on": "2026-12-01"})
    assert "Ring them" in alice_client.get("/board/").content.decode()
    refused = alice_client.post(url, {"own_step": "", "own_step_on": "2026-12-01"})
    assert refused.status_code == 422
    alice_client.post(url, {"own_step": "", "own_step_on": ""})
    assert "No next step" in alice_client.get("/board/").content.decode()


def test_words_are_looked_for_in_tags_too(alice, alice_client):
    tagged = an_application(alice, company="Acme")
    an_application(alice, company="Globex")
    Application.objects.filter(pk=tagged.pk).update(tags=["Dream job", "remote"])
    page = alice_client.get("/applications/", {"q": "dream acme"}).content.decode()
    assert "Acme" in page
    assert "Globex" not in page


def test_stage_and_next_step_are_edited_in_a_row(alice, alice_client):
    application = an_application(alice, company="Acme")
    page = alice_client.get("/applications/?q=acme").content.decode()
    link = re.search(rf'href="(/applications/{application.pk}/row/\?[^"]+)"', page)
    assert link
    form = alice_client.get(link[1].replace("&amp;", "&")).content.decode()
    assert 'name="next" value="/applications/?q=acme"' in form
    sent = {
        "stage": "screening",
        "own_step": "Ring them",
        "own_step_on": "2026-12-01",
        "next": "/applications/?q=acme",
    }
    url = f"/applications/{application.pk}/row/"
    assert alice_client.post(url, sent).url == "/applications/?q=acme"

    application.refresh_from_db()
    assert application.stage == "screening"
    assert application.own_step == "Ring them"
    undo = Undo.objects.get()
    assert undo.words == "Acme moved to Screening."
    alice_client.post(f"/undo/{undo.pk}/")
    application.refresh_from_db()
    assert (application.stage, application.own_step) == ("applied", "")


def test_a_row_answers_in_place_and_the_table_shows_itself_again(alice, alice_client):
    application = an_application(alice, company="Acme")
    url, htmx = f"/applications/{application.pk}/row/", {"HX-Request": "true"}
    row = alice_client.get(url, headers=htmx).content.decode()
    assert row.lstrip().startswith('<tr class="editing"')
    assert "<html" not in row
    refused = alice_client.post(
        url, {"stage": "applied", "own_step_on": "2026-12-01"}, headers=htmx
    )
    assert refused.status_code == 422
    assert "Say what you mean to do" in refused.content.decode()
    saved = alice_client.post(url, {"stage": "offer"}, headers=htmx)
    assert saved["HX-Reswap"] == "none"
    assert "pipeline-changed" in saved["HX-Trigger"]
    assert "moved to Offer" in saved.content.decode()


def test_a_row_left_as_it_is_says_nothing(alice, alice_client):
    application = an_application(alice)
    answer = alice_client.post(
        f"/applications/{application.pk}/row/", {"stage": "applied"}, follow=True
    )
    assert not Undo.objects.exists()
    assert 'class="toast ' not in answer.content.decode()
