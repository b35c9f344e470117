from __future__ import annotations

from applications.models import StageChange
from tests.applications.world import an_application, listening

HTMX = {"HX-Request": "true"}


def _url(application):
    return f"/applications/{application.pk}/stage/"


def test_it_moves_and_remembers_from_where(alice, alice_client):
    application = an_application(alice)
    with listening() as changed:
        response = alice_client.post(_url(application), {"stage": "screening"})

    application.refresh_from_db()
    change = StageChange.objects.order_by("pk").last()
    assert response.status_code == 302
    assert response.url == application.get_absolute_url()
    assert application.stage == "screening"
    assert change is not None
    assert (change.from_stage, change.to_stage) == ("applied", "screening")
    assert changed == [application]


def test_the_same_stage_again_is_no_change(alice, alice_client):
    application = an_application(alice)
    alice_client.post(_url(application), {"stage": "applied"})
    assert StageChange.objects.count() == 1


def test_an_unknown_stage_changes_nothing(alice, alice_client):
    application = an_application(alice)
    alice_client.post(_url(application), {"stage": "nonsense"})
    application.refresh_from_db()
    assert application.stage == "applied"


def test_htmx_gets_the_page_anew_with_the_toast(alice, alice_client):
    application = an_application(alice)
    response = alice_client.post(_url(application), {"stage": "offer"}, headers=HTMX)

    page = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in page
    assert 'id="application"' in page
    assert 'hx-swap-oob="beforeend"' in page
    assert "Globex moved to Offer." in page


def test_the_toast_is_shown_once(alice, alice_client):
    application = an_application(alice)
    alice_client.post(_url(application), {"stage": "offer"}, headers=HTMX)
    page = alice_client.get(application.get_absolute_url()).content.decode()
    assert "moved to Offer" not in page


def test_it_returns_to_where_it_was_pressed(alice, alice_client):
    application = an_application(alice)
    response = alice_client.post(
        _url(application), {"stage": "offer", "next": "/applications/?q=x"}
    )
    assert response.url == "/applications/?q=x"


def test_it_never_leads_away_from_the_site(alice, alice_client):
    application = an_application(alice)
    response = alice_client.post(
        _url(application), {"stage": "offer", "next": "https://evil.example.org/"}
    )
    assert response.url == application.get_absolute_url()


def test_reading_changes_nothing(alice, alice_client):
    application = an_application(alice)
    assert alice_client.get(_url(application)).status_code == 405
