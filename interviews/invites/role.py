"""The role, as a message names it."""

from __future__ import annotations

import re

from interviews.invites.letter import Letter

_FLAGS = re.IGNORECASE

_ROLE_END = (
    r"position|role|opening|vacancy|opportunity|job|post|stelle|poste|puesto|vacante|place|internship"
    r"|team|interview|candidacy"
)
_ROLE = r"(?P<role>[^\n.,;:!?\"“”()]{2,70}?(?:\([^)\n]{1,20}\))?)"
_ROLES = [
    re.compile(p, _FLAGS)
    for p in (
        rf"\b(?:for|about|regarding|in|of|to) (?:the|our|a|an) (?:open |vacant )?(?:(?:role|position|post|job|opening|vacancy)"
        rf" (?:of|as)(?: an?)? )[\"“]?{_ROLE}[\"”]?(?= (?:at|with|in|on|role|position|here|within|for|and|will|is)\b|[\n.,;:!?\"”(–-]|$)",
        rf"\b(?:for|about|regarding|discuss|to|our|the) (?:the |our |a |an )?[\"“]?(?P<role>(?-i:[A-Z0-9])[^\n.,;:!?\"“”]{{1,70}}?)[\"”]?"
        rf" (?:{_ROLE_END})\b(?! (?:with|manager))",
        rf"\b(?:position|role|job title|job|stelle|poste|puesto|opening|vacancy)\s*(?:title)?\s*[:\uff1a]\s*{_ROLE}(?=\n|,| at | – | - |$)",
        rf"\b(?:position|role|stelle|poste|puesto|vacante) (?:as|of|als|de|eines?|einer|d['’])(?:(?: an?| une?| un)(?= ))? ?[\"“„»]?{_ROLE}[\"”“«]?"
        rf"(?= (?:at|with|bei|in|chez|en|zu|und|au|à|am|el|le|on|eingeladen|einladen|ein)\b|[\n.,;:!?\"”(]|$)",
        r"\b(?:als|comme|como)(?: an?| un| une)? [\"“„]?(?P<role>(?-i:[A-ZÄÖÜ])[^\n.,;:!?\"“”()]{2,60}?(?:\([^)\n]{1,20}\))?)[\"”]?"
        r"(?= (?:bei|in|chez|en|einladen|eingeladen|und|zu|interessieren)\b|[\n.,;:!?])",
        rf"\binterview (?:for|as)(?: an?| the)? {_ROLE}(?= (?:at|with)\b|[\n.,;:!?–-]|$)",
        r"\bas (?:our|a|an) (?:new )?(?P<role>(?-i:[A-Z])[^\n.,;:!?]{2,50}?)(?= (?:at|with|in)\b|[\n.,;:!?])",
        rf"\bapplication (?:for|as|to)(?: the| an?| our)? {_ROLE}(?= (?:at|with|role|position)\b|[\n.,;:!?])",
    )
]
_NO_ROLE = re.compile(
    r"^(?:the|our|a|an|this|your|next|second|first|final|third|interview|phone|video|panel|technical|zoom|online|new|open|same"
    r"|above|following|hiring|advertised|vacant|current|on-?site|screening|recruitment|selection|\d+)(?: \w+)?$"
    r"|interview$|\b(?:you|we|us|your application|please|round|stage)\b",
    _FLAGS,
)


def role_in(letter: Letter) -> tuple[str, str] | None:
    """The role and the words it came from."""
    for text in (letter.body, letter.subject):
        for pattern in _ROLES:
            for match in pattern.finditer(text):
                role = _tidy_role(match["role"])
                if role and not _NO_ROLE.search(role):
                    return role, match["role"].strip()
    return _role_of_subject(letter.subject)


def _tidy_role(role: str) -> str:
    role = " ".join(role.split()).strip(" \"“”'„*-–")
    role = re.sub(
        r"^(?:the|our|a|an|open|vacant|der|die|des|einer?|un|une|el|la|le|poste de)\s",
        "",
        role,
        flags=_FLAGS,
    )
    role = re.sub(r"\s(?:role|position|job|opening)$", "", role, flags=_FLAGS)
    role = re.sub(
        r"\s(?:and|which|that|who|with|we|our|on|as|to|so|will|und|et|y)\b.*$", "", role
    )
    return role if 2 < len(role) <= 70 and len(role.split()) <= 8 else ""


_SUBJECT_ROLE = re.compile(
    r"\b(?:engineer|developer|designer|analyst|manager|director|scientist|consultant|assistant|specialist|lead|associate"
    r"|coordinator|officer|architect|nurse|teacher|accountant|editor|writer|technician|administrator|representative|executive"
    r"|entwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|referent(?:in)?|berater(?:in)?|développeur|développeuse|ingénieure?"
    r"|\w{3,}(?:manager|entwickler|ingenieur|leiter|referent|berater|assistent|bearbeiter|redakteur|lektor|pfleger|kraft)(?:in)?|chargée? de \w+|cheffe? de \w+|desarrollador[a]?|ingenier[oa]|analista|intern|trainee|controller|buyer|planner)\b",
    _FLAGS,
)


def _role_of_subject(subject: str) -> tuple[str, str] | None:
    """A part of "Interview – Data Analyst – Globex" that is a job by its words."""
    for part in re.split(r"\s[-–—|]\s|[:,|]|\bfor\b|\bat\b|\bwith\b|\(|\)", subject):
        part = part.strip()
        if (
            _SUBJECT_ROLE.search(part)
            and len(part) <= 60
            and not re.search("interview", part, _FLAGS)
        ):
            return part, part
    return None


def is_job(words: str) -> bool:
    """Whether words are a job by themselves: "Payments Analyst", "Produktmanager"."""
    return bool(_SUBJECT_ROLE.search(words)) and len(words) <= 60
