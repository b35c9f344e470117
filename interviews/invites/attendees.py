"""Who an event of a calendar file names."""

from __future__ import annotations

import re
from collections import Counter

from interviews.invites.company import is_public_mail
from interviews.invites.content_lines import Component, Property
from interviews.invites.found import Found, PersonFound
from interviews.invites.letter import Sender, sender

_MOST_PEOPLE = 60
_NO_PERSON = re.compile(
    r"team|recruit|talent|calendar|interview|schedul|no-?reply|careers|jobs|\bhr\b"
    r"|human resources|people ops|calendly|zoom|greenhouse|\blever\b|hiring|\bbot\b"
    r"|bewerb|personalabteilung|karriere|recrutement|\brh\b|rrhh|seleccion|assistant"
    r"|\broom\b|meeting|conference|konferenz|besprechung|\bsalle\b|\bsala\b|office"
    r"|reception|notification|system|admin|support|info\b|service",
    re.IGNORECASE,
)
_ROOM_MAIL = re.compile(
    r"(?:resource|group)\.calendar\.|^(?:room|raum|salle|sala)[-._\d]"
)
_NOT_THERE = {"DECLINED", "DELEGATED"}


def sender_of(event: Component) -> Sender:
    """The organiser as whoever sent the message that the event is."""
    organiser = event.first("ORGANIZER")
    if organiser is None:
        return Sender()
    return Sender(name_of(organiser), address_of(organiser))


def name_of(prop: Property) -> str:
    """The name as people say it: Dana Wu for "Wu, Dana (NORTHWIND)"."""
    written = prop.params.get("CN", "").strip(" '\"")
    written = re.sub(r"^CN=", "", written, flags=re.IGNORECASE)
    written = re.sub(r"\s*[(\[{][^)\]}]*[)\]}]", "", written)
    written = re.split(r"/(?:OU=|O=)?|\s[|–—]\s|\s-\s|;", written)[0]
    return _in_order(_untitled(sender(_untitled(written)).name))


def _untitled(name: str) -> str:
    return re.sub(r"^(?:Mr|Mrs|Ms|Mx|Frau|Herrn?|Mme|M|Sra?)\.? (?=\S)", "", name)


def _in_order(name: str) -> str:
    """ "PETIT Renée" is written by family name."""
    first, _, rest = name.partition(" ")
    is_family = len(first) > 1 and first.isupper() and rest and not rest.isupper()
    return f"{rest} {first.title()}" if is_family and " " not in rest else name


def address_of(prop: Property) -> str:
    address = re.sub(r"^mailto:", "", prop.value.strip(), flags=re.IGNORECASE)
    for written in (address, prop.params.get("EMAIL", "")):
        bare = written.strip().strip("<>")
        if re.fullmatch(r"[^@\s:]+@[^@\s]+\.[^@\s]+", bare):
            return bare.casefold()
    return ""


def tell_organiser(found: Found, event: Component) -> None:
    prop = event.first("ORGANIZER")
    if prop is not None and (name_of(prop) or address_of(prop)):
        found.organiser = PersonFound(name_of(prop), "", address_of(prop))
        found.tell("organiser", prop.params.get("CN", "") or address_of(prop))


def met_in(event: Component) -> tuple[list[PersonFound], PersonFound | None]:
    """The attendees who are of the company, and the host where it is a person.

    Whoever organises is met where listed among the attendees. The one invited is none
    of them; nor are rooms and groups, and who declined, delegated or is only told.
    """
    organiser = event.first("ORGANIZER")
    host = _person(organiser) if organiser else None
    those = [p for p in event.all("ATTENDEE")[:_MOST_PEOPLE] if _is_there(p)]
    others = [p for p in map(_person, those) if p]
    colleagues = _of_the_company(others, address_of(organiser) if organiser else "")
    return colleagues, host if host and host.name else None


def company_address(event: Component) -> str:
    """An address of the company: of somebody who is met, else the organiser's."""
    met, _ = met_in(event)
    organiser = event.first("ORGANIZER")
    addresses = [person.email for person in met]
    addresses += [address_of(organiser)] if organiser else []
    return next(filter(_is_private, addresses), "")


def names_in(event: Component) -> frozenset[str]:
    """The names of all who are named by the event, in small letters."""
    props = [*event.all("ATTENDEE")[:_MOST_PEOPLE], *event.all("ORGANIZER")]
    people = filter(None, map(_person, props))
    return frozenset(person.name.casefold() for person in people if person.name)


def _is_there(prop: Property) -> bool:
    params = prop.params
    person = params.get("CUTYPE", "").upper() in {"INDIVIDUAL", "", "UNKNOWN"}
    told = params.get("ROLE", "").upper() == "NON-PARTICIPANT"
    return person and not told and params.get("PARTSTAT", "").upper() not in _NOT_THERE


def _person(prop: Property) -> PersonFound | None:
    address = address_of(prop)
    name = name_of(prop) or named_by(address)
    if _NO_PERSON.search(name) or _ROOM_MAIL.search(address):
        return None
    box = address.partition("@")[0]
    if not name and (not address or _NO_PERSON.search(box)):
        return None
    return PersonFound(name, "", address)


def _of_the_company(others: list[PersonFound], organiser: str) -> list[PersonFound]:
    home = _domain(organiser)
    if home and not is_public_mail(home):
        at_home = [p for p in others if _is_of(p.email, home)]
        if any(p.email != organiser for p in at_home) or len(at_home) == len(others):
            return at_home
        if at_home:
            return at_home
    # A scheduling program invites: the company is who most of them write from.
    domains = Counter(_domain(p.email) for p in others if _is_private(p.email))
    most = domains.most_common(1)
    if most and most[0][1] > 1:
        return [p for p in others if _domain(p.email) == most[0][0]]
    private = [p for p in others if _is_private(p.email)]
    return private if len(private) == 1 < len(others) else []


def _is_private(address: str) -> bool:
    return bool(address) and not is_public_mail(_domain(address))


def _domain(address: str) -> str:
    return address.rpartition("@")[2]


def _is_of(address: str, domain: str) -> bool:
    other = _domain(address)
    return bool(other) and (
        other == domain or other.endswith(f".{domain}") or domain.endswith(f".{other}")
    )


def names_invited(event: Component, met: list[PersonFound]) -> frozenset[str]:
    """The names, in small letters, of attendees who are not met: the owner's own."""
    addresses = {person.email for person in met}
    others = [p for p in event.all("ATTENDEE")[:_MOST_PEOPLE] if _keeps_out(p)]
    named = [(name_of(p) or named_by(address_of(p)), address_of(p)) for p in others]
    names = {name.casefold() for name, at in named if at not in addresses}
    return frozenset(names | {name.split()[0] for name in names if name})


def _keeps_out(prop: Property) -> bool:
    """Whoever is invited, or will not come; but not the organiser, who may be met."""
    return prop.params.get("ROLE", "").upper() != "CHAIR"


def plain_name(event: Component, person: PersonFound) -> str:
    """The words that an event names a person with."""
    for prop in (*event.all("ATTENDEE"), *event.all("ORGANIZER")):
        if address_of(prop) == person.email:
            return prop.params.get("CN", "") or person.email
    return person.name


def named_by(address: str) -> str:
    """ "Dana Wu" from dana.wu@…; nothing from an address that tells no name."""
    parts = re.split(r"[._]", address.partition("@")[0])
    names = [p for p in parts if p.isalpha() and len(p) > 1]
    return " ".join(p.title() for p in names) if len(names) == len(parts) == 2 else ""
