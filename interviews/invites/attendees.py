"""Who an event of a calendar file names."""

from __future__ import annotations

import re

from interviews.invites.content_lines import Component, Property
from interviews.invites.found import (
    Found,
    PersonFound,
)
from interviews.invites.company import is_public_mail
from interviews.invites.letter import sender

_MOST_PEOPLE = 60


def name_of(prop: Property) -> str:
    return sender(prop.params.get("CN", "")).name


def address_of(prop: Property) -> str:
    address = prop.value.partition(":")[2] if ":" in prop.value else prop.value
    address = address.strip().strip("<>")
    return (
        address.casefold() if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", address) else ""
    )


def tell_organiser(found: Found, event: Component) -> None:
    prop = event.first("ORGANIZER")
    if prop is not None and (name_of(prop) or address_of(prop)):
        found.organiser = PersonFound(name_of(prop), "", address_of(prop))
        found.tell("organiser", name_of(prop) or address_of(prop))


def met_in(event: Component) -> list[PersonFound]:
    """The attendees who are of the company; the one invited is not."""
    organiser = event.first("ORGANIZER")
    home = address_of(organiser).rpartition("@")[2] if organiser else ""
    others = [
        PersonFound(name_of(p) or _named_by(address_of(p)), "", address_of(p))
        for p in event.all("ATTENDEE")[:_MOST_PEOPLE]
        if p.params.get("CUTYPE", "INDIVIDUAL").upper() in {"INDIVIDUAL", ""}
        and address_of(p) and not (organiser and address_of(p) == address_of(organiser))
    ]  # fmt: skip
    if home and not is_public_mail(home):
        colleagues = [p for p in others if _is_of(p.email, home)]
    else:
        colleagues = [
            p for p in others if not is_public_mail(p.email.rpartition("@")[2])
        ]
        colleagues = colleagues if len(others) > 1 else []
    if (
        colleagues
        or organiser is None
        or not name_of(organiser)
        or _NO_PERSON.search(name_of(organiser))
    ):
        return colleagues
    return [PersonFound(name_of(organiser), "", address_of(organiser))]


_NO_PERSON = re.compile(
    r"team|recruit|talent|calendar|interview|schedul|no-?reply|careers|jobs|hr\b|calendly|zoom|greenhouse|lever|hiring|bot\b",
    re.IGNORECASE,
)


def _is_of(address: str, domain: str) -> bool:
    other = address.rpartition("@")[2]
    return (
        other == domain or other.endswith(f".{domain}") or domain.endswith(f".{other}")
    )


def _named_by(address: str) -> str:
    """ "Dana Wu" from dana.wu@…; nothing from an address that tells no name."""
    parts = re.split(r"[._]", address.partition("@")[0])
    names = [p for p in parts if p.isalpha() and len(p) > 1]
    return " ".join(p.title() for p in names) if len(names) == len(parts) == 2 else ""
