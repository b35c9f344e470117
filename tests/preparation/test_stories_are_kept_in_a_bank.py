from __future__ import annotations

import pytest

from applications.actions import company_named
from preparation.actions import add_story
from preparation.models import Story
from tests.interviews.world import NOW

STORY = {
    "title": "The tender",
    "situation": "Two days left.",
    "task": "The price list.",
    "action": "I asked three suppliers.",
    "result": "We won it.",
    "proves": ["grit", "conflict"],
    "company": "",
}


def _page(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_one_is_written_read_changed_and_deleted(alice, alice_client):
    written = alice_client.post("/stories/new/", STORY)
    story = Story.objects.get()
    assert written.headers["Location"] == story.get_absolute_url()
    page = _page(alice_client, story.get_absolute_url())
    for words in ("The tender", "Two days left.", "We won it.", "Grit", "A conflict"):
        assert words in page

    changed = {**STORY, "title": "The price list", "proves": ["failure"]}
    alice_client.post(f"/stories/{story.pk}/edit/", changed)
    story.refresh_from_db()
    assert (story.title, story.proves) == ("The price list", ["failure"])

    url = f"/stories/{story.pk}/delete/"
    assert "does not come back" in _page(alice_client, url)
    alice_client.post(url)  # not yet sure
    assert Story.objects.exists()
    alice_client.post(url, {"sure": "yes"})
    assert not Story.objects.exists()


def test_a_title_is_enough_and_the_missing_parts_are_named(alice, alice_client):
    alice_client.post("/stories/new/", {"title": "The tender", "task": "Prices"})
    page = _page(alice_client, "/stories/")
    assert "No situation, action, result yet" in page
    assert "Not said yet what it proves" in page

    refused = alice_client.post("/stories/new/", {"task": "Prices"})
    assert refused.status_code == 422
    assert "Please fill this in." in refused.content.decode()


def test_what_no_story_proves_is_a_gap_one_click_from_a_story(alice, alice_client):
    assert "?proves=conflict" in _page(alice_client, "/stories/")
    add_story(owner=alice, title="The tender", proves=["conflict"], now=NOW)
    page = _page(alice_client, "/stories/")
    gaps = page.partition("No story yet for")[2]
    assert "?proves=conflict" not in gaps
    assert "/stories/new/?proves=failure" in gaps

    form = _page(alice_client, "/stories/new/?proves=failure")
    assert 'value="failure" id="id_proves_6" checked' in form


def test_the_list_narrows_to_a_tag(alice, alice_client):
    add_story(owner=alice, title="The tender", proves=["conflict"], now=NOW)
    add_story(owner=alice, title="The flood", proves=["grit"], now=NOW)
    page = _page(alice_client, "/stories/?proves=grit")
    assert "The flood" in page
    assert "The tender" not in page
    assert "The tender" in _page(alice_client, "/stories/?proves=made-up&round=x")


def test_pressed_twice_it_is_one_story(alice, alice_client):
    alice_client.post("/stories/new/", STORY)
    alice_client.post("/stories/new/", STORY)
    assert Story.objects.count() == 1


@pytest.mark.parametrize("page", ["", "edit/", "delete/"])
def test_strangers_see_and_change_nothing(alice, mallory_client, page):
    story = add_story(owner=alice, title="The tender", now=NOW)
    url = f"/stories/{story.pk}/{page}"
    assert mallory_client.get(url).status_code == 404
    assert mallory_client.post(url, {**STORY, "sure": "yes"}).status_code in {404, 405}
    assert Story.objects.get().title == "The tender"


def test_another_owners_company_cannot_be_named(alice, mallory, alice_client):
    theirs = company_named("Hidden", owner=mallory)
    refused = alice_client.post("/stories/new/", {**STORY, "company": theirs.pk})
    assert refused.status_code == 422
    assert not Story.objects.exists()
