from __future__ import annotations

import pytest

from accounts.models import User
from applications import pipeline
from applications.actions import add_contact, add_note, create_application
from applications.models import Application, Contact
from interviews.sample import filling
from portability.tables import RESTORED
from tests import factories
from tests.interviews.world import invited
from tests.security.tables import dump

REMOVE = "/today/sample/remove/"
BUTTON = "Remove the sample data"
pytestmark = pytest.mark.django_db


def rows(owner: User) -> set[str]:
    """The tables in which there is anything of the owner's."""
    return {table.name for table in RESTORED if table.rows(owner).exists()}


@pytest.mark.parametrize("page", ["/", "/you/"])
def test_one_click_removes_all_of_it_at_once(alice, now, alice_client, page):
    assert {"rounds", "contacts", "research_notes", "follow_ups"} <= rows(alice)
    assert BUTTON in alice_client.get(page).content.decode()

    said = alice_client.post(REMOVE, follow=True).content.decode()

    assert rows(alice) == set()
    assert "The sample data is gone" in said
    assert BUTTON not in alice_client.get(page).content.decode()
    assert "Look around with sample data" in said


def test_words_say_what_becomes_of_edits(alice, now, alice_client):
    page = alice_client.get("/").content.decode()
    assert "what you changed in it goes, too; what you added yourself stays" in page


def test_an_edited_one_an_archived_one_and_a_deleted_one_go_too(alice, now):
    jobs = list(Application.objects.for_user(alice))
    add_note(jobs[0], text="Mine", now=now)
    invited(jobs[1], starts_at=now, now=now)
    Application.objects.filter(pk=jobs[2].pk).update(role="Mine")
    pipeline.archive(alice, [jobs[3].pk], now=now)
    pipeline.delete(alice, [jobs[4].pk], now=now)

    filling.take_away(alice)

    assert not Application.objects.filter(owner=alice).exists()
    assert not alice.companies.exists()
    assert not alice.contacts.exists()


def test_with_all_of_it_put_away_it_can_still_be_removed(alice, now, alice_client):
    keys = alice.applications.values_list("pk", flat=True)
    pipeline.delete(alice, [*keys], now=now)

    page = alice_client.get("/").content.decode()

    assert BUTTON in page
    assert "Look around with sample data" not in page


def test_what_the_owner_added_stays(alice, now):
    own = create_application(owner=alice, company_name="Acme", role="Analyst", now=now)
    met = invited(own, starts_at=now, now=now)
    company = Application.objects.get(company__name="Tidewater Rail").company
    there = create_application(
        owner=alice, company_name=company.name, role="Another role", now=now
    )
    kitchens = alice.companies.get(name="Greenbank Kitchens")
    friend = add_contact(owner=alice, company=kitchens, name="A friend")

    filling.take_away(alice)

    assert {*Application.objects.for_user(alice)} == {own, there}
    assert met.people
    assert {*alice.companies.all()} == {own.company, company, kitchens}
    assert {*alice.contacts.all()} == {*met.people, friend}
    assert not alice.companies.filter(is_sample=True).exists()


def test_somebody_of_the_sample_whom_the_owner_meets_stays(alice, now):
    selma = Contact.objects.get(name="Selma Aydin")
    there = create_application(
        owner=alice, company_name=selma.company.name, role="Another role", now=now
    )
    factories.create_round(application=there, starts_at=now, people=[selma])

    filling.take_away(alice)

    selma.refresh_from_db()
    assert not selma.is_sample
    assert [*alice.contacts.all()] == [selma]


def test_pressed_again_it_changes_nothing(alice, now, alice_client):
    factories.create_application(owner=alice)
    alice_client.post(REMOVE)
    before = dump()

    alice_client.post(REMOVE)

    assert dump() == before


def test_a_strangers_sample_stays(alice, now, mallory_client):
    mallory_client.post(REMOVE)
    assert alice.applications.count() == 6


def test_it_goes_by_a_press_alone(alice, now, alice_client):
    assert alice_client.get(REMOVE).status_code == 405
    assert alice.applications.count() == 6
