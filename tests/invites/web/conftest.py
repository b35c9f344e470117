from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from applications.actions import create_application
from applications.models import Application
from interviews.models import Invite, Round
from tests.interviews.world import NOW

READ = "/invites/"
Hand = Callable[..., Invite]


@pytest.fixture
def monday(time_machine: time_machine.TimeMachineFixture) -> None:
    """Let the clock stand at `world.NOW`, Monday noon in Berlin."""
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def hand_in(alice_client: Client) -> Hand:
    """Paste it and read it; gives the draft."""

    def paste(text: str) -> Invite:
        response = alice_client.post(READ, {"text": text})
        assert response.status_code == 302, response.context["problem"]
        return Invite.objects.latest("pk")

    return paste


def sent(client: Client, invite: Invite, **changes: Any) -> dict[str, str]:
    """What a browser sends for the form as it stands on the page, with changes."""
    form = client.get(invite.get_absolute_url(), changes.pop("query", {})).context[
        "form"
    ]
    data = {"round": str(form.round.pk) if form.round else "new"}
    for part in form.parts:
        data |= _values(part)
        data |= _values(part.people.management_form)
        for row in part.people.forms:
            data |= _values(row)
    return data | _values(form.further.management_form) | changes


def follow(
    owner: User, company: str = "Globex", role: str = "Data Analyst", **details: Any
) -> Application:
    """An application of theirs, by default the one that LETTER is about."""
    return create_application(
        owner=owner, company_name=company, role=role, now=NOW, **details
    )


def page_of(client: Client, invite: Invite, query: str = "") -> Any:
    return client.get(f"{invite.get_absolute_url()}{query}")


def confirmed(client: Client, invite: Invite) -> Round:
    """The round that saving the form as it stands makes or changes."""
    client.post(invite.get_absolute_url(), sent(client, invite))
    invite.refresh_from_db()
    assert invite.round
    return invite.round


def _values(form: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for bound in form:
        value = bound.value()
        if value in (None, "", False, []):
            continue
        found[bound.html_name] = _as_sent(bound, value)
    return found


def _as_sent(bound: Any, value: Any) -> Any:
    if isinstance(value, list):
        return [str(each) for each in value]
    pk = getattr(value, "pk", None)
    if pk is not None:
        return str(pk)
    return (
        bound.field.widget.format_value(value) if bound.name in _TIMES else str(value)
    )


_TIMES = ("starts", "ends", "promised_on")
