"""What a message says of the job and of the round, beside its times."""

from __future__ import annotations

from interviews.invites import people, words
from interviews.invites.company import company_in
from interviews.invites.found import Certainty, Found, PersonFound
from interviews.invites.greeting import greeted
from interviews.invites.letter import Letter
from interviews.invites.names import cleaned
from interviews.invites.role import role_in
from interviews.invites.signature import (
    introduced_self,
    own_name,
    signature,
    signed_title,
)


def tell_job(found: Found, letter: Letter, known: frozenset[str] = frozenset()) -> None:
    """Company, role and round; who sent it. `known` are names of people, small."""
    met = frozenset(
        named.person.name.casefold()
        for named in people.people_in(letter.whole)
        if named.person.title or " " in named.person.name
    )
    candidate = greeted(letter.body)
    company = company_in(letter, people=met | known | candidate)
    role = role_in(letter, company[0] if company else "", candidate=candidate)
    for name, read in (("company", company), ("role", role)):
        if read:
            setattr(found, name, read[0])
            found.tell(name, read[1], Certainty.GUESS)
    _tell_round(found, letter)
    _tell_writer(found, letter)


def _tell_round(found: Found, letter: Letter) -> None:
    number = words.round_number(letter.whole)
    if number:
        found.round_number = number.value
        found.tell("round_number", number.source)
    if final := words.is_final(letter.whole):
        found.is_final = True
        found.tell("is_final", final)


def _tell_writer(found: Found, letter: Letter) -> None:
    signed, said = signature(letter.body), introduced_self(letter.body)
    name = letter.sender.name or signed.name or (own_name(said)[0] if said else "")
    if name or letter.sender.address:
        title = signed_title(signed.name, signed.lines) if signed.name else ""
        found.organiser = PersonFound(
            cleaned(name), title, letter.sender.address, words.kind_by_title(title)
        )
        found.tell("organiser", name or letter.sender.address)


def fill_from_letter(
    found: Found, letter: Letter, known: frozenset[str] = frozenset()
) -> None:
    """Company, role, round and what to prepare, for times that came otherwise."""
    tell_job(found, letter, known)
    words.tell_to_prepare(found, letter.whole)
