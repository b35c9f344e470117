"""The company by who sent or signed a message, and by the other side of its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.invites.company_names import is_department
from interviews.invites.jobs import ROLE_WORD, is_job
from interviews.invites.letter import Letter
from interviews.invites.names import UPPER, WHOLE_NAME, is_name
from interviews.invites.organised import is_organised
from interviews.invites.signature import signature

_FLAGS = re.IGNORECASE


def signed(letter: Letter) -> Iterator[tuple[int, str, str, int]]:
    """The lines below the name: "Talent Partner, Globex"; the last part says most."""
    by = signature(letter.body)
    for number, line in enumerate(by.lines):
        if number == 0 and by.name and line.startswith(by.name):
            line = line[len(by.name) :]
        if _names_who_signs(by.lines[number:], by.name):
            continue
        yield from (
            (w, name, words, len(letter.body))
            for w, name, words in _in_line(line, by.name)
        )


_BESIDE_DEPARTMENT = re.compile(r"\s(?:\||[-–—·])\s|, ")


def of_department(letter: Letter) -> Iterator[tuple[int, str, str, int]]:
    """Whose department the last lines name: "Globex Transit | Human Resources"."""
    for line in letter.body.strip().split("\n")[-3:]:
        firm, *rest = _BESIDE_DEPARTMENT.split(line.strip())
        named = _LOOKS_NAMED.fullmatch(firm) and not is_department(firm)
        if named and len(rest) == 1 and is_department(rest[0]):
            yield 5, firm, firm, len(letter.body)


def _names_who_signs(lines: tuple[str, ...], name: str) -> bool:
    """Whether the first line is the signer's whole name, with a title below."""
    titled = len(lines) > 1 and bool(_SIGNED_TITLE.search(lines[1]))
    whole = _is_whole_name(lines[0]) and not is_organised(lines[0])
    return titled and whole and lines[0].startswith(name)


_APART = re.compile(
    r"[,|·@()]|\s[-–—]\s|^[-–—]\s|\s(?:at|bei|chez)\s|(?<=[a-z]{3})\.\s"
    r"|^(?:at|from|for|von|de|für|pour) "
)
_STREET = re.compile(
    r"[^\W\d]{3}[^\d]* \d{1,4}[a-z]?$|^\d{1,5} [^\W\d_]{3}"
    r"|[a-z] (?:Road|Street|Avenue|Lane|Drive|Crescent|Terrace|Close|Rd|St|Ave)$"
)
_HIRES = re.compile(r" (?:hiring|recruiting|recruitment|search)(?: team)?$")
_LOOKS_NAMED = re.compile(rf"[{UPPER}\d][\w&.'’+ -]{{1,45}}")


def _in_line(line: str, signer: str) -> Iterator[tuple[int, str, str]]:
    parts = [part.strip(" .-–") for part in _APART.split(line)]
    # "Globex Ltd, Quay Road 3, Cardiff": behind a number it is where they are.
    street = next((at for at, part in enumerate(parts) if _STREET.search(part)), 0)
    named = reversed(parts[:street] or parts)
    for part in sorted(named, key=lambda part: not is_organised(part)):
        looks = _LOOKS_NAMED.fullmatch(part)
        if (
            looks
            and part != signer
            and not is_department(part)
            and not is_job(_HIRES.sub("", part))
            and not _is_title(part)
        ):
            yield 5, part, part
            break
        mine = _TEAM_OF.fullmatch(part)
        if mine and not _NO_FIRM.fullmatch(mine[1]):
            yield 5, mine[1], line


def _is_title(part: str) -> bool:
    """Whether a line says who somebody is, how to reach them, or good-bye."""
    return bool(_SIGNED_TITLE.search(part)) and not is_organised(part)


_TEAM_OF = re.compile(
    r"([A-ZÀ-Þ][\w&.'’+ -]{1,40}?) (?:(?:early )?careers|talent(?: acquisition)?|recruit\w+|resourcing|hr|human resources|people(?: (?:&|and) culture)?|people ops|hiring|candidate (?:care|experience))(?: team)?",
    re.IGNORECASE,
)
_NO_FIRM = re.compile(
    rf"{ROLE_WORD}|sr\.?|jr\.?|the|your|our|corporate|early|graduate|kind|head of",
    re.IGNORECASE,
)
_SIGNED_TITLE = re.compile(
    r"\b(?:recruit\w*|talent|acquisition|people|hr|human|resources|manager|director|lead|head|coordinator|specialist|officer|personnel|section|department|office"
    r"|team|senior|junior|chief|ceo|cto|vp|president|assistant|engineer|personal\w*|ressources|recursos|phone|tel|mobile|www|street|headteacher"
    r"|road|avenue|floor|she|her|he|him|they|them|founder|consultant|responsable|chargée?|leiter(?:in)?|referent(?:in)?|sent|iphone|best|places|regards|advisor|partner|link|message|you|we|please)\b|\d{3}|:",
    _FLAGS,
)
_OF_COMPANY = re.compile(r"(?:\bat\b|@|\(|\bvia\b|,|\bfrom\b)\s*([A-Z][\w&. ]{1,40})")
_OF_HR = re.compile(
    r"\b(?:recruiting|recruitment|careers?|talent(?: acquisition)?|hr|hiring(?: team)?|jobs|people|team|noreply|no-reply|via .*)\b",
    _FLAGS,
)


def sent(letter: Letter) -> Iterator[tuple[int, str, str, int]]:
    """By the name it was sent under: "Globex Recruiting", "Ann (Globex)"."""
    name = letter.sender.name
    if at := _OF_COMPANY.search(name):
        yield 6, at[1].strip(" )"), at[1].strip(" )"), 0
    words = _OF_HR.sub("", name).strip()
    if words not in {"", name} and len(words.split()) <= 3:
        yield 6, words, words, 0


_SIDES = re.compile(
    r"^(?:[^:]{0,40}: )?(?P<a>[^:<>/|\u00d7]{2,40}?) ?(?:<-?>|/|\||\u00d7| x | & | \+ | and | und | [-–—] ) ?"
    r"(?P<b>[^:<>/|\u00d7(]{2,40}?)(?:\s?[-:–—|(].*)?$"
)


def beside_a_person(subject: str) -> Iterator[tuple[int, str, str, int]]:
    """The other side of "Brightline <> Sam Doe"."""
    sides = _SIDES.match(subject)
    if sides is None:
        return
    a, b = (
        re.sub(r"\b[Ii]nterview$", "", side.strip()).strip() for side in sides.groups()
    )
    for one, other in ((a, b), (b, a)):
        if _is_whole_name(one) and not _is_whole_name(other) and other[:1].isupper():
            yield 5, other, other, 0


def _is_whole_name(words: str) -> bool:
    return " " in words and bool(WHOLE_NAME.fullmatch(words)) and is_name(words)
