from __future__ import annotations

import pytest

from interviews.models import Round
from tests.interviews.forms import INVITE, post
from tests.interviews.world import NOW, acme, invited

pytestmark = pytest.mark.usefixtures("monday")

THREE = [{"name": "Priya Nair"}, {"name": "Tom Keller"}, {"name": "Aisha Lund"}]


def test_without_javascript_the_page_comes_back_with_a_row_more(alice_client):
    response = post(
        alice_client, people=THREE, to_prepare="A talk", **{"add-person": "1"}
    )

    page = response.content.decode()
    assert response.status_code == 200
    assert page.count('<fieldset class="someone">') == 4
    for kept in ("Priya Nair", "Tom Keller", "Aisha Lund", "A talk", "Globex"):
        assert kept in page
    assert not Round.objects.exists()


def test_nothing_is_judged_yet(alice_client):
    response = alice_client.post(
        INVITE,
        {"starts": "soon", "people-TOTAL_FORMS": "3", "people-INITIAL_FORMS": "0"}
        | {"people-0-title": "VP", "add-person": "1"},
    )

    page = response.content.decode()
    assert "errorlist" not in page
    assert 'value="soon"' in page
    assert 'value="VP"' in page


def test_with_htmx_only_the_people_come_back(alice_client):
    response = alice_client.post(
        INVITE,
        {"people-TOTAL_FORMS": "3", "people-INITIAL_FORMS": "0", "add-person": "1"},
        headers={"HX-Request": "true"},
    )

    fragment = response.content.decode()
    assert "<html" not in fragment
    assert fragment.count('<fieldset class="someone">') == 4
    assert "autofocus" in fragment


def test_also_when_editing(alice, alice_client):
    round_ = invited(acme(alice), starts_at=NOW)

    page = post(alice_client, f"/rounds/{round_.pk}/edit/", **{"add-person": "1"})

    assert page.content.decode().count('<fieldset class="someone">') == 4


def test_the_fourth_is_saved_with_the_rest(alice_client):
    post(alice_client, people=[*THREE, {"name": "Nora Lind"}])

    assert [p.name for p in Round.objects.get().people] == [
        "Priya Nair",
        "Tom Keller",
        "Aisha Lund",
        "Nora Lind",
    ]


def test_rows_have_an_end(alice_client):
    response = post(alice_client, **{"people-TOTAL_FORMS": "5000", "add-person": "1"})

    assert response.content.decode().count('<fieldset class="someone">') <= 31
