"""The role, as a message names it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.invites.letter import Letter, unwrapped
from interviews.invites.names import ROLE_WORD

_FLAGS = re.IGNORECASE
_JOB = (
    rf"{ROLE_WORD}|intern|trainee|apprentice|graduate|driver|cook|chef|porter|clerk|merchandiser|copywriter|writer|barista|cashier|carer|mechanic|electrician|plumber"
    r"|lawyer|solicitor|paralegal|pharmacist|physician|doctor|surgeon|therapist|librarian|operator|supervisor|worker|agent|adviser|crew|tutor|lecturer|fellow|postdoc"
    r"|programmer|tester|sre|devops|scrum master|journalist|producer|photographer|artist|animator|receptionist|secretary|bookkeeper|auditor|actuary|broker|trader|underwriter"
    r"|\w{4,}(?:ologist|nologist|grapher|therapist|ician)|processor|teller|deckhand|handler|packer|picker|baker|butcher|barber|registrar|curator|archivist|conservator|warden|ranger|guard|inspector|surveyor|estimator|dispatcher|captain|pilot|coach|trainer|instructor|chaplain|fundraiser|caseworker|social worker|midwife|dentist|hygienist|paramedic|firefighter|gardener|cleaner|caretaker|host|waiter|waitress|server|bartender|stylist|translator"
    r"|\w*entwickler(?:in)?|\w*ingenieur(?:in)?|\w*berater(?:in)?|\w*assisten[tz](?:in)?|\w*sachbearbeiter(?:in)?|\w*bearbeiter(?:in)?|\w*redakteur(?:in)?|\w*pfleger(?:in)?|\w*kraft|\w*gestalter(?:in)?"
    r"|\w*kaufmann|\w*kauffrau|\w*techniker(?:in)?|\w*manager(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|\w*mechaniker(?:in)?|\w*meister(?:in)?|\w*führer(?:in)?|\w*lektor(?:in)?|lehrer(?:in)?|erzieher(?:in)?"
    r"|développeu(?:r|se)|chargée? d[e'’]\s?\w+|cheffe? de \w+|assistante?|comptable|infirmi(?:er|ère)|vendeu(?:r|se)|stagiaire|analyste|conseill(?:er|ère)|technicien(?:ne)?|rédact(?:eur|rice)|ingénieure?"
    r"|desarrollador[a]?|analista|ingenier[oa]|diseñador[a]?|técnic[oa]|comercial|administrativ[oa]|enfermer[oa]|profesor[a]?|consultor[a]?|becari[oa]|contable|dependient[ae]|redactor[a]?"
)
_IS_JOB = re.compile(rf"\b(?:{_JOB})s?\b", _FLAGS)
_TEXT = r"(?P<role>[^\n.,;:!?\"“”()|<>]{2,70}?(?:\((?!req|ref|#)[^)\n]{1,24}\))?)"
_NOUN = (
    r"(?:role|position|post|job|opening|vacancy|opportunity|posting|internship|apprenticeship|placement|requisition"
    r"|stelle|position|poste|puesto|vacante)"
)
_STOP = (
    r"(?= (?:at|with|within|in|on|here|and|will|is|has|that|which|as|to|from|we|you|bei|beim|chez|en|au|à|zu|und|am|einladen|eingeladen|kennen|ein|el|le|you|please|for|this|next|has|team)\b"
    r"|[\n.,;:!?\"“”()|<>–—]| - |$)"
)
_ART = r"(?:the |our |a |an |this |your |ihrer? |der |die |das |le |la |un |une |el |una |dem )?"
# How a role is named, and how much that says.
_PATTERNS = [
    (weight, re.compile(pattern, _FLAGS | re.MULTILINE))
    for weight, pattern in (
        (10, rf"^[ \t*•|-]*(?:job title|{_NOUN}(?: title| applied for)?|job requisition|stellenbezeichnung|intitulé(?: du poste)?|cargo)[ \t*]*[:\uff1a|][ \t*]*(?P<role>[^\n|<>()]{{2,70}}?)(?= ?\n| at | with | – | - |\||\(| {{2,}}| ?$)"),
        (10, rf"^[ \t*•|-]*(?:job title|{_NOUN}) {{2,}}{_TEXT}(?=\n|,| {{2,}}|$)"),
        (9, rf"\b{_NOUN}:? [\"“„»«](?P<role>[^\n\"“”„«»]{{2,70}})[\"”“«»]"),
        (7, rf"\b{_NOUN} (?:of|as|of an?|als|de|d['’]|du|eines?|einer)(?: an?\b| une?\b| un\b)? ?[\"“„»«]?{_TEXT}[\"”“«»]?{_STOP}"),
        (6, rf"\b(?:for|about|regarding|in|of|to|re|discuss|für|pour|para|le|el|die|den) {_ART}(?:open |vacant |advertised |new )?[\"“„]?(?P<role>(?-i:[A-ZÀ-Þ0-9])[^\n.,;:!?\"“”]{{1,70}}?)[\"”]?,? (?:{_NOUN})\b(?! (?:with|manager))"),
        (4, rf"\b(?:position|role|stelle|poste|puesto) [\"“„]?(?P<role>(?-i:[A-ZÀ-Þ])[^\n.,;:!?\"“”()]{{2,60}}?)[\"”“]?{_STOP}"),
        (5, rf"\b(?:the|our|your|this) (?:open |vacant )?[\"“„]?(?P<role>(?-i:[A-ZÀ-Þ])[^\n.,;:!?\"“”]{{1,60}}?)[\"”]? {_NOUN}\b"),
        (4, rf"\b(?:interview(?:ing|ed|s)?|candidate|candidacy|shortlisted|application|applied|applying|appl(?:y|ied)|consider\w*|hiring|looking|vorstellungsgespräch|entretien|entrevista) (?:for|as|to|als|pour|para)(?: the| an?| our| un| une)? {_TEXT}{_STOP}"),
        (3, rf"\b(?:as|als|comme|como) (?:our |an? |un |une |unser\w* )?(?:new |next |neue[rn]? )?(?P<role>(?-i:[A-ZÀ-Þ])[^\n.,;:!?\"“”()]{{2,60}}?(?:\([^)\n]{{1,20}}\))?){_STOP}"),
        (3, r"\bthe (?P<role>(?-i:[A-ZÀ-Þ])[^\n.,;:!?\"“”()]{2,50}?) (?:interview|vacancy|hire|search|process)\b"),
    )
]  # fmt: skip
_NO_ROLE = re.compile(
    r"\band an?\b|\band the\b|^(?:the|our|a|an|this|that|your|my|next|second|first|final|third|fourth|interview\w*|phone|video|panel|technical|zoom|online|new|open|same|above|following|hiring"
    r"|advertised|vacant|current|on-?site|screening|recruitment|selection|us|you|me|it|follows|details|more|part|role|position|job|\d+|tuesday|monday|wednesday|thursday|friday)(?: \w+)?$"
    r"|interview$|\b(?:you|we|us|your application|please|round|stage|i)\b|^(?:me|us|you|him|her|them)\b",
    _FLAGS,
)
_ENOUGH = 5
_NUMBER = re.compile(
    r"\(?\b(?:req(?:uisition)?|ref|job|id|r|jr)\W{0,3}(?:id|no\.?|#)?\W{0,2}[A-Z]{0,3}-?\d[\w-]*\)?|#\s?\d+|\(?\b(?:m/[wf]/[dx]|[wf]/m/[dx]|h/f|f/h|all genders|gn)\b\)?|\(\s*\)", _FLAGS
)  # fmt: skip


def role_in(letter: Letter) -> tuple[str, str] | None:
    """The role and the words it came from: of all that may be, what most speaks for."""
    best: tuple[int, str, str] | None = None
    for weight, words in _all(letter):
        role = _tidy(words)
        if not role or _NO_ROLE.search(role):
            continue
        weight += 3 if _IS_JOB.search(role) else 0
        if weight >= _ENOUGH and (best is None or weight > best[0]):
            best = (weight, role, words.strip())
    return best[1:] if best else None


def _all(letter: Letter) -> Iterator[tuple[int, str]]:
    body = unwrapped(letter.body)
    for text in (body, letter.subject):
        for weight, pattern in _PATTERNS:
            for match in pattern.finditer(text):
                yield weight, text[match.start("role") : match.end("role")]
    for line in (letter.subject, *letter.body.split("\n")[:4]):
        if len(line) <= 140:
            yield from _parts_of_title(line)


def _parts_of_title(line: str) -> Iterator[tuple[int, str]]:
    """A part of "Interview – Data Analyst – Globex" that is a job by its words."""
    parts = re.split(
        r"\s[-–—|/·]\s|[:,|]|\b(?:for|at|with|w/|and)\b|\(|\)| {2,}", line, flags=_FLAGS
    )
    for part in parts:
        part = _ABOUT_TALK.sub("", _NUMBER.sub("", part)).strip(' "“”„«»')
        short = 3 < len(part) <= 50 and len(part.split()) <= 5
        if short and _ENDS_JOB.search(part) and not _TALKS.search(part):
            yield 2, part


# The talk itself, beside the job it is about: "Shift Lead interview".
_ABOUT_TALK = re.compile(
    r"(?:\b(?:job|phone|video|panel|technical|final|first|second|third|on-?site|virtual|1st|2nd|3rd) ){0,2}"
    r"\b(?:interview(?: round| invitation| confirmation)?|(?:vorstellungs|bewerbungs|zweit|erst|kennenlern)gespräch"
    r"|gespräch|entretien|entrevista)\b",
    _FLAGS,
)
_ENDS_JOB = re.compile(
    rf"^(?:{_JOB}) \w{{4,20}}$|\b(?:{_JOB})(?: (?:[IVX]{{1,3}}|\d)| (?:of|for|in|de|für) \w{{3,20}}(?: (?:and )?\w{{3,20}})?)?$",
    _FLAGS,
)
_TALKS = re.compile(
    r"interview|hiring manager|\b(?:i|we|you|our|the|my|your|hi|dear|hello|from|recruit\w*|talent|head of|hr|is|will|would)\b|@|team$|^(?:senior|lead|staff|partner|manager|director|people|product|host|owner|executive|assistant|server)$",
    _FLAGS,
)


def _tidy(role: str) -> str:
    role = _NUMBER.sub(" ", " ".join(role.split()))
    role = " ".join(role.split()).strip(" \"“”'„*-–#")
    role = re.sub(
        r"^.*\b(?:interview|round|call|conversation|screen) (?:for|about) ", "", role,
        flags=_FLAGS,
    )  # fmt: skip
    role = re.sub(
        r"^(?:the|our|an?|open|vacant|der|die|des|einer?|un|une|el|la|le|poste de|post of|role of|position of|job of)\s",
        "", role, flags=_FLAGS,
    )  # fmt: skip
    role = re.sub(rf"\s(?:{_NOUN})$", "", role, flags=_FLAGS)
    role = re.sub(
        r"\s(?:which|that|who|with|we|our|as|to|so|will|you|at)\b.*$", "", role
    )
    return role if 2 < len(role) <= 70 and len(role.split()) <= 8 else ""


def is_job(words: str) -> bool:
    """Whether words are what a job is called, such as "Senior Data Engineer"."""
    return bool(_ENDS_JOB.search(words)) and not _TALKS.search(words)
