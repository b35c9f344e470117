"""Edits of one company from two connections: they wait, and never for each other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from accounts.actions import change_time_zone
from accounts.models import User
from applications import directory
from applications.actions import add_contact, change_stage, changing, company_named
from applications.models import Application, Company, Contact, Stage
from interviews.actions import Person, edit_round
from interviews.models import FollowUp
from tests.applications.world import NOW, an_application
from tests.concurrency import while_another
from tests.interviews.world import DANA, invited, session

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_company_renamed_and_a_second_application_of_it_moved(alice):
    an_application(alice, role="First")
    second = an_application(alice, role="Second")

    def move(let_the_other_wait):
        with changing(second, now=NOW) as locked:
            let_the_other_wait()
            locked.stage = Stage.OFFER
            locked.save()

    while_another(
        move,
        lambda: directory.update_company(second.company, name="Globex Ltd", now=NOW),
    )

    second.refresh_from_db()
    assert (second.stage, second.company.name) == (Stage.OFFER, "Globex Ltd")


def test_a_person_changed_and_filled_in_by_a_round(alice):
    application = an_application(alice)
    dana = add_contact(owner=alice, company=application.company, name="Dana Wu")

    def fill_in(let_the_other_wait):
        with changing(application, now=NOW):
            let_the_other_wait()
            add_contact(
                owner=alice, company=application.company, name="Dana Wu", title="VP"
            )

    while_another(
        fill_in, lambda: directory.update_contact(dana, email="d@example.com", now=NOW)
    )

    dana.refresh_from_db()
    assert (dana.title, dana.email) == ("VP", "d@example.com")


def test_rounds_of_two_applications_that_learn_about_the_same_people(alice):
    rafael = Person(name="Rafael Ortiz")
    rounds = [
        invited(an_application(alice, role=role), starts_at=NOW, people=(DANA, rafael))
        for role in ("First", "Second")
    ]

    def edit(round_, person):
        return edit_round(
            round_, number=1, session=session(NOW), people=[person], now=NOW
        )

    def edit_first(let_the_other_wait):
        with changing(rounds[0].application, now=NOW):
            let_the_other_wait()
        return edit(rounds[0], Person(name="Dana Wu", email="d@example.com"))

    while_another(
        edit_first, lambda: edit(rounds[1], Person(name="Rafael Ortiz", title="Lead"))
    )

    assert Contact.objects.get(name="Rafael Ortiz").title == "Lead"
    assert Contact.objects.get(name="Dana Wu").email == "d@example.com"


def test_an_edit_that_waited_for_a_new_time_zone_plans_in_it(alice):
    round_ = invited(an_application(alice), starts_at=NOW)
    owner = User.objects.get(pk=alice.pk)

    def move_house(let_the_other_wait):
        with transaction.atomic():
            change_time_zone(owner, time_zone="America/New_York", now=NOW)
            let_the_other_wait()

    while_another(
        move_house,
        lambda: change_stage(round_.application, to=Stage.SCREENING, now=NOW),
    )

    check = FollowUp.objects.get(round=round_, kind=FollowUp.Kind.STATUS_CHECK)
    owner.refresh_from_db()
    assert check.due_at.astimezone(owner.zone).hour == 9


def test_one_company_named_twice_is_one(alice):
    def name_it(let_the_other_wait):
        with transaction.atomic():
            company = company_named("Initech", owner=alice)
            let_the_other_wait()
        return company

    one, two = while_another(name_it, lambda: company_named("INITECH", owner=alice))

    assert one == two == Company.objects.get()


def test_a_form_sent_twice_makes_one_application(alice, alice_client):
    typed = {"company_name": "Initech", "role": "Cook", "stage": "applied"}

    first, second = (alice_client.post("/applications/new/", typed) for _ in range(2))

    assert first.url == second.url
    assert Application.objects.count() == 1


def test_the_same_job_again_later_is_another_application(
    alice, alice_client, time_machine
):
    typed = {"company_name": "Initech", "role": "Cook", "stage": "applied"}

    for minutes in (0, 5):
        time_machine.move_to(NOW + timedelta(minutes=minutes), tick=False)
        first = Application.objects.first()
        anyway = {"anyway": first.pk} if first else {}
        alice_client.post("/applications/new/", typed | anyway)

    assert Application.objects.count() == 2


@pytest.mark.parametrize(
    ("act", "typed"), [("", {"text": "Other"}), ("delete/", {})], ids=["edit", "delete"]
)
def test_a_note_deleted_meanwhile(alice, alice_client, act, typed):
    application = an_application(alice, note="First")
    note = application.notes.get()

    def delete(let_the_other_wait):
        with changing(application, now=NOW):
            let_the_other_wait()
            note.delete()

    address = f"/notes/{note.pk}/{act}"
    _, response = while_another(delete, lambda: alice_client.post(address, typed))

    assert response.status_code == (404 if typed else 302)
    assert not application.notes.exists()
