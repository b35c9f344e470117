from __future__ import annotations

import pytest

from tests.applications.world import an_application


@pytest.mark.parametrize(
    ("url", "words", "way"),
    [
        ("/applications/", "No applications yet", "/applications/new/"),
        ("/applications/", "No applications yet", "/invites/new/"),
        ("/applications/?archived=1", "The archive is empty", "/applications/"),
        ("/applications/?stage=offer", "Nothing found", "/applications/"),
        ("/people/", "Nobody here yet", "/people/new/"),
        ("/people/?q=zebra", "Nobody found", "/people/"),
    ],
)
def test_they_say_how_to_go_on(url, words, way, alice_client):
    page = alice_client.get(url).content.decode()
    assert words in page
    assert f'href="{way}"' in page


def test_an_application_without_rounds_explains_them(alice, alice_client):
    application = an_application(alice)
    page = alice_client.get(application.get_absolute_url()).content.decode()
    assert "No interview yet" in page
    assert f"/invites/new/?application={application.pk}" in page
