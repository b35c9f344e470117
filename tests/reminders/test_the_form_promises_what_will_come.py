from __future__ import annotations

import pytest

from reminders.models import Preferences

FORM = "/invites/new/"


@pytest.mark.parametrize(
    ("prepare", "thank_you", "said"),
    [
        (True, True, ["to prepare, for the evening before", "one for your thank-you"]),
        (True, False, ["to prepare, for the evening before", "is switched off"]),
        (False, True, ["plans one for your thank-you", "is switched off"]),
        (False, False, ["you have switched them off"]),
    ],
)
def test_only_the_kinds_that_are_on(alice, alice_client, prepare, thank_you, said):
    Preferences.objects.create(owner=alice, prepare=prepare, thank_you=thank_you)

    page = alice_client.get(FORM).content.decode()

    for words in said:
        assert words in page
    assert ("to prepare, for the evening" in page) is prepare
    assert ("for your thank-you notes when" in page) is thank_you


def test_nothing_is_promised_for_what_is_over(alice, alice_client):
    assert (
        "A round that is over already gets" in alice_client.get(FORM).content.decode()
    )
