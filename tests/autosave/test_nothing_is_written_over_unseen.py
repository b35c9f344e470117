"""Two pages, one text: the later one is shown both, and nothing is lost."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone

from applications.research import write_research
from interviews.models import FollowUp
from reminders import links
from tests.applications.world import listening
from tests.autosave.places import PLACES, Place, a_round, place

pytestmark = pytest.mark.django_db

EVERYWHERE = pytest.mark.parametrize("name", sorted(PLACES))
HTMX = {"HX-Request": "true"}


def opened(client: Client, at: Place) -> dict[str, str]:
    """What a page that is opened now sends beside its words."""
    page = client.get(at.path).content.decode()
    found = re.search(r'name="opened" value="([^"]*)"', page)
    assert found, "the page carries no version"
    return {**at.beside, "opened": found[1]}


def send(client: Client, at: Place, page: dict[str, str], words: str, **more: str):
    return client.post(at.path, {**page, at.field: words, **more})


@EVERYWHERE
def test_the_later_save_shows_both_and_writes_nothing(alice, alice_client, name):
    at = place(alice, name, "First words")
    one, other = opened(alice_client, at), opened(alice_client, at)
    assert send(alice_client, at, one, "Words of one tab").status_code == 302

    with listening() as told:
        response = send(alice_client, at, other, "Words of the other tab")

    assert response.status_code == 409
    page = response.content.decode()
    assert "<!doctype html>" in page
    assert "Words of one tab" in page
    assert "Words of the other tab</textarea>" in page
    if name not in {"offer", "sign", "task"}:  # of these it is not known
        assert "Saved meanwhile, today " in page
    assert at.stored() == "Words of one tab"
    assert told == []


@EVERYWHERE
def test_words_that_only_this_page_changed_are_written(alice, alice_client, name):
    at = place(alice, name, "First words")
    page = opened(alice_client, at)

    assert send(alice_client, at, page, "Second words").status_code == 302
    assert at.stored() == "Second words"


@EVERYWHERE
def test_the_same_words_twice_are_no_clash(alice, alice_client, name):
    at = place(alice, name, "First words")
    page = opened(alice_client, at)

    for _ in range(2):
        assert send(alice_client, at, page, "The same\r\nwords").status_code == 302
    assert at.stored().split() == ["The", "same", "words"]


@EVERYWHERE
def test_a_page_that_changed_nothing_leaves_what_another_wrote(
    alice, alice_client, name
):
    at = place(alice, name, "First words")
    stale = opened(alice_client, at)
    send(alice_client, at, stale, "Words of one tab")

    assert send(alice_client, at, stale, "First words").status_code == 302
    assert at.stored() == "Words of one tab"


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ("mine", "Put right by hand"),
        ("theirs", "Words of one tab"),
        ("both", "Put right by hand\n\nWords of one tab"),
    ],
)
@EVERYWHERE
def test_the_owner_chooses_and_comes_back_to_the_page(
    alice, alice_client, name, choice, kept
):
    at = place(alice, name, "First words")
    stale = opened(alice_client, at)
    send(alice_client, at, stale, "Words of one tab")
    page = send(alice_client, at, stale, "Words of the other tab").content.decode()

    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', page))
    fields |= {f"choice-{at.field}": choice, at.field: "Put right by hand"}
    response = alice_client.post(at.path, fields)

    assert (response.status_code, response.url) == (302, at.path)
    assert at.stored() == kept


def test_what_changed_once_more_is_shown_once_more(alice, alice_client):
    at = place(alice, "note", "First words")
    stale = opened(alice_client, at)
    send(alice_client, at, stale, "Second words")
    page = send(alice_client, at, stale, "Mine").content.decode()
    seen = re.search(r'name="seen-text" value="([^"]*)"', page)
    assert seen
    send(alice_client, at, opened(alice_client, at), "Third words")

    chosen = {"choice-text": "mine", "seen-text": seen[1], "chosen": "1"}
    response = send(alice_client, at, stale, "Mine", **chosen)

    assert response.status_code == 409
    assert "Third words" in response.content.decode()
    assert at.stored() == "Third words"


def test_a_choice_nobody_pressed_a_button_for_counts_for_nothing(alice, alice_client):
    at = place(alice, "note", "First words")
    stale = opened(alice_client, at)
    send(alice_client, at, stale, "Second words")
    page = send(alice_client, at, stale, "Mine").content.decode()
    seen = re.search(r'name="seen-text" value="([^"]*)"', page)
    assert seen

    choice = {"choice-text": "mine", "seen-text": seen[1]}
    assert send(alice_client, at, stale, "Mine", **choice).status_code == 409
    assert at.stored() == "Second words"


@pytest.mark.parametrize("asked", ["htmx", "script"])
@EVERYWHERE
def test_a_script_gets_both_as_a_part_of_a_page(alice, alice_client, name, asked):
    at = place(alice, name, "First words")
    stale = opened(alice_client, at)
    send(alice_client, at, stale, "Words of one tab")

    typed = {**stale, at.field: "Words of the other tab"}
    if asked == "htmx":
        response = alice_client.post(at.path, typed, headers=HTMX)
    else:
        response = alice_client.post(at.path, {**typed, "autosave": "1"})

    assert response.status_code == 409
    part = response.content.decode().strip()
    assert part.startswith('<section class="clashes"')
    assert "Words of one tab" in part
    assert "Words of the other tab" in part
    assert at.stored() == "Words of one tab"


def test_what_each_page_changed_apart_is_kept_from_both(alice, alice_client):
    round_ = a_round(alice)
    company = round_.application.company
    at = place(alice, "research", "First words")
    stale = opened(alice_client, at)
    write_research(company, texts={"culture": "Kind"}, now=round_.timed_at)

    response = send(alice_client, at, stale, "More news", culture="")

    assert response.status_code == 302
    known = dict(company.research_notes.values_list("topic", "text"))
    assert known == {"culture": "Kind", "news": "More news"}


def asked(*texts: str) -> dict[str, str]:
    rows = {f"questions-{n}-text": text for n, text in enumerate(texts)}
    return {"questions-TOTAL_FORMS": str(len(texts)), **rows}


def test_the_questions_they_asked_are_compared_as_one(alice, alice_client):
    at = place(alice, "debrief", "A hint")
    stale = {**opened(alice_client, at), "hints": "A hint"}
    alice_client.post(at.path, {**stale, **asked("Why us?")})

    response = alice_client.post(at.path, {**stale, **asked("Why now?", "")})

    assert response.status_code == 409
    page = response.content.decode()
    assert "Why us?" in page
    assert 'name="questions-0-text" value="Why now?"' in page

    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', page))
    alice_client.post(at.path, fields | {"choice-questions": "both"})
    shown = alice_client.get(at.path).content.decode()
    assert shown.index("Why now?") < shown.index("Why us?")
    assert 'name="hints"' in shown


def test_a_note_is_not_marked_as_sent_by_a_choice_of_words(alice, alice_client):
    at = place(alice, "follow-up", "Dear Dana")
    stale = opened(alice_client, at)
    send(alice_client, at, stale, "Dear Dana Wu")
    page = send(alice_client, at, stale, "Hello", then="sent").content.decode()

    assert 'value="sent"' not in page


def test_words_of_others_are_never_markup(alice, alice_client):
    at = place(alice, "note", "First words")
    stale = opened(alice_client, at)
    send(alice_client, at, stale, "</textarea><b>x")

    page = send(alice_client, at, stale, "<script>y").content.decode()

    assert "<b>x" not in page
    assert "<script>y" not in page


@pytest.mark.parametrize("action", ["save", "do"])
def test_the_page_a_mail_leads_to_writes_over_nothing_either(
    alice, alice_client, client, action
):
    at = place(alice, "follow-up", "Dear Dana")
    note = FollowUp.objects.get(draft="Dear Dana")
    mail = links.Link(
        purpose=links.Purpose.WRITE,
        owner=alice,
        subject=str(note.pk),
        issued_at=timezone.now(),
    )
    from_mail = Place(mail.path, "draft", at.stored, {"action": action})
    stale = opened(client, from_mail)
    send(alice_client, at, opened(alice_client, at), "Dear Dana Wu")

    page = send(client, from_mail, stale, "Hello").content.decode()

    assert "Changed while you wrote" in page
    assert "Dear Dana Wu" in page
    assert at.stored() == "Dear Dana Wu"
    note.refresh_from_db()
    assert note.state == FollowUp.State.OPEN
    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', page))
    fields |= {"choice-draft": "both", "draft": "Hello"}
    response = client.post(mail.path, fields)
    assert response.url == mail.path
    assert at.stored() == "Hello\n\nDear Dana Wu"
    note.refresh_from_db()
    assert note.state == FollowUp.State.OPEN
