"""The role, as a message names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from interviews.invites.jobs import NAMES_JOB, is_job
from interviews.invites.letter import Letter, unwrapped
from interviews.invites.names import WHOLE_NAME, is_surely_name
from interviews.invites.role_patterns import A_NOUN, IN_WORDS, NOUN

_FLAGS = re.IGNORECASE
_NO_ROLE = re.compile(
    r"\band an?\b|\band the\b|^(?:the|our|a|an|this|that|your|my|next|second|first|final|third|fourth|interview\w*|phone|video|panel|technical|zoom|online|new|open|same|above|following|hiring"
    r"|advertised|vacant|current|on-?site|screening|recruitment|selection|us|you|me|it|follows|details|more|part|role|position|job|\d+|tuesday|monday|wednesday|thursday|friday)(?: \w+)?$"
    r"|interview$|\b(?:team|department|office)$|\b(?:you|we|us|your application|please|round|stage|i(?!$))\b|^(?:me|us|you|him|her|them)\b",
    _FLAGS,
)
_ENOUGH = 5
_NUMBER = re.compile(
    r"\(?\b(?:req(?:uisition)?|ref|job|id|r|jr)\W{0,3}(?:id|no\.?|#)?\W{0,2}[A-Z]{0,3}-?\d[\w-]*\)?|#\s?\d[\d-]*|\(?\b(?:m/[wf]/[dx]|[wf]/m/[dx]|h/f|f/h|all genders|gn)\b\)?|\(\s*\)", _FLAGS
)  # fmt: skip


def role_in(
    letter: Letter, company: str = "", *, candidate: frozenset[str] = frozenset()
) -> tuple[str, str] | None:
    """The role and the words it came from: of all that may be, what most speaks for.

    `company` is the one named: brackets behind it hold the role. `candidate` are the
    names of who is greeted: what stands beside these is no job of theirs.
    """
    best: tuple[int, str, str] | None = None
    for weight, words in (*_all(letter, candidate), *_behind(letter.body, company)):
        role = _without(company, _tidy(words))
        if not role or _NO_ROLE.search(role):
            continue
        weight += 3 if NAMES_JOB.search(role) else 0
        if weight >= _ENOUGH and (best is None or weight > best[0]):
            best = (weight, role, words.strip())
    return best[1:] if best else None


def _all(letter: Letter, candidate: frozenset[str]) -> Iterator[tuple[int, str]]:
    body = unwrapped(letter.body)
    for text in (body, letter.subject):
        nouns = "\n".join(line for line in text.split("\n") if A_NOUN.search(line))
        for weight, pattern, needs_noun in IN_WORDS:
            for match in pattern.finditer(nouns if needs_noun else text):
                yield weight, match["role"]
    lines = letter.body.split("\n")
    for line in (letter.subject, *lines[:8]):
        if len(line) <= 140:
            yield from _parts_of_title(line, candidate)
    yield from _in_pairs(body)


_PAIR = re.compile(r"\((?P<role>[^(),\n]{3,60}), [^(),\n]{2,45}\)")
_HIRED_FOR = re.compile(
    r"^[^\n]{2,45} [-–—|] (?P<role>[^\n]{3,50}?) (?:hiring|recruiting|search)(?: team)?[ \t]*$",
    re.MULTILINE,
)


def _in_pairs(body: str) -> Iterator[tuple[int, str]]:
    """ "(Buyer, Globex)", but not behind a name; "Globex - Buyer hiring"."""
    for match in _PAIR.finditer(body):
        before = body[max(0, match.start() - 30) : match.start()].split()
        named = bool(before) and is_surely_name(before[-1])
        if is_job(match["role"]) and not named:
            yield 3, match["role"]
    for match in _HIRED_FOR.finditer(body):
        if is_job(match["role"]):
            yield 3, match["role"]


_LEADS_TO_COMPANY = re.compile(
    r"(?:\s?[,@|–—(-]|\s(?:at|with|bei|chez|en))*\s*$", _FLAGS
)


def _without(company: str, role: str) -> str:
    """A role without the company that is named in front of it, or behind."""
    name = company.lower()
    at = role.lower().find(name) if name else -1
    if at == 0 and role[len(name) :].startswith(" "):
        return role[len(name) + 1 :]
    if at > 0 and role[at - 1] in " (":
        return _LEADS_TO_COMPANY.sub("", role[:at])
    return role


_IN_BRACKETS = re.compile(r"\(([^()\n]{3,50})\)")


def _behind(body: str, company: str) -> Iterator[tuple[int, str]]:
    """ "with Seabright Robotics (Firmware Engineer)"."""
    if company:
        for part in body.split(f"{company} ")[1:]:
            if match := _IN_BRACKETS.match(part):
                yield 3, match[1]


_BETWEEN_PARTS = re.compile(
    r"\s[-–—|/·@]\s|[:,|]|\b(?:for|at|with|w/|and)\b|\(|\)| {2,}", _FLAGS
)


def _parts_of_title(line: str, candidate: frozenset[str]) -> Iterator[tuple[int, str]]:
    """A part of "Interview – Data Analyst – Globex" that is a job by its words."""
    for before, part in pairwise(["", *_BETWEEN_PARTS.split(line)]):
        bare = before.strip(" \t0123456789.:–-")
        if _is_somebody(bare) and bare.casefold() not in candidate:
            continue
        for piece in _NUMBER.split(part):
            words = _ABOUT_TALK.sub("", piece).strip(' "“”„«»')
            short = 3 < len(words) <= 50 and len(words.split()) <= 5
            if short and is_job(words):
                yield 2, words


def _is_somebody(words: str) -> bool:
    """Whether a name stands alone: what follows is their job, not the one offered."""
    return bool(WHOLE_NAME.fullmatch(words)) and is_surely_name(words)


# The talk itself, beside the job it is about: "Shift Lead interview".
_ABOUT_TALK = re.compile(
    r"(?:\b(?:job|phone|video|panel|technical|final|first|second|third|on-?site|virtual|1st|2nd|3rd) ){0,2}"
    r"\b(?:interview(?: round| invitation| confirmation)?|(?:vorstellungs|bewerbungs|zweit|erst|kennenlern)gespräch"
    r"|gespräch|entretien|entrevista)\b",
    _FLAGS,
)


_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes|today|tomorrow"
# What stands around a role and is no part of it.
_AROUND = [
    re.compile(pattern, _FLAGS)
    for pattern in (
        r"^.*\b(?:interview|round|call|conversation|screen) (?:for|about) ",
        rf"^(?:(?:the|our|an?|open|vacant|their|his|her|internal|external|permanent|temporary|current|above|advertised|der|die|des|einer?|un|une|el|la|le|poste de|post of|role of|position of|job of|ihre?|your|votre|tu|su|zum|zur|als|as|terminverschiebung|terminbestätigung|einladung|einladung zum|bewerbung als|(?:{NOUN})(?: of| de| als)?:?)\s)+",
        r"^.*\b(?:für (?:die|den|das|eine?n?)|stelle|position|als)(?: als)?:?\s",
        r"^.*\bfor (?:the|our|an?|your) ",
        r"^(?:\d{4,}|interviews?)\s?[-–—:|]\s",
        # What is said of its time behind it: "Bauleiter vom 19", "Nurse confirmed".
        rf"[\s,]+(?:(?:vom|am|on|du|le|el|del|at|@)\s)?(?:{_DAY}|\d{{1,2}}[./:]\d*|\d{{1,2}} ?[ap]m)\b.*$",
        r"\s(?:vom|am|on|du|del)\s\d{1,2}$",
        r"^application(?: update| status)?\s?[:–-]\s",
        r"\s(?:vom|confirmed|scheduled|booked|cancell?ed|hiring)$|\s(?:confirmed|scheduled|booked|cancell?ed) (?:for|on|at)\b.*$",
        r"(?<=[a-zß]{4})\.\s.*$",
        r"[\s,-]+(?:teilzeit|vollzeit|part[- ]time|full[- ]time|temps (?:plein|partiel)|cdi|cdd|(?:virtual |final )?on-?site|superday|interviews?|programme|program|competition|loop|scheme|vacancy)$",
        rf"\s(?:{NOUN})$",
        r"\s(?:y|e) (?:al?|nos|te|le|me)\b.*$",
        r"\s[-–—]\s(?:campaign|competition|reference|ref)\b.*$",
        r"\s(?:class|cohort|intake)$|^20\d\d ",
        r" (?:nous|vous|t['’]|m['’]|krankheitsbedingt|leider|absagen|begrüßen|einladen|verschieben|bestätigen|ist|wird|findet|wurde|fixé|prévue?|est|aura|se|será|es|está)\b.*$",
        r"\s(?:which|that|who|with|we|our|as|to|so|will|you|at)\b.*$",
    )
]  # fmt: skip


_ASIDE = re.compile(r"\s*\([^()]*\)?(?=$| at )")


def _tidy(role: str) -> str:
    role = _ASIDE.sub("", role)
    role = _NUMBER.sub(" ", " ".join(role.split()))
    role = " ".join(role.split()).strip(" \"“”'„*-–#")
    for words in _AROUND:
        role = words.sub("", role)
    return role if 2 < len(role) <= 70 and len(role.split()) <= 8 else ""
