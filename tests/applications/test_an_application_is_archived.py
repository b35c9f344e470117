from __future__ import annotations

from tests.applications.world import an_application, listening


def test_it_leaves_the_list_and_stands_in_the_archive(alice, alice_client):
    application = an_application(alice)
    with listening() as changed:
        alice_client.post(f"/applications/{application.pk}/archive/")

    listed = alice_client.get("/applications/").content.decode()
    archive = alice_client.get("/applications/?archived=1").content.decode()
    assert application.get_absolute_url() not in listed
    assert application.get_absolute_url() in archive
    assert changed == [application]


def test_it_comes_back(alice, alice_client):
    application = an_application(alice)
    alice_client.post(f"/applications/{application.pk}/archive/")
    alice_client.post(f"/applications/{application.pk}/unarchive/")

    application.refresh_from_db()
    assert application.archived_at is None
    assert (
        application.get_absolute_url()
        in alice_client.get("/applications/").content.decode()
    )
