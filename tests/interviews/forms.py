"""What a browser sends for the form of a round."""

from __future__ import annotations

from typing import Any

from django.test import Client

INVITE = "/invites/new/"


def filled(**changes: Any) -> dict[str, Any]:
    """A new job at Globex, tomorrow at 14:00 in Berlin; `people` are rows of fields."""
    people: list[dict[str, str]] = changes.pop("people", [])
    rows = {
        f"people-{place}-{field}": value
        for place, person in enumerate(people)
        for field, value in person.items()
    }
    return {
        "company_name": "Globex",
        "role": "Data analyst",
        "starts": "2026-11-24T14:00",
        "length": "60",
        "time_zone": "Europe/Berlin",
        "people-TOTAL_FORMS": str(max(3, len(people))),
        "people-INITIAL_FORMS": "0",
        **rows,
        **changes,
    }


def post(client: Client, url: str = INVITE, **changes: Any) -> Any:
    return client.post(url, filled(**changes))


def errors(response: Any) -> dict[str, list[str]]:
    """What the form refused, by field."""
    found: dict[str, list[str]] = response.context["form"].errors
    return found


def cautions(response: Any) -> list[str]:
    return [caution.text for caution in response.context["form"].cautions]
