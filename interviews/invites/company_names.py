"""What may be the name of a company, and what only stands where one could."""

from __future__ import annotations

import re

from interviews.invites.jobs import is_job
from interviews.invites.names import NO_NAMES
from interviews.invites.organised import is_surely_organised

_FLAGS = re.IGNORECASE
# Words of a sentence or of another thing that stand where a company may.
_NONE = re.compile(
    r"^(?:(?:a )?registered (?:charity|company|office|number|in)\b.*|charity (?:no|number)\b.*|(?:bilingual|remote|hybrid|nights?|days?|evenings?|weekends?|part[- ]time|full[- ]time|permanent|temporary|fixed[- ]term|contract|maternity cover|entry[- ]level|graduate|temps (?:plein|partiel)|vollzeit|teilzeit)|(?:assistante?|chargée?|conseill(?:er|ère)|gestionnaire|responsable|directeur|directrice) (?:rh|du recrutement|des ressources humaines|recrutement)|powered by .*|(?:(?:vice |managing |assistant |associate |deputy )?(?:director|president|head|chief|dean|professor|chair|vp)) of .*"
    r"|mayor|principal|board|council|committee|(?:technical|panel|peer|recruiter|hiring|behaviou?ral|portfolio|culture|values|system|coding|case|group|telephone|informal|intro(?:ductory)?|discovery|screening|initial|formal)"
    r"(?: (?:phone|video|interviews?|screen\w*|call|round|chat|fit|design|manager|discussion|review|loop))*"
    r"|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b.*|manage preferences|unsubscribe\b.*|view\b.*|(?:av|avda|avenida|calz|blvd)\b.*"
    r"|(?-i:A[KLRZ]|C[AOT]|DC|DE|FL|GA|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])|d(?:epart(?:a)?ment(?:o)?|épartement) (?:de|of) (?:rr\.? ?hh|hr|recursos|human|people|personal)\b.*|zoom|teams|google|google meet|microsoft|microsoft teams|webex|skype|interview\w*|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|re|fwd|fw|\d[\d:.,/ -]*(?:am|pm|h|uhr)?|noon|calendly|accepted|[ecmp][sd]?t|gmt|utc|cet|cest|bst|uk|us|usa|eu|it|hr|ceo|cto|cfo|vp|qa|ux|ui|faq|id|dbs|nda|q&a"
    r"|your \w+|(?:re)?scheduled|moved|postponed|\d+ ?(?:[ap]m )?(?:[ecmp][sd]?t|gmt|utc|cet|bst)|(?:c[eftio]o|vp) .*|\d{4,5} .*|[\w-]*(?:str|straße|strasse|platz|allee|gasse)\b.*|(?:calle|rue|avenida|avenue|plaza|place|via) .*|einladung.*|gespräch.*|termin.*|entretien.*|entrevista.*|option \w+|round \w+|stage \w+|part \w+|day \w+)$",
    _FLAGS,
)
_CUT = re.compile(
    r"\s(?:on|via|this|next|at|in|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|interviews?|hr|hq|headquarters|head office|human resources|early careers|early talent|early|talent|recruit\w*|careers|hiring|resourcing|please|team|if|we|you|as|for(?! \w)"
    r"|january|february|march|april|june|july|august|september|october|november|december|phone|video|second|final|first|zoom|teams|and i|will|would|is|are|has|have|on-?site|virtual)\b.*$",
    _FLAGS,
)
_PLACES = re.compile(
    r"^(?:london|berlin|munich|münchen|paris|madrid|barcelona|new york|boston|chicago|dublin|hamburg|leeds|manchester|bristol|amsterdam|zurich|zürich|vienna|wien|lyon|rotterdam|sydney|singapore|toronto|seattle|austin|denver|york|europe|germany|france|spain)$",
    _FLAGS,
)
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|h\b|uhr\b)", _FLAGS)
_STATUS = re.compile(
    r"abgesagt|cancell?ed|annulée?|cancelad[ao]|verschoben|aktualisiert|bestätigt|confirmée?"
    r"|confirmad[ao]|declined|tentative|zugesagt|abgelehnt|accept(?:ed|é)",
    _FLAGS,
)


def tidy(name: str) -> str:
    """A name without the words around it; nothing where it is no company's."""
    name = " ".join(name.split()).strip(" .,-–*&/'’")
    if re.search(r"\b(?:[A-Z]\.)+[A-Z]$", name):
        name += "."
    for around in (_OWNER, _CUT, _OUR, _OWNER, _FOR, _LOOSE_END):
        name = around.sub("", name).strip(" ,&-")
    firm, of, job = name.partition(" for ")
    name = firm if of and is_job(job) else name
    return "" if len(name) < 2 or _is_another_thing(name) else name


_OWNER = re.compile(r"['’]s$")
_OUR = re.compile(
    r"^(?:sekretariat|secrétariat(?: de)?|secretaría de|ihre?|deine?|your|our|votre|notre|unsere?)\s",
    _FLAGS,
)
_FOR = re.compile(r" for (?:the|our|an?|your)\b.*$")
_LOOSE_END = re.compile(r"\s(?:and|of|the|for|de|with)$")


def _is_another_thing(name: str) -> bool:
    """Whether it is a place, a time, a job, a department or a word of a sentence."""
    words = [word.casefold().strip(".,:") for word in name.split()]
    if (
        _NONE.match(name)
        or _PLACES.match(name)
        or name.split()[0].casefold() in _SENTENCE
    ):
        return True
    if re.match(r"\d\S*$", name) or re.search(r"\b20\d\d\b", name):
        return True
    if _CLOCK.match(name) or _STATUS.fullmatch(name) or is_department(name):
        return True
    if any(word in _LABELS for word in words):
        return True
    plain = is_job(name) or all(word.isdigit() or word in NO_NAMES for word in words)
    return plain and not is_surely_organised(name)


# Parts of a company that sign for it.
_DEPARTMENT = re.compile(
    r"^(?:(?:the|your|our|das|die|le|la|el) )?(?:(?:human resources|hr|rh|rr\.? ?hh\.?|recursos humanos|ressources humaines|gestión humana|talento humano|personal|personalabteilung|personalwesen|people|talent|talent acquisition|recruiting|recruitment|hiring|careers?|early careers|early talent|graduate recruitment|resourcing|school|admissions|admin\w*|verwaltung|sekretariat|service du personnel|service rh|équipe rh|selección|reclutamiento|public appointments|candidate (?:care|experience|relations)|customer \w+|engineering|product|sales|marketing|finance|it|operations|staffing)"
    r"(?:(?: (?:&|and|und|et|y) (?:culture|organi[sz]ation|development|operations|kultur|culture))?(?: (?:team|department|office|unit|services?|section|dept\.?|abteilung|partner|operations|ops|acquisition|equipo|équipe|panel|desk|centre|center|day))?){0,2}|governors|the panel|panel|management|team|recruiting team|your recruiting team)$",
    _FLAGS,
)
_LABEL_WORDS = """
stage status type job format mode subject topic event decline accept withdraw reschedule
confirm round interviewers interviewer panel who client role position title dresscode
duration length start end prep note notes agenda schedule day week option slot language
python java javascript typescript figma docker kubernetes excel powerpoint sql react
node aws azure git github linux salesforce sap jira slack photoshop autocad matlab
tableau hackerrank coderpad codility leetcode miro notion passport laptop certificates
governors apologies questions cancel changes
"""
_LABELS = frozenset(_LABEL_WORDS.split())


def is_department(name: str) -> bool:
    """Whether words name a part of a company, such as "People & Culture"."""
    return bool(_DEPARTMENT.match(name.strip(" .")))


_SENTENCE_WORDS = """
the our we you your i hi hello dear hey thanks thank please if it this that next all
both what where when who which how and with as at on in for to from by nous vous sie
wir uns ihnen unser unserem unserer der die das le la les el los monday tuesday
wednesday thursday friday saturday sunday january february march april may june july
august september october november december montag dienstag mittwoch donnerstag freitag
lundi mardi mercredi jeudi vendredi lunes martes miércoles jueves viernes interview
phone video second third final first round invitation confirmed re fwd update updated
reminder request details room suite building floor frau herr mr mrs ms dr time date
zoom teams location link meeting status bring ref post good best kind regards
microsoft many google webex skype meet noon
"""
_SENTENCE = frozenset(_SENTENCE_WORDS.split())
