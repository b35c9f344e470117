from __future__ import annotations

import pytest

from applications.actions import add_contact
from tests.applications.world import an_application

GET_AND_POST = ("get", "post")
PATHS = [
    ("applications/{a}/", ("get",)),
    ("applications/{a}/edit/", GET_AND_POST),
    ("applications/{a}/stage/", ("post",)),
    ("applications/{a}/archive/", ("post",)),
    ("applications/{a}/unarchive/", ("post",)),
    ("applications/{a}/notes/", ("post",)),
    ("notes/{n}/", GET_AND_POST),
    ("notes/{n}/delete/", GET_AND_POST),
    ("companies/{c}/", ("get",)),
    ("companies/{c}/edit/", GET_AND_POST),
    ("people/{p}/", ("get",)),
    ("people/{p}/edit/", GET_AND_POST),
]
TYPED = {
    "stage": "offer",
    "text": "x",
    "name": "x",
    "company_name": "x",
    "role": "x",
}


@pytest.mark.parametrize(
    ("path", "method"), [(path, m) for path, methods in PATHS for m in methods]
)
def test_of_anothers_search(path, method, alice, mallory_client, client):
    application = an_application(alice, note="Private.")
    person = add_contact(owner=alice, company=application.company, name="Dana Wu")
    url = "/" + path.format(
        a=application.pk,
        n=application.notes.get().pk,
        c=application.company_id,
        p=person.pk,
    )

    assert getattr(mallory_client, method)(url, TYPED).status_code == 404
    refused = getattr(client, method)(url, TYPED)
    assert refused.status_code == 302
    assert refused.url.startswith("/accounts/login/")
    application.refresh_from_db()
    assert (application.role, application.stage) == ("Data analyst", "applied")
    assert application.notes.get().text == "Private."


def test_lists_hold_only_ones_own(alice, mallory_client):
    application = an_application(alice)
    add_contact(owner=alice, company=application.company, name="Dana Wu")
    for url in ("/applications/", "/applications/?archived=1", "/people/"):
        page = mallory_client.get(url).content.decode()
        assert "Globex" not in page
        assert "Dana" not in page
    assert "Globex" not in mallory_client.get("/applications/new/").content.decode()
