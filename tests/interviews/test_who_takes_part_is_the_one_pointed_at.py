from __future__ import annotations

from datetime import timedelta

import pytest

from applications.actions import update_application
from applications.models import Contact
from interviews.actions import Person, edit_round
from interviews.models import Round
from reminders.models import Kind
from tests.applications.world import listening
from tests.interviews.forms import post
from tests.interviews.world import DANA, NOW, acme, invited, session

pytestmark = pytest.mark.usefixtures("monday")

TOMORROW = NOW + timedelta(days=1)


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=TOMORROW, people=(DANA,))


def edit(client, round_, **changes):
    response = post(
        client, f"/rounds/{round_.pk}/edit/", number=1, starts="2026-11-24T12:00",
        **changes,
    )  # fmt: skip
    assert response.status_code == 302
    return Round.objects.get(pk=round_.pk)


def test_of_two_people_of_one_name_the_ticked_one_is_seated(
    alice, alice_client, round_
):
    company = round_.application.company
    namesake = Contact.objects.create(owner=alice, company=company, name="Dana Wu")

    assert edit(alice_client, round_, known=[namesake.pk]).people == [namesake]


def test_another_company_unseats_nobody(alice_client, round_):
    (dana,) = round_.people
    update_application(
        round_.application, company_name="Initech", role="Analyst", now=NOW
    )
    form = alice_client.get(f"/rounds/{round_.pk}/edit/").context["form"]
    assert form.known_people == [(dana, True)]

    assert edit(alice_client, round_, known=[dana.pk]).people == [dana]
    assert Contact.objects.get() == dana


def test_what_is_learnt_about_somebody_is_told_to_all_their_rounds(alice, round_):
    other = invited(acme(alice), starts_at=TOMORROW, people=(Person(name="Rafael"),))
    planned = other.reminders.get(kind=Kind.PREPARE)

    with listening() as told:
        edit_round(
            round_,
            number=1,
            session=session(TOMORROW),
            people=[Person(name="Rafael", title="Head of Data")],
            now=NOW,
        )

    assert told == [round_.application, other.application]
    before = planned.fingerprint
    planned.refresh_from_db()
    assert planned.fingerprint != before
