"""What arrived: an invitation, news about one, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from interviews.invites import kind_words as said
from interviews.invites.found import Kind

_FLAGS = re.IGNORECASE
# Words in front of which nothing has happened yet: "if you need to reschedule".
_IF = re.compile(
    r"\b(?:if|should (?:you|this|the|we|that)|in case|in the event|unless|until|whether|assume|wenn|falls|sollten?|au cas|en caso)\b"
    r"|\bsans (?:réponse|nouvelles?|retour)|sin respuesta|ohne (?:rückmeldung|antwort)|^\W*(?:si|sinon|if)\b", _FLAGS,
)  # fmt: skip
_MAY = re.compile(
    r"\b(?:you (?:can|may|might|could|need|want|wish|have|must|would|'d)|need to|want to|wish to|like to|able to|able|free|happy|possible|how|reply|click|please|visit"
    r"|use|link|to|or|and|can['’]t make it|sie|ihren|könn\w*|pouvez|puede\w*)\s(?:\w+\s){0,4}$|^\W*$", _FLAGS,
)  # fmt: skip
# "Failure to do so may delay an appointment."
_COULD = re.compile(r"\b(?:may|might|could)\s$", _FLAGS)
_BY_US = re.compile(
    r"\b(?:we|i|need|have|had|must|afraid|unfortunately|sorry|wir|müssen|muss|nous|devons|tenemos|debemos|can we|could we)\b",
    _FLAGS,
)
_AS_LINK = re.compile(
    r"^\w*(?:\s?(?::|/|\||here|link|if\b|online|this|it\b|your|an?\b|the|or)|\W*$|\s?<?https?:)",
    _FLAGS,
)
_DUE = re.compile(
    r"\b(?:due|deadline|expires|valid until|whenever|submit|return|by|within|complete|send (?:it|us|me)|record|upload|bis (?:zum|spätestens)|avant le|antes del)\b",
    _FLAGS,
)
_MEETS = re.compile(
    r"invited (?:to|for) (?:\w+ ){0,5}interview|interview (?:with|is|will|on|has|at)|your (?:\w+ )?interview|you(?:'ll| will) (?:meet|be meeting)|(?:call|meeting|chat) with|walk (?:us|me) through"
    r"|panel|invite you|interview on|gespräch|entretien|entrevista|rencontrer|kennenlernen|conocer(?:te|l[aeo])\b|come (?:in|to)|(?:trial|taster) (?:shift|day|session|this|on|next|tomorrow)|debrief|assessment (?:day|cent)|(?:phone|telephone|video) interview", _FLAGS,
)  # fmt: skip


_INTERVIEW = re.compile(r"interview", _FLAGS)
# The interview they had: "so pleased you said yes after the interview last Thursday".
_BEFORE = re.compile(
    r"\b(?:after|since|following|from|at|in|during) (?:the|your|our|that) (?:\w+ )?interviews?\b",
    _FLAGS,
)
_WONDERS = re.compile(
    r"(?:wonder(?:ed|ing)?|asked|asking)(?: me| us)? (?:if|whether) (?:you|they|we|s?he)\b",
    _FLAGS,
)

# The dot of "am 3. Dezember" and "am 3.12. um 14 Uhr" ends no sentence.
_ENDS = re.compile(
    r"(?<=[.!?])(?<!\d\.)\s+|\n+"
    r"|(?<=\d\.)\s+(?=[A-ZÄÖÜ])(?!Jan|Feb|Mär|Apr|Mai\b|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
)
_URL = re.compile(r"https?://\S+|www\.\S+")


# What a page offers to press: "[Reschedule]", "Accept | Decline".
_BUTTON = re.compile(r"\[[A-Z][\w ]{2,24}\](?!\()")


def sentences(text: str) -> list[str]:
    """The sentences of a text; lines that a mail program broke are put together."""
    joined = re.sub(r"(?<=[^\s.!?:])\n(?=[a-zäöüéè(\d])", " ", text)
    return [s.strip() for s in _ENDS.split(joined) if s.strip()]


def kind_of(subject: str, body: str, *, has_time: bool, from_machine: bool) -> Kind:
    """What a message is, by its words. `has_time`: it names a time to meet."""
    text = _BUTTON.sub(" ", _URL.sub(" ", f"{subject}\n{body}"))
    lines = sentences(text)
    if from_machine or says_what_it_is(text):
        return Kind.OTHER
    asks_for_another = bool(said.CANNOT.search(text)) and not said.PRIVATE.search(text)
    moved = _moved(lines) or asks_for_another
    if _cancelled(lines) and not (moved and has_time):
        return Kind.CANCEL
    if _is_rejection(lines, text, has_time=has_time):
        return Kind.REJECTION
    if moved and (has_time or asks_for_another or said.JOB.search(text)):
        return Kind.RESCHEDULE
    return _by_what_it_wants(lines, text, has_time=has_time)


def says_what_it_is(text: str) -> bool:
    """Whether a message shows that it is no invitation, or answers one."""
    return surely_says_what_it_is(text) or _may_answer(text)


def surely_says_what_it_is(text: str) -> bool:
    """The same, but for words that either side may write, such as "see you then"."""
    head = text[:1500]
    if said.OTHER.search(head) and not said.STILL_INVITES.search(text):
        return True
    if said.ERRAND.search(head) and not _is_set(text):
        return True
    answers = bool(said.FROM_CANDIDATE.search(text))
    return answers and not said.STILL_INVITES.search(text)


def _may_answer(text: str) -> bool:
    if said.FROM_CANDIDATE.search(text):
        return False
    may = bool(said.MAYBE_CANDIDATE.search(text))
    return may and not said.FROM_EMPLOYER.search(text)


def _is_set(text: str) -> bool:
    """Whether it invites, or sets a time down."""
    return bool(said.STILL_INVITES.search(text) or said.APPOINTED.search(text))


def _is_rejection(lines: list[str], text: str, *, has_time: bool) -> bool:
    no = any(
        not _IF.search(line[: match.start()])
        for line in lines
        for match in said.REJECTION.finditer(line)
    )
    return no and not (said.STILL_INVITES.search(text) and has_time)


def _cancelled(lines: list[str]) -> bool:
    return any(
        not _is_offered(line, match)
        for line in lines
        for match in said.CANCEL.finditer(line)
    )


def _moved(lines: list[str]) -> bool:
    return any(
        not (_is_offered(line, match) or _is_to_come(line, match))
        for line in lines
        for match in said.RESCHEDULE.finditer(line)
    )


def _is_to_come(line: str, match: re.Match[str]) -> bool:
    """Whether a new time is only promised: "as soon as there is a new date"."""
    before = line[max(0, match.start() - 80) : match.start()]
    return bool(said.NEW_TIME.match(match[0]) and said.NOT_YET.search(before))


_DONE = re.compile(
    r"(?:rescheduled|cancell?ed|moved|changed|report(?:é|ée)|verschoben|reprogramad[oa])\b",
    _FLAGS,
)


def _is_offered(line: str, match: re.Match[str]) -> bool:
    """Whether it only says how it could be moved or cancelled: a link, "if you need to"."""
    before, behind = line[: match.start()], line[match.start() :]
    if _IF.search(_WONDERS.sub("", before)) or _COULD.search(before):
        return True
    word = match[0].casefold()
    if not word.startswith(
        ("resched", "cancel", "chang", "mov", "verschieb", "report", "reprogramar")
    ):
        return False
    if _BY_US.search(before):
        return False
    told = _DONE.match(behind)
    return bool(_MAY.search(before) or _AS_LINK.match(behind)) and not told


def _by_what_it_wants(lines: list[str], text: str, *, has_time: bool) -> Kind:
    sure = "\n".join(line for line in lines if not _is_doubtful(line))
    invites = _count(said.INVITE.finditer(sure))
    if said.FIRST_DAY.search(text) and not _INTERVIEW.search(_BEFORE.sub("", text)):
        return Kind.OTHER
    if said.LOOKS_BACK.search(text) and not said.PROPOSES.search(sure):
        return Kind.OTHER
    meets = has_time and bool(_MEETS.search(sure))
    meets_too = _meets(sure, invites, has_time=has_time)
    meets_too = meets_too or (has_time and _is_timetable(text))
    if said.TASK.search(text) and not meets_too:
        return Kind.TASK
    if said.CONFIRMATION.search(text) and not (
        (invites and has_time) or meets or invites > 1
    ):
        return Kind.CONFIRMATION
    if _is_noise(text, invites):
        return Kind.OTHER
    if invites and said.JOB.search(text) and (has_time or _asks_to_meet(sure)):
        return Kind.INVITE
    return (
        Kind.INVITE if has_time and (invites or said.JOB.search(text)) else Kind.OTHER
    )


def _asks_to_meet(text: str) -> bool:
    """Whether a message without a time still asks for a talk, or to choose when."""
    asks = (said.PROPOSES, said.STILL_INVITES, said.WITHOUT_TIME)
    return any(pattern.search(text) for pattern in asks)


def _is_doubtful(line: str) -> bool:
    """Whether what it says may not happen: "if …", but not "we wondered whether you"."""
    if said.USUALLY.search(line) and not said.APPOINTED.search(line):
        return True
    doubt = _IF.search(line[:60])
    return bool(doubt) and not _WONDERS.search(line[:80])


def _count(matches: Iterable[re.Match[str]]) -> int:
    """How many places speak for it; what stands side by side is one."""
    return len({match.start() // 40 for match in matches})


_OF_A_JOB = re.compile(
    r"interview|gespräch|entretien|entrevista|candidat|hiring|recruit|vacancy|\bpuesto\b|vacante|curr[ií]culum|\bcv\b|bewerbung|\bstelle als\b|\bposte d[e'’]|\bjob\b|\brole\b|\bpost of\b|\bposition\b|(?:post|vacancy) (?:of|as|for|with|at)\b",
    _FLAGS,
)


def _is_noise(text: str, invites: int) -> bool:
    """Adverts, newsletters, and appointments of another life."""
    if said.PRIVATE.search(text) and not _OF_A_JOB.search(text):
        return True
    noise = len(said.ADVERT.findall(text)) + len(said.NEWSLETTER.findall(text))
    return noise >= 2 and invites < 2 + noise // 2


def _meets(text: str, invites: int, *, has_time: bool) -> bool:
    """Whether a message about a task also asks to meet."""
    if not invites or not _MEETS.search(text):
        return False
    return has_time or not _DUE.search(text)


_SPAN = re.compile(
    r"^[ \t]*\d{1,2}[:.]\d\d ?(?:[ap]m)? ?[-–—] ?\d{1,2}[:.]\d\d", re.MULTILINE
)


def _is_timetable(text: str) -> bool:
    """Whether it sets down a day, an interview in it: a test is one part of it."""
    return len(_SPAN.findall(text)) > 1 and bool(_OF_A_JOB.search(text))


def is_no_interview(text: str) -> bool:
    """Whether an event in a calendar is something else by its words."""
    if re.search(r"interview|gespräch|entretien|entrevista", text, _FLAGS):
        return False
    noise = len(said.ADVERT.findall(text)) + len(said.NEWSLETTER.findall(text))
    other = (said.FIRST_DAY, said.OTHER, said.PRIVATE)
    return any(pattern.search(text) for pattern in other) or noise >= 2


def is_task(subject: str) -> bool:
    return bool(said.TASK.search(subject)) and not re.search(
        r"interview", subject, _FLAGS
    )


def is_moved(subject: str) -> bool:
    return bool(said.RESCHEDULE.search(subject))
