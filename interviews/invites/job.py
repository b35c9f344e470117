"""Company and role, as a message names them."""

from __future__ import annotations

import re

from interviews.invites.letter import Letter
from interviews.invites.people import signature

_FLAGS = re.IGNORECASE

_CAP = r"(?-i:[A-ZÄÖÜÉ0-9][\w&.'’+/-]*)"
_COMPANY = rf"(?P<company>{_CAP}(?: (?:(?:&|and|of|the|for|de|und|et|y|von)\s)?{_CAP}){{0,4}}|(?-i:[a-z]+(?:\.[a-z]{{2,4}})\b))"
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
        rf"\b(?:position|role|stelle|poste|puesto|vacante) (?:as|of|als|de|eines?|einer|d['’])(?: an?| une?| un)? ?[\"“„»]?{_ROLE}[\"”“«]?"
        rf"(?= (?:at|with|bei|in|chez|en|zu|und|au|à|eingeladen|einladen|ein)\b|[\n.,;:!?\"”(]|$)",
        r"\b(?:als|comme|como)(?: an?| un| une)? [\"“„]?(?P<role>(?-i:[A-ZÄÖÜ])[^\n.,;:!?\"“”()]{2,60}?(?:\([^)\n]{1,20}\))?)[\"”]?"
        r"(?= (?:bei|in|chez|en|einladen|eingeladen|und|zu|interessieren)\b|[\n.,;:!?])",
        rf"\binterview (?:for|as)(?: an?| the)? {_ROLE}(?= (?:at|with)\b|[\n.,;:!?–-]|$)",
        r"\bas (?:our|a|an) (?:new )?(?P<role>(?-i:[A-Z])[^\n.,;:!?]{2,50}?)(?= (?:at|with|in)\b|[\n.,;:!?])",
        rf"\bapplication (?:for|as|to)(?: the| an?| our)? {_ROLE}(?= (?:at|with|role|position)\b|[\n.,;:!?])",
    )
]
_AT = [
    re.compile(p, _FLAGS)
    for p in (
        rf"\b(?:role|position|opening|vacancy|opportunity|job|team|interview(?:ing)?|application|interest in working|work|joining"
        rf"|careers?|life|candidacy|career|stelle|poste|puesto|internship|us|process|conversation|chat|meeting|call|candidature|engineer|manager"
        rf"|analyst|developer|designer|director|lead|specialist|scientist|consultant|assistant|entwickler\w*)"
        rf" (?:here )?(?:at|with|bei|chez|en)(?: the)? {_COMPANY}",
        rf"\b(?:interest in|on behalf of|joining|welcome to|greetings from|here at|from|team at|office of|bei der|bei|chez|thank you for considering"
        rf"|equipo de|recruitment at|recruiter at|i(?:'m| am) \w+(?: \w+)? (?:from|with|at)|back to) {_COMPANY}",
        rf"\bthe {_COMPANY} (?:(?:talent|recruiting|recruitment|hiring|hr|people|engineering|careers) )?(?:acquisition )?team\b",
        r"\bcompany\s*[:\uff1a]\s*(?P<company>[^\n,;]{2,60})",
        rf"\b{_COMPANY} (?:would like to|is (?:pleased|delighted|happy|excited)|invites|has invited|lädt|interview (?:invitation|confirmation|with))\b",
    )
]
_SUBJECTS = [
    re.compile(p, _FLAGS)
    for p in (
        rf"\b(?:interview|meeting|call|chat|conversation|round|gespräch|entretien|entrevista)\w* (?:with|at|bei|mit|chez|con|en)"
        rf"(?: the)? {_COMPANY}",
        rf"\b(?:at|bei|chez|@) {_COMPANY}",
        rf"^(?:re|fwd?|aw|wg)?:? ?{_COMPANY}\s*(?:[-–—|:]|interview)\s",
        rf"(?:[-–—|:])\s*{_COMPANY}\s*$",
    )
]
_NO_COMPANY = re.compile(
    r"^(?:zoom|teams|google|google meet|microsoft|microsoft teams|webex|skype|interview\w*|our|the|we|you|your|i|hi|dear|hello"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|next|second|third|final|first|round|invitation|confirm\w*|re|fwd|fw|updated?|cancel\w*"
    r"|\d+.*|am|pm|us|hr|home|work|reception|noon|this|that|it|video|phone|technical|panel|onsite|virtual|schedul\w+|new"
    r"|sie|ihnen|uns|unserem|nous|vous|notre|monday.*|calendly|me|all|time|date|accepted|candidate|talent|your \w+|request"
    r"|einladung.*|gespräch.*|termin.*|entretien.*|entrevista.*|application|position|role|thank\w*|follow.*|details|est|cet|"
    r"[ecmp][sd]?t|gmt|utc)$",
    _FLAGS,
)
_PUBLIC_MAIL = re.compile(
    r"(?:^|\.)(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|gmx|web|aol|proton|protonmail"
    r"|t-online|orange|free|laposte|wanadoo|mail|zoho|fastmail|posteo|greenhouse|greenhouse-mail|lever|hire|myworkday"
    r"|workday|ashbyhq|smartrecruiters|workablemail|workable|icims|taleo|jobvite|bamboohr|breezy|teamtailor|teamtailor-mail"
    r"|recruitee|personio|jazzhr|applytojob|calendly|goodtime|modernloop|linkedin|indeed|indeedemail|xing|stepstone|successfactors"
    r"|eightfold|phenompeople|avature|zoom|google|microsoft|rippling|gem|calendar|hackerrank|codility|welcomekit)\.",
    _FLAGS,
)
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
    r"|chargée? de \w+|cheffe? de \w+|desarrollador[a]?|ingenier[oa]|analista|intern|trainee|controller|buyer|planner)\b",
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


def company_in(letter: Letter) -> tuple[str, str] | None:
    """The company and the words it came from."""
    for pattern in _AT:
        for match in pattern.finditer(letter.body):
            if company := _tidy_company(match["company"]):
                return company, match["company"]
    for pattern in _SUBJECTS:
        for match in pattern.finditer(letter.subject):
            company = _tidy_company(match["company"])
            if company and not _SUBJECT_ROLE.search(company):
                return company, match["company"]
    return _of_signature(letter) or _of_sender(letter)


_DAY_WORDS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:january|february|march|april|june|july|august|september|october"
    r"|november|december|montag|dienstag|mittwoch|donnerstag|freitag)\b"
)


def _tidy_company(name: str) -> str:
    name = re.sub(r"['’]s$", "", " ".join(name.split())).strip(" .,-–*&/'’")
    name = re.sub(
        r"\s(?:on|for|via|this|next|monday|tuesday|wednesday|thursday|friday|interview|talent|recruiting|careers|hiring)\b.*$",
        "", name, flags=_FLAGS,
    )  # fmt: skip
    if not name or _NO_COMPANY.match(name) or len(name) < 2:
        return ""
    if re.search(r"\b20\d\d\b|^\d", name) or re.match(_DAY_WORDS, name, _FLAGS):
        return ""
    first = name.split()[0]
    return "" if _NO_COMPANY.match(first) and len(name.split()) < 3 else name


def is_public_mail(domain: str) -> bool:
    """Whether anybody may write from it: it says nothing of a company."""
    return bool(_PUBLIC_MAIL.search(domain))


def _of_signature(letter: Letter) -> tuple[str, str] | None:
    """The last of the lines below the name: "Talent Partner, Globex"."""
    signed = signature(letter.body)
    for line in signed.lines[1:]:
        parts = [
            p.strip() for p in re.split(r"[,|·@]|\s[-–—]\s|\s(?:at|bei|chez)\s", line)
        ]
        for part in reversed(parts):
            looks = re.fullmatch(r"[A-ZÄÖÜ0-9][\w&.'’+ -]{1,40}", part)
            if (
                looks
                and not _SIGNED_TITLE.search(part)
                and (name := _tidy_company(part))
            ):
                return name, part
    return None


_SIGNED_TITLE = re.compile(
    r"\b(?:recruit\w*|talent|acquisition|people|hr|human|resources|partner|manager|director|lead|head|coordinator|specialist|officer"
    r"|team|senior|junior|chief|ceo|cto|vp|president|assistant|engineer|personal\w*|ressources|recursos|phone|tel|mobile|www|street"
    r"|road|avenue|floor|she|her|he|him|they|them|founder|consultant|responsable|chargée?|leiter(?:in)?|referent(?:in)?)\b|\d{3}",
    _FLAGS,
)


_OF_COMPANY = re.compile(r"(?:\bat\b|@|\(|\bvia\b|,|\bfrom\b)\s*([A-Z][\w&. ]{1,40})")


def _of_sender(letter: Letter) -> tuple[str, str] | None:
    """By the sender's name ("Globex Recruiting") or the domain they write from."""
    sender = letter.sender
    words = re.sub(
        r"\b(?:recruiting|recruitment|careers?|talent(?: acquisition)?|hr|hiring(?: team)?|jobs|people|team|noreply|no-reply|via .*)\b",
        "", sender.name, flags=_FLAGS,
    )  # fmt: skip
    at = _OF_COMPANY.search(sender.name)
    if at and (name := _tidy_company(at[1].strip(" )"))):
        return name, sender.name
    words = words.strip()
    is_part = words not in {"", sender.name} and len(words.split()) <= 3
    if is_part and (name := _tidy_company(words)):
        return name, sender.name
    domain = sender.domain
    if not domain or _PUBLIC_MAIL.search(domain):
        return None
    parts = [
        p
        for p in domain.split(".")[:-1]
        if p
        not in {
            "co",
            "com",
            "mail",
            "email",
            "www",
            "careers",
            "jobs",
            "hr",
            "talent",
            "recruiting",
            "notifications",
        }
    ]
    return (parts[-1].replace("-", " ").title(), domain) if parts else None
