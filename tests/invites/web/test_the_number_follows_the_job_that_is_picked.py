"""Without a script nothing brings the number of the job picked: the server does."""

from __future__ import annotations

import pytest

from interviews.models import Round
from tests.factories import create_round
from tests.invites.web.conftest import follow, sent
from tests.invites.web.letters import LETTER

pytestmark = pytest.mark.usefixtures("monday")
NO_NUMBER = LETTER.replace("to a second interview", "to an interview")


@pytest.fixture
def other(alice):
    """A job elsewhere, three rounds in; the letter is about one at Globex."""
    follow(alice)
    job = follow(alice, company="Initech")
    for number in (1, 2, 3):
        create_round(application=job, number=number)
    return job


def save(client, invite, **changes) -> Round:
    address = invite.get_absolute_url()
    answer = client.post(address, sent(client, invite, **changes))
    assert answer.status_code == 302, answer.context["form"].errors
    invite.refresh_from_db()
    assert invite.round
    return invite.round


def test_it_is_the_next_one_there(alice_client, hand_in, other):
    round_ = save(alice_client, hand_in(NO_NUMBER), application=str(other.pk))

    assert (round_.application, round_.number) == (other, 4)


def test_the_one_the_letter_names_where_it_is_free(alice_client, hand_in, other):
    other.rounds.get(number=2).delete()

    round_ = save(alice_client, hand_in(LETTER), application=str(other.pk))

    assert round_.number == 2


def test_not_the_one_the_letter_names_where_it_is_taken(alice_client, hand_in, other):
    round_ = save(alice_client, hand_in(LETTER), application=str(other.pk))

    assert round_.number == 4


def test_the_one_the_owner_wrote(alice_client, hand_in, other):
    round_ = save(
        alice_client, hand_in(NO_NUMBER), application=str(other.pk), number="7"
    )

    assert round_.number == 7


def test_of_a_new_job_it_is_not_that_of_the_old(alice, alice_client, hand_in):
    globex = follow(alice)
    for number in (1, 2, 3):
        create_round(application=globex, number=number)
    new = {"application": "", "company_name": "Hooli", "role": "Data Analyst"}

    round_ = save(alice_client, hand_in(NO_NUMBER), **new)

    assert round_.application.company.name == "Hooli"
    assert round_.number == 2


def test_it_stands_there_when_something_else_is_refused(alice_client, hand_in, other):
    invite = hand_in(NO_NUMBER)
    data = sent(alice_client, invite, application=str(other.pk), starts="")

    page = alice_client.post(invite.get_absolute_url(), data)

    assert page.status_code == 422
    assert page.context["form"]["number"].value() == "4"
