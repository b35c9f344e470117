from __future__ import annotations

from applications.models import Note
from tests.applications.world import an_application

HTMX = {"HX-Request": "true"}


def _noted(alice):
    application = an_application(alice, note="Small team.")
    return application, application.notes.get()


def test_a_note_is_added(alice, alice_client):
    application = an_application(alice)
    url = f"/applications/{application.pk}/notes/"
    response = alice_client.post(url, {"text": "Friendly call."})

    assert response.status_code == 302
    assert Note.objects.get().text == "Friendly call."


def test_htmx_gets_the_page_with_the_note(alice, alice_client):
    application = an_application(alice)
    url = f"/applications/{application.pk}/notes/"
    response = alice_client.post(url, {"text": "Friendly call."}, headers=HTMX)
    page = response.content.decode()
    assert "<html" not in page
    assert "Friendly call." in page


def test_an_empty_note_is_refused_beside_its_field(alice, alice_client):
    application = an_application(alice)
    url = f"/applications/{application.pk}/notes/"
    for headers in ({}, HTMX):
        response = alice_client.post(url, {"text": "  "}, headers=headers)
        assert response.status_code == 422
        assert 'id="id_text_error"' in response.content.decode()


def test_a_note_is_changed(alice, alice_client):
    application, note = _noted(alice)
    response = alice_client.post(f"/notes/{note.pk}/", {"text": "Big team."})
    note.refresh_from_db()
    assert response.url == application.get_absolute_url()
    assert note.text == "Big team."


def test_deleting_asks_first_and_names_what(alice, alice_client):
    _, note = _noted(alice)
    page = alice_client.get(f"/notes/{note.pk}/delete/").content.decode()
    assert "Small team." in page
    assert Note.objects.exists()


def test_a_note_is_deleted(alice, alice_client):
    _, note = _noted(alice)
    alice_client.post(f"/notes/{note.pk}/delete/")
    assert not Note.objects.exists()


def test_what_people_write_is_never_markup(alice, alice_client):
    application = an_application(alice, note="<script>alert(1)</script>")
    page = alice_client.get(application.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
