"""The company, as a message names it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from interviews.invites.beside_jobs import beside_jobs
from interviews.invites.company_names import tidy
from interviews.invites.company_patterns import (
    BEHIND_JOB,
    BELOW_LABEL,
    IN_SUBJECT,
    IN_WORDS,
    PHRASE,
)
from interviews.invites.company_senders import (
    beside_a_person,
    of_department,
    sent,
    signed,
)
from interviews.invites.letter import Letter, unwrapped
from interviews.invites.names import NO_NAMES, is_surely_name
from interviews.invites.organised import SUFFIX, is_organised, is_surely_organised

_FLAGS = re.IGNORECASE
_PUBLIC_MAIL = re.compile(
    r"(?:^|\.)(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|gmx|web|aol|proton|protonmail"
    r"|t-online|orange|free|laposte|wanadoo|mail|zoho|fastmail|posteo|greenhouse|greenhouse-mail|lever|hire|myworkday"
    r"|workday|ashbyhq|smartrecruiters|workablemail|workable|icims|taleo|jobvite|bamboohr|breezy|teamtailor|teamtailor-mail"
    r"|recruitee|personio|jazzhr|applytojob|calendly|goodtime|modernloop|linkedin|indeed|indeedemail|xing|stepstone|successfactors"
    r"|eightfold|phenompeople|avature|zoom|google|microsoft|rippling|gem|calendar|hackerrank|codility|welcomekit)\.",
    _FLAGS,
)


@dataclass
class _Candidate:
    """A name that may be the company's: how much speaks for it, and its words."""

    name: str = ""
    words: str = ""
    weight: int = 0
    first: int = field(default=1_000_000)


def is_public_mail(domain: str) -> bool:
    """Whether anybody may write from it: it says nothing of a company."""
    return bool(_PUBLIC_MAIL.search(domain))


_ENOUGH = 3


def company_in(
    letter: Letter, *, people: frozenset[str] = frozenset()
) -> tuple[str, str] | None:
    """The company and the words it came from; `people` are names that are none."""
    found: dict[str, _Candidate] = defaultdict(_Candidate)
    for weight, name, words, place in _all(letter):
        if (bare := tidy(name)) and not _is_person(bare, weight, people):
            _add(found, bare, words, weight, place)
    _weigh_longer(found)
    _by_domain(letter, found)
    _weigh_agencies(letter, found)
    best = max(found.values(), key=lambda c: (c.weight, -c.first), default=None)
    if best is None or best.weight < _ENOUGH:
        return None
    return _with_article(best.name, letter.body), best.words


def _with_article(name: str, text: str) -> str:
    """ "The Slieve Hotel", where it is called so inside a sentence."""
    whole = f"The {name}"
    return whole if re.search(rf"[a-z,] {re.escape(whole)}\b", text) else name


def _add(
    found: dict[str, _Candidate], name: str, words: str, weight: int, place: int
) -> None:
    candidate = found[_key(name)]
    candidate.weight += weight + (2 if is_organised(name) else 0)
    candidate.name, candidate.words = candidate.name or name, candidate.words or words
    candidate.first = min(candidate.first, place)


def _weigh_longer(found: dict[str, _Candidate]) -> None:
    """ "Corvane" and "Corvane Logistics" are one: both count for the whole name."""
    for key, candidate in [*found.items()]:
        longer = [
            other
            for k, other in found.items()
            if k != key
            and other.name.startswith(f"{candidate.name} ")
            and is_organised(other.name[len(candidate.name) :])
        ]
        if len(longer) == 1 and " " not in candidate.name:
            longer[0].weight += candidate.weight
            longer[0].first = min(longer[0].first, candidate.first)


_AGENCY = r"(?:recruitment|recruiting|staffing|executive search|search|resourcing|personnel|recrutement|intérim|interim|zeitarbeit|selección de personal|personalberatung|personalvermittlung|headhunt\w+)"
_AGENCY_MAIL = re.compile(
    r"@[\w.-]*(?:talent|recruit|staffing|search|personnel|headhunt|jobs)[\w-]*\.",
    _FLAGS,
)


_IS_AGENCY = re.compile(rf" {_AGENCY}$", _FLAGS)
_AGENCY_BEHIND = re.compile(rf"(?: \w+)? {_AGENCY}\b", _FLAGS)
_LEGAL_FORM = re.compile(rf",? (?:{SUFFIX})$")
_NO_LETTER = re.compile(r"\W|_")


def _weigh_agencies(letter: Letter, found: dict[str, _Candidate]) -> None:
    """An agency writes for another: it counts where no other is named."""
    mails = [*_AGENCY_MAIL.finditer(f"{letter.sender.address}.\n{letter.body}")]
    others = sum(candidate.weight >= _ENOUGH for candidate in found.values())
    for candidate in found.values():
        is_one = _IS_AGENCY.search(candidate.name) or any(
            _key(candidate.name) in mail[0].casefold() for mail in mails
        )
        if others > 1 and (is_one or _is_called_agency(candidate.name, letter.body)):
            candidate.weight = min(candidate.weight, _ENOUGH - 1)


def _is_called_agency(name: str, text: str) -> bool:
    name, text = name.lower(), text.lower()
    at = text.find(name)
    while at >= 0 and not _AGENCY_BEHIND.match(text, at + len(name)):
        at = text.find(name, at + 1)
    return at >= 0


def _key(name: str) -> str:
    return _NO_LETTER.sub("", _LEGAL_FORM.sub("", name)).casefold()


def _all(letter: Letter) -> Iterator[tuple[int, str, str, int]]:
    """Every name that stands where a company may: weight, name, words, place."""
    body = unwrapped(letter.body)
    for patterns, text, at in (
        (IN_SUBJECT, letter.subject, 0),
        (IN_WORDS, body, len(letter.subject)),
    ):
        everywhere, behind_job = [(0, len(text))], _spans(BEHIND_JOB, text)
        for weight, pattern, is_behind_job in patterns:
            for start, end in behind_job if is_behind_job else everywhere:
                for match in pattern.finditer(text, start, end):
                    name = match["company"]
                    yield weight, name, name, at + match.start()
    for phrase in PHRASE.finditer(f"{letter.subject}\n{body}"):
        own = any(word.casefold() not in NO_NAMES for word in phrase[0].split())
        if own and is_surely_organised(phrase[0]):
            yield 1, phrase[0], phrase[0], phrase.start()
    for match in BELOW_LABEL.finditer(letter.body):
        yield 10, match["company"], match["company"], match.start()
    head = letter.body.strip().partition("\n")[0].strip()
    if head.isupper() and is_organised(head):
        yield 4, head.title(), head, 0
    yield from beside_jobs(f"{letter.subject}\n{body}")
    yield from beside_a_person(letter.subject)
    yield from signed(letter)
    yield from of_department(letter)
    yield from sent(letter)


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _is_person(name: str, weight: int, people: frozenset[str]) -> bool:
    """Whether a name was read as somebody's; a company's words weigh more."""
    if is_organised(name):
        return False
    plain = name.casefold()
    if any(plain == person or person.startswith(f"{plain} ") for person in people):
        return True
    if any(plain.startswith(f"{person} ") for person in people if " " in person):
        return True
    return weight < _STRONG and is_surely_name(name)


# What names a company outright, whoever has the same name.
_STRONG = 6
_NO_PART_WORDS = """
co com mail email www careers jobs hr talent recruiting notifications mg e reply example
"""
_NO_PART = frozenset(_NO_PART_WORDS.split())
_WRITTEN = re.compile(
    r"(?<![\w.+'-])[\w.+'-]{1,64}@(?P<domain>[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"
)


def _by_domain(letter: Letter, found: dict[str, _Candidate]) -> None:
    """The name that the sender's domain spells counts more; else the domain itself."""
    domains = [letter.sender.domain] if letter.sender.domain else []
    if not domains:
        domains = [m["domain"].casefold() for m in _WRITTEN.finditer(letter.body)][-1:]
    for domain in domains:
        parts = [part for part in domain.split(".")[:-1] if part not in _NO_PART]
        if parts and not is_public_mail(domain):
            _count_domain(
                letter, found, re.sub(r"\W", "", parts[-1]), parts[-1], domain
            )


def _count_domain(
    letter: Letter, found: dict[str, _Candidate], spelled: str, part: str, domain: str
) -> None:
    near = [
        k
        for k in found
        if k.startswith(spelled)
        or (len(k) > 3 and spelled.startswith(k))
        or (len(spelled) > 3 and k.endswith(spelled))
    ]
    for key in near:
        found[key].weight += 8
    if not near:
        words = _spelled_in(letter.whole, spelled)
        name = words or part.replace("-", " ").title()
        found[spelled] = _Candidate(name, words or domain, 9 if words else _ENOUGH)


_WITHOUT_BREAKS = str.maketrans("", "", " &'’.-")


def _spelled_in(text: str, spelled: str) -> str:
    """ "Prairie Foods" for prairiefoods, where the text has it."""
    if spelled[:40] not in text.casefold().translate(_WITHOUT_BREAKS):
        return ""  # spares making a pattern, which takes longer than this
    letters = r"[ &'’.-]{0,3}".join(map(re.escape, spelled[:40]))
    # "kestrelfin" for Kestrel Finance: a domain may shorten the last word.
    rest = r"[a-z]{0,12}" if len(spelled) > 5 else ""
    match = re.search(rf"\b(?=[A-Z]){letters}{rest}\b", text, _FLAGS)
    return match[0] if match and match[0][0].isupper() else ""
