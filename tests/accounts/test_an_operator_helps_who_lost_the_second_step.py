from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command

from tests.accounts.factors import give_app, type_password


def test_the_password_alone_is_enough_again(alice, mallory, client):
    give_app(alice)
    give_app(mallory)

    call_command("forget_second_steps", "Alice@example.com", verbosity=0)

    assert type_password(client).url == "/"
    client.post("/accounts/logout/")
    assert "2fa" in type_password(client, "mallory@example.com").url


def test_for_nobody_it_says_so(db):
    with pytest.raises(CommandError, match="Nobody has the address"):
        call_command("forget_second_steps", "nobody@example.com")
