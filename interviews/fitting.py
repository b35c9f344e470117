"""Which application an invitation belongs to, and why; asked where several fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit

from accounts.models import User
from applications.models import Application, Contact
from interviews.invites.found import Found, PersonFound
from interviews.models import Invite

# What stands behind a company's name and is not said (European and American forms).
# fmt: off
_FORMS = frozenset(
    (
        "gmbh", "ag", "se", "kg", "ug", "mbh", "co", "inc", "incorporated", "llc",
        "ltd", "limited", "plc", "corp", "corporation", "company", "bv", "nv", "sa",
        "sas", "sarl", "srl", "spa", "oy", "ab", "as", "aps", "pty", "group",
        "holding", "the",
    )
)
# Where mail comes from that says nothing about the employer: providers of mailboxes,
# and services that send invitations for anybody.
_ANYBODYS = frozenset(
    (
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com",
        "msn.com", "yahoo.com", "icloud.com", "me.com", "gmx.de", "gmx.net",
        "web.de", "proton.me", "protonmail.com", "aol.com",
        "group.calendar.google.com", "calendly.com", "greenhouse.io",
        "greenhouse-mail.io", "lever.co", "hire.lever.co", "ashbyhq.com",
        "workable.com", "smartrecruiters.com", "myworkday.com", "teamtailor.com",
        "personio.de", "recruitee.com", "goodtime.io", "zoom.us", "microsoft.com",
        "teams.microsoft.com", "google.com", "linkedin.com", "indeed.com",
        "stepstone.de", "xing.com",
    )
)
# fmt: on
_ADDRESS = re.compile(r"https?://[^\s<>\"')\]]{4,2000}", re.IGNORECASE)
_MOST = 6
# From this weight on a reason stands, whatever company is named.
_SURE = 5


@dataclass(frozen=True)
class Fit:
    """An application that the invitation may belong to; `why` is for the owner."""

    application: Application
    why: str
    weight: int


@dataclass(frozen=True)
class Belonging:
    """Where an invitation belongs: one application, or several to choose from.

    With neither it is for a job that is not followed yet. `offered` may have one: then
    it is doubtful.
    """

    application: Application | None = None
    why: str = ""
    offered: Sequence[Fit] = field(default=())


def belonging(owner: User, found: Found, earlier: Invite | None = None) -> Belonging:
    """Find the application in three queries, whatever there is.

    `earlier` is an edition of the same event that is with a round already.
    """
    if earlier and earlier.round:
        why = "because you logged this invitation before"
        return Belonging(earlier.round.application, why)
    fits = _heaviest(_fits(owner, found))
    if len(fits) > 1:
        fits = _of_the_role(fits, found.role) or fits
    if len(fits) > 1:
        fits = [fit for fit in fits if not fit.application.is_closed] or fits
    if len(fits) == 1 and not _is_doubtful(fits[0], found):
        return Belonging(fits[0].application, fits[0].why)
    return Belonging(offered=fits[:_MOST])


class _Job(NamedTuple):
    """What is compared of an application: of thousands that may fit, few do."""

    pk: int
    posting_url: str
    company_id: int
    company: str
    website: str


class _Person(NamedTuple):
    """What is compared of somebody the owner knows."""

    company_id: int | None
    name: str
    email: str


def _fits(owner: User, found: Found) -> list[Fit]:
    followed = Application.objects.for_user(owner).unarchived().order_by()
    jobs = followed.values_list(
        "pk", "posting_url", "company", "company__name", "company__website"
    )
    people = Contact.objects.for_user(owner).values_list("company", "name", "email")
    clues = _Clues(found, map(_Person._make, people))
    reasons = {job.pk: why for job in map(_Job._make, jobs) if (why := clues.fit(job))}
    if not reasons:
        return []
    ordered = followed.filter(pk__in=reasons).select_related("company")
    rows = ordered.order_by("company__name", "role", "pk")
    return [Fit(row, *reasons[row.pk]) for row in rows]


def _heaviest(fits: Sequence[Fit]) -> list[Fit]:
    most = max((fit.weight for fit in fits), default=0)
    return [fit for fit in fits if fit.weight == most]


def _of_the_role(fits: Sequence[Fit], role: str) -> list[Fit]:
    wanted = plain_name(role)
    same = [f for f in fits if wanted and plain_name(f.application.role) == wanted]
    return same or [f for f in fits if _alike(f.application.role, role)]


def _is_doubtful(fit: Fit, found: Found) -> bool:
    """Whether the role it names is another, or the company."""
    other_role = bool(found.role) and not _alike(fit.application.role, found.role)
    name = plain_name(fit.application.company.name)
    other_company = found.company and not _is_part(name, plain_name(found.company))
    return other_role or (bool(other_company) and fit.weight < _SURE)


def _is_part(one: str, other: str) -> bool:
    """Whether all words of one name stand in the other: Globex, Globex Robotics."""
    words, others = set(one.split()), set(other.split())
    return bool(words and others) and (words <= others or others <= words)


def _alike(one: str, other: str) -> bool:
    """Whether half of the words of the shorter role stand in the other."""
    words, others = set(plain_name(one).split()), set(plain_name(other).split())
    shorter = min(len(words), len(others))
    return bool(shorter) and 2 * len(words & others) >= shorter


def plain_name(name: str) -> str:
    """A name as it is compared: no capitals, accents, signs or legal form."""
    words = _WORD.findall(_bare(name.casefold()))
    return " ".join([word for word in words if word not in _FORMS] or words)


_WORD = re.compile(r"[^\W_]+")


def _bare(name: str) -> str:
    if name.isascii():
        return name
    letters = unicodedata.normalize("NFKD", name)
    return "".join(each for each in letters if not unicodedata.combining(each))


class _Clues:
    """What an invitation says about who sent it, and whom the owner knows where."""

    def __init__(self, found: Found, known: Iterable[_Person]) -> None:
        self.company = plain_name(found.company)
        people = [*_everyone(found)]
        self.addresses = {p.email.casefold() for p in people if p.email}
        self.names = {plain_name(p.name) for p in people if " " in p.name.strip()}
        self.domains = {_domain(address) for address in self.addresses} - _ANYBODYS
        self.links = {link.rstrip("/.,;") for link in _ADDRESS.findall(found.text)}
        self.known: dict[int | None, list[_Person]] = {}
        for person in known:
            self.known.setdefault(person.company_id, []).append(person)

    def fit(self, job: _Job) -> tuple[str, int] | None:
        """The strongest reason for it and its weight, if there is one."""
        company, known = job.company, self.known.get(job.company_id, [])
        if job.posting_url.rstrip("/") in self.links:
            return "because it links to this posting", 6
        if self.company and _is_part(plain_name(company), self.company):
            return f"because it names {company}", 5
        if person := self._writer(known):
            weight = self._weight(4, _domain(person.email.casefold()))
            return f"because {person.name} is one of them", weight
        if self.domains and (domain := self._domain_of(job.website, company, known)):
            weight = self._weight(3, domain)
            return f"because the mail came from {domain}", weight
        # Where another company is named, somebody there only has the same name.
        if not self.company and (person := self._named(known)):
            return f"because you know {person.name} from {company}", 2
        return None

    def _weight(self, usual: int, domain: str) -> int:
        """More, where the company was named after the domain and nothing else."""
        is_its_name = _label(domain) == self.company.replace(" ", "")
        return _SURE if is_its_name else usual

    def _writer(self, known: Iterable[_Person]) -> _Person | None:
        return next((p for p in known if p.email.casefold() in self.addresses), None)

    def _named(self, known: Iterable[_Person]) -> _Person | None:
        return next((p for p in known if plain_name(p.name) in self.names), None)

    def _domain_of(self, website: str, name: str, known: Iterable[_Person]) -> str:
        """The domain they write from, where it is that of the company."""
        theirs = {_domain(p.email.casefold()) for p in known if p.email} - _ANYBODYS
        theirs.add((urlsplit(website).hostname or "").removeprefix("www."))
        called = plain_name(name).replace(" ", "")
        return next(
            (d for d in sorted(self.domains) if d in theirs or _label(d) == called), ""
        )


def _everyone(found: Found) -> Iterable[PersonFound]:
    if found.organiser:
        yield found.organiser
    for session in found.sessions:
        yield from session.people


def _domain(address: str) -> str:
    return address.rpartition("@")[2]


def _label(domain: str) -> str:
    """ "globex" of careers.globex.com."""
    parts = domain.split(".")
    return parts[-2].replace("-", "") if len(parts) > 1 else ""
