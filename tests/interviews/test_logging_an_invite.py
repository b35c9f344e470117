from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import transaction

from applications.models import Application, Company, Stage
from interviews.models import Round
from tests.concurrency import while_another
from tests.interviews.forms import INVITE, errors, post
from tests.interviews.world import DANA, acme, invited

pytestmark = pytest.mark.usefixtures("monday")


def test_a_new_company_and_role_make_an_application(alice, alice_client):
    response = post(
        alice_client,
        people=[
            {"name": "Priya Nair", "title": "VP", "kind": "executive"},
            {"name": "Tom Keller", "email": "tom@example.com"},
        ],
        formats=["panel", "presentation"],
        setting="video",
        link="zoom.example.com/j/88",
        to_prepare="Ten minutes on a past project",
        promised_on="2026-12-04",
    )

    round_ = Round.objects.get()
    assert response.headers["Location"] == f"/rounds/{round_.pk}/"
    application = round_.application
    assert (application.owner, application.stage) == (alice, Stage.INTERVIEWING)
    assert (str(application.company), application.role) == ("Globex", "Data analyst")
    (session,) = round_.all_sessions
    assert round_.number == 1
    assert session.starts_at == datetime(2026, 11, 24, 13, tzinfo=UTC)
    assert session.ends_at == datetime(2026, 11, 24, 14, tzinfo=UTC)
    assert session.formats == ["panel", "presentation"]
    assert (session.setting, session.link) == (
        "video",
        "https://zoom.example.com/j/88",
    )
    assert [(p.name, p.kind) for p in round_.people] == [
        ("Priya Nair", "executive"),
        ("Tom Keller", ""),
    ]
    assert round_.to_prepare == "Ten minutes on a past project"
    assert str(round_.promised_on) == "2026-12-04"


def test_a_picked_application_gets_its_next_round(alice, alice_client):
    application = acme(alice)
    invited(application, starts_at=None)

    post(alice_client, application=application.pk, company_name="", role="")

    assert list(application.rounds.values_list("number", flat=True)) == [1, 2]
    assert Application.objects.count() == 1


def test_somebody_known_is_picked_and_not_made_anew(alice, alice_client):
    application = acme(alice)
    dana = invited(application, starts_at=None, people=(DANA,)).people[0]

    post(
        alice_client,
        application=application.pk,
        company_name="",
        role="",
        known=[dana.pk],
        people=[{"name": "Rafael Ortiz"}],
    )

    round_ = application.rounds.get(number=2)
    assert [p.name for p in round_.people] == ["Dana Wu", "Rafael Ortiz"]
    assert round_.people[0] == dana


def test_the_same_company_and_role_mean_the_application_there_is(alice, alice_client):
    application = acme(alice)

    post(alice_client, company_name="ACME", role="analyst")

    assert application.rounds.count() == 1
    assert Application.objects.count() == 1


def test_a_closed_application_may_be_picked(alice, alice_client):
    application = acme(alice)
    Application.objects.update(stage=Stage.NO_RESPONSE)

    post(alice_client, application=application.pk, company_name="", role="")

    application.refresh_from_db()
    assert application.stage == Stage.INTERVIEWING


def test_the_toast_says_what_is_planned(alice_client):
    response = post(alice_client)

    page = alice_client.get(response.headers["Location"]).content.decode()
    assert "Saved: first interview at Globex." in page
    assert "prepare for a round, today 18:00" in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"company_name": ""}, "company_name"),
        ({"role": ""}, "role"),
        ({"starts": ""}, "starts"),
        ({"starts": "next week"}, "starts"),
        ({"starts": "20261-11-24T14:00"}, "starts"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"time_zone": ""}, "time_zone"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"number": "0"}, "number"),
    ],
)
def test_what_is_missing_or_wrong_is_said_beside_the_field(
    alice_client, changes, field
):
    response = post(alice_client, **changes)

    assert response.status_code == 422
    assert field in errors(response)
    assert not Round.objects.exists()
    assert not Company.objects.exists()


def test_a_picked_and_a_typed_application_contradict(alice, alice_client):
    response = post(alice_client, application=acme(alice).pk)

    assert set(errors(response)) == {"company_name", "role"}


def test_a_number_that_is_there_is_refused(alice, alice_client):
    application = acme(alice)
    invited(application, starts_at=None)

    response = post(
        alice_client, application=application.pk, company_name="", role="", number="1"
    )

    assert errors(response)["number"] == [
        "There is a first interview there already. Which is this?"
    ]


@pytest.mark.parametrize("number", ["", "1"])
def test_two_presses_make_one_round(alice_client, number):
    first = post(alice_client, number=number)
    second = post(alice_client, number=number)

    assert second.headers["Location"] == first.headers["Location"]
    assert Round.objects.count() == Application.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_make_one_round(alice, alice_client):
    def press(let_the_other_wait):
        with transaction.atomic():
            response = post(alice_client)
            let_the_other_wait()
        return response

    first, second = while_another(press, lambda: post(alice_client))

    assert second.headers["Location"] == first.headers["Location"]
    assert Round.objects.count() == Application.objects.count() == 1


def test_blanks_too_many_make_no_other_company(alice, alice_client):
    acme(alice)

    post(alice_client, company_name="  ACME ", role=" Analyst")
    post(alice_client, company_name="Acme  Inc", role="Cook", starts="2026-11-30T14:00")
    post(
        alice_client, company_name="Acme Inc", role="Driver", starts="2026-12-01T14:00"
    )

    assert [c.name for c in Company.objects.all()] == ["Acme", "Acme Inc"]
    assert Application.objects.count() == 3


def test_a_person_needs_a_name(alice_client):
    response = post(alice_client, people=[{"title": "VP"}])

    assert response.status_code == 422
    assert "Who is this? Give a name." in response.content.decode()


@pytest.mark.parametrize(
    "field", ["starts", "time_zone", "application", "known", "number"]
)
@pytest.mark.parametrize("value", ["\0", "9" * 40, "²", "-1", "x" * 3000])
def test_nonsense_is_refused_and_breaks_nothing(alice_client, field, value):
    response = post(alice_client, **{field: value})

    assert response.status_code == 422
    assert field in errors(response)


@pytest.mark.parametrize("name", ["\0", "Glo\0bex", "x" * 201, "   "])
def test_that_is_no_name_of_a_company(alice_client, name):
    assert "company_name" in errors(post(alice_client, company_name=name))


@pytest.mark.parametrize("pk", ["9" * 40, "²", "-1", "one"])
def test_a_made_up_application_is_not_found_or_passed_over(alice_client, pk):
    for address in (f"{INVITE}?application={pk}", f"/invites/check/?editing={pk}"):
        assert alice_client.get(address).status_code in {200, 404}


def test_a_stranger_cannot_log_into_it(alice, mallory_client):
    application = acme(alice)

    response = post(
        mallory_client, application=application.pk, company_name="", role=""
    )

    assert "application" in errors(response)
    assert (
        mallory_client.get(f"{INVITE}?application={application.pk}").status_code == 404
    )
    assert not application.rounds.exists()
