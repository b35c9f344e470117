from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from applications.actions import changing
from interviews.actions import cancel_round
from interviews.models import Round
from tests.concurrency import while_another
from tests.interviews.forms import errors, post
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

TWO_TOMORROW = datetime(2026, 11, 24, 13, tzinfo=UTC)  # 14:00 in Berlin


@pytest.fixture
def round_(alice) -> Round:
    return invited(acme(alice), starts_at=TWO_TOMORROW)


def edit_url(round_):
    return f"/rounds/{round_.pk}/edit/"


def everybody(round_):
    return [person.pk for person in round_.people]


def test_the_form_shows_what_is_known(round_, alice_client):
    form = alice_client.get(edit_url(round_)).context["form"]

    assert form["number"].value() == 1
    assert form["starts"].value() == datetime(2026, 11, 24, 14)  # noqa: DTZ001
    assert f"{form['ends'].value():%H:%M}" == "15:00"
    assert [ticked for _, ticked in form.known_people] == [True, True]


def test_new_times_move_it(round_, alice_client):
    response = post(
        alice_client,
        edit_url(round_),
        number=1,
        starts="2026-11-25T09:00",
        known=everybody(round_),
    )

    assert response.headers["Location"] == f"/rounds/{round_.pk}/"
    round_ = Round.objects.get()
    assert round_.starts_at == datetime(2026, 11, 25, 8, tzinfo=UTC)
    assert round_.moves == 1
    assert len(round_.people) == 2


def test_somebody_unticked_takes_no_part(round_, alice_client):
    dana = round_.people[0]

    post(alice_client, edit_url(round_), number=1, known=[dana.pk])

    assert Round.objects.get().people == [dana]


def test_the_same_times_are_no_move_and_warn_of_nothing(round_, alice_client):
    round_.sessions.update(
        starts_at=NOW - timedelta(days=30), ends_at=NOW - timedelta(days=30, hours=-1)
    )
    response = post(alice_client, edit_url(round_), number=1, starts="2026-10-24T12:00")

    assert response.status_code == 302
    assert Round.objects.get().moves == 0


def test_it_does_not_clash_with_itself(round_, alice_client):
    response = post(alice_client, edit_url(round_), number=1, starts="2026-11-24T14:30")

    assert response.status_code == 302


def test_a_round_over_midnight_is_shown_by_its_length(round_, alice_client):
    round_.sessions.update(ends_at=TWO_TOMORROW + timedelta(hours=20))

    form = alice_client.get(edit_url(round_)).context["form"]

    assert form["ends"].value() is None
    assert form["length"].value() == 20 * 60


def test_it_keeps_the_zone_of_the_invitation(round_, alice_client):
    round_.sessions.update(time_zone="America/New_York")

    form = alice_client.get(edit_url(round_)).context["form"]

    assert form["time_zone"].value() == "America/New_York"
    assert form["starts"].value() == datetime(2026, 11, 24, 8)  # noqa: DTZ001


def test_the_number_of_another_round_is_refused(round_, alice_client):
    second = invited(round_.application, starts_at=None)

    response = post(alice_client, edit_url(second), number=1)

    assert "number" in errors(response)


def test_a_cancelled_rounds_number_is_free(round_, alice_client):
    second = invited(round_.application, starts_at=None)
    cancel_round(round_, now=NOW)

    assert post(alice_client, edit_url(second), number=1).status_code == 302


def test_its_date_may_be_taken_away(round_, alice_client):
    post(alice_client, edit_url(round_), number=1, no_date="on")

    assert Round.objects.get().starts_at is None


@pytest.mark.django_db(transaction=True)
def test_a_number_taken_at_the_same_moment_is_said_beside_the_field(
    alice_client, alice
):
    first = invited(acme(alice), starts_at=None)
    second = invited(first.application, starts_at=None)

    def take(let_the_other_wait):
        with changing(first.application, now=NOW):
            let_the_other_wait()
            Round.objects.filter(pk=first.pk).update(number=3)

    _, response = while_another(
        take, lambda: post(alice_client, edit_url(second), number=3)
    )

    assert response.status_code == 422
    assert errors(response)["number"] == [
        "There is a third interview there already. Which is this?"
    ]
