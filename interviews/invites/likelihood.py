"""How likely each time a text names is the one to meet at, by the words around it."""

from __future__ import annotations

import re
from datetime import date

from interviews.invites.moves import MOVED
from interviews.invites.slot import Slot

_FLAGS = re.IGNORECASE

_LABEL = re.compile(
    r"(?:^|\n)[ \t*•>-]*(?:when|date(?: (?:&|and) time)?|time|date/time|start(?:s|ing)?"
    r"|interview(?: date| time)?|scheduled (?:time|for)|wann|datum|termin|uhrzeit|zeit"
    r"|reporting time|quand|date et heure|heure|horaire|cuándo|cuando|fecha(?: y hora)?|hora|day"
    r"|datum und uhrzeit|beginn|new (?:date|time))\s*[:\uff1a–-]+\s*\W{0,3}$",
    _FLAGS,
)
# "Your allocated time is 10.40am".
_YOUR_TIME = re.compile(
    r"\byour (?:own |allocated |allotted |assigned |individual )?(?:interview |appointment )?(?:slot|time|interview|appointment)"
    r"(?: time| slot)? (?:is|will be|has been)(?: (?:scheduled|booked|set|confirmed|at|for|on|from))*\s*$",
    _FLAGS,
)
_FOR_IT = re.compile(
    r"interview|meet|chat|call|conversation|schedul|invit|book|confirm|arrang|slot|round"
    r"|session|speak|talk|visit|see you|looking forward|termin|gespräch|treffen|kennenlern"
    r"|entretien|rendez-vous|rencontr|entrevista|reunión|cita|llamada|panel|onsite",
    _FLAGS,
)
_DEADLINE = re.compile(
    r"(?:\bby|\bbefore|\buntil|\btill|\bhasta(?: el| las?)?|\bno later than|deadline(?: is| of)?:?|\bdue(?: on| by)?"
    r"|\bprior to|\bexpires?(?: on)?|(?<!dann )(?<!also )\bbis(?: zum| spätestens)?|\bspätestens(?: am)?"
    r"|\bavant(?: le)?|\bau plus tard(?: le)?|\bd['’]ici(?: le| à)?|\bantes del?"
    r"|\ba más tardar(?: el)?|\bon or before)\s*(?:the |end of(?: the)? (?:day|business)"
    r"(?: on)? |eod |cob |close of business )?\W{0,2}$",
    _FLAGS,
)
_PAST = re.compile(
    r"(?:(?:great|good|nice|lovely|pleasure|wonderful) (?:to )?(?:meet\w*|speak\w*|talk\w*|chat\w*|see\w*|catch\w*)(?: (?:to|with|up))?(?: (?:you|ye|u))?(?: (?:on|at|this|last|for))*|\blast|\bpast|applied(?: on)?|application (?:of|from|dated)|submitted(?: on)?"
    r"|received(?: on)?|(?:spoke|met|talked|chatted|interviewed)(?: with (?:me|us|you))? (?:on|of|from|held on)"
    r"|(?:thank\w*|after|following|since|enjoyed|recent|attending)\b[^.\n]{0,60}"
    r"(?:interview|meeting|call|conversation|discussion|chat|visit)(?: \w+){0,3} (?:on|of|from|held on)"
    r"|since|posted(?: on)?|letzten|vom|le \w+ dernier|dated|as of)\s*(?:the )?\W{0,2}$",
    _FLAGS,
)
_OTHER_DATE = re.compile(
    r"(?:start date|first day|begin work|join(?:ing)? us on|your employment|onboarding"
    r"|hear (?:back )?(?:from us )?(?:by|on)?|decision|get back to you|feedback"
    r"|(?:last )?updated|interviews (?:will )?run|generated|printed|opens?\b(?: from)?|office (?:is )?(?:open|hours|closed)|opening hours|(?:working|business|usual|shift) (?:days|hours|times?|pattern)|arbeitszeit\w*|öffnungszeit\w*|kernzeit\w*|sprechzeit\w*|bürozeit\w*|horaires? (?:d[e'’]|est|sont|:)|horario|jornada|\bi work (?:mon|tue|wed|part)|out of (?:the )?office|holiday"
    r"|(?:^|\n)[ \t*•>-]*(?:contact(?: person| no\.?| number| details)?|helpline|help ?desk|hotline|queries|enquiries|kontakt|rückfragen|ansprechpartner(?:in)?|contacto|atención|renseignements)\b(?=[^\n]{0,40}[:(–-])"
    r"|\byou(?:['’]ve| have)? applied\b[^\n]{0,60}|\b(?:booked|requested|created|reserved|received|applied|sent) (?:on|at)\s*:?\s*|última modificación|last modified|dernière modification|zuletzt geändert|release time"
    r"|copyright|©|founded in|established|closing date|closes on|apply by|published)"
    r"[^.\n]{0,40}$",
    _FLAGS,
)
_A_CLOCK = r"\b\d{1,2}(?:[:.h]\d\d|h\b| ?uhr\b| ?[ap]\.?m\b)"
_OLD = re.compile(
    r"(?:(?:^|\n)[ \t]*(?:from|old|was|before)[ \t]?:|\bit was (?:on |at |for )?(?=\W*$)|(?:former|previous|old|original)(?: \w+)? (?:time|date|slot)|\bthe (?:old|previous|original|former) (?=\W*$)|originally|previously|formerly|instead of|in place of|was scheduled|had scheduled"
    rf"|were due|\b{MOVED}(?: [\w'-]+){{0,9}}? from|old (?:date|time)"
    r"|ursprünglich|statt(?!dessen)(?: am)?|anstatt|initialement|au lieu d|prévu initialement"
    r"|en lugar de|originalmente|can(?:no|['’])t (?:make|do|manage)|can no longer (?:do|make)|rather than|unable to make|cancel\w*"
    r"|\b(?:to|must) (?:move|change|reschedule|postpone|rearrange|push back) (?:your|our|the|this) (?:[\w'-]+ ){0,4}?(?:interview|call|meeting|appointment|chat|visit|slot) (?:on|of|from|planned|scheduled|set|booked)"
    r"|\b(?:cambiar|mover|aplazar|posponer|reprogramar|modificar|retrasar|adelantar|anular) (?:la|su|tu|nuestra|vuestra|el) (?:\w+ ){0,2}?(?:entrevista|cita|reunión|llamada|videollamada)(?: \w+)? (?:del?|prevista|programada|fijada)"
    r"|\b(?:déplacer|décaler|reporter|modifier|annuler) (?:l['’]|notre |votre |ton |le |la )(?:entretien|rendez-vous|rdv|appel|échange)(?: \w+)? (?:du|de|prévue?|fixée?)|en vez de)"
    # The next time behind the old one is another.
    rf"(?:(?!{_A_CLOCK})[^.\n]){{0,50}}$",
    _FLAGS,
)
# In front of the old time: "4pm instead of 2pm".
_NEW_BEHIND = re.compile(
    r"\W{0,3}(?:(?-i:[A-Z]{2,5})\b)?\W{0,3}(?:instead of|rather than|statt(?!dessen)|anstatt|au lieu d[eu'’]|en lugar del?|en vez del?)(?!\w)",
    _FLAGS,
)
_NEW = re.compile(
    rf"(?:->|→|=>|⇒)\s*$|\b(?:{MOVED}|move|(?:shift|push|bump)(?= to\b))"
    r"[^.\n]{0,60}\b(?:to|until)\s*\W?(?:(?:tomorrow|today|\w+day)\W{1,3})?(?:on )?$|(?:\b(?:is|are)|it['’]s) now (?:on |at |for )?\W?$"
    r"|(?:(?:^|\n)[ \t]*(?:to|new|now)[ \t]?:|new (?:date|time|slot)|now (?:take place|be|scheduled)|neuer termin|verschoben auf|stattdessen|instead(?! of)|ersatztermin"
    r"|(?:report|décal|avanc|déplac)ée?s? (?:au|à)\b|nouvelle date|nueva fecha)[^.\n]{0,30}$",
    _FLAGS,
)
# "von Mittwoch, 15 Uhr auf Freitag, 11 Uhr verschieben": the verb stands behind.
_ONTO = re.compile(
    r"\bde las? [^.\n]{1,20} a las? $"
    r"|\b(?:von|vom|de|del|du)\b[^.\n]{4,60}\b(?:auf|au(?! lieu)|al|a(?! las?\b))\s(?:den |die |le |el |la )?[^.\n\d]{0,12}[^.\n]{0,12}$"
    r"|\b(?:auf|au|al|para el) (?:den |die |le |el )?$", _FLAGS,
)  # fmt: skip
_MOVING = re.compile(
    r"verschieb|verschob|verleg|vorzieh|vorgezogen|report|déplac|décal|avanc|aplaz|reprogram|cambi|mover|\bpasa\w*|adelant|retras|pospon",
    _FLAGS,
)
# Called off behind the time: "das Gespräch am Dienstag, 9:30 Uhr absagen".
_OLD_BEHIND = re.compile(
    r"[^.\n]{0,12}?(?:->|→|=>|⇒|~~)|[^.\n]{0,50}?\b(?:absagen|abgesagt|entfällt|entfallen|ausfallen|nicht stattfinden|verschieben|annuler|annulée?|cancelar"
    r"|cancelad[oa]|(?:won't|will not|can't|cannot|isn't|is not) (?:be )?(?:go(?:ing)? ahead|tak(?:e|ing) place|happen\w*|possible)|is (?:off|gone)\b|(?:has|had|is|needs|was) (?:been |to be )?(?:cancell?ed|moved|postponed)|no longer)\b",
    _FLAGS,
)
# Hours of every working day, behind them: "8am to 6pm Monday to Friday".
_HOURS_BEHIND = re.compile(
    r"\W{0,4}(?:on |from )?(?:(?:mon(?:day)?|montag|mo|lun\w*)\b\W{1,3}(?:to|-|–|bis|through|thru|au|a)?\W{0,3}"
    r"(?:thu|fri|sat|sun|do|fr|sa|so|ven|vie|dom)|(?:weekdays|daily|every day)\b)",
    _FLAGS,
)
# When to be there, before it begins.
_ARRIVE = re.compile(
    r"(?:arriv\w+|check[- ]?in|be there|report to|log ?(?:in|on)|\bdoors|parking|sign in|einlass"
    r"|eintreffen|anmeldung|call me|reach me|available|\bI(?:['’]m| am) (?:in|around|here|about|back|on leave|away|at my desk))\b[^.\n]{0,40}$",
    _FLAGS,
)  # fmt: skip
# The sender's own clock, beside the reader's.
_OURS = re.compile(
    r"\s*\(?(?:ours?|our time|my time|here|unsere zeit|bei uns(?=\s*[),/;–-]))\b(?! (?:in|im|at|vor|am|auf|zu)\b)",
    _FLAGS,
)
_HOURS = re.compile(
    r"\b(?:mon|monday|montag|mo|lun\w*)\W{1,5}(?:to|-|–|bis|through|a|au)\W*$"
    # "Mon-Thu 8.30am-5pm", as signatures tell when somebody is at work.
    r"|\b(?:mon|mo|lun)(?:day|tag|di|es)?\W{0,2}(?:to|-|–|bis|through|a|au)\W{0,2}"
    r"(?:wed|thu|fri|sat|sun|mi|do|fr|sa|so|mer|jeu|ven|jue|vie|sáb|dom)\w{0,8}\W{1,3}(?:from |von )?$",
    _FLAGS,
)
# The time as it was planned: "que teníamos prevista para el jueves a las 12".
_AS_PLANNED = re.compile(
    r"\b(?:(?:que )?(?:ten[ií]a\w*|hab[ií]a\w*|estaba\w*) (?:\w+ ){0,2}(?:previst|programad|fijad|agendad|concertad|acordad)\w*"
    r"|(?:avions|avait|avais|aviez|était|étiez) (?:\w+ ){0,2}(?:prévu|fixé|programmé|convenu|planifié)\w*"
    r"|(?:we|you|i) (?:had|were) (?:\w+ ){0,2}(?:planned|scheduled|booked|arranged|pencilled|agreed)|(?:was|were) (?:originally )?(?:planned|scheduled|booked|arranged))\b"
    r"(?:(?!\b(?:to|is|now|instead|pasa\w*|mueve\w*|al|au|est|sera)\b)[^.?!\n]){0,60}$",
    _FLAGS,
)


def score_of(text: str, slot: Slot, received: date) -> int:
    """How likely a time is the one to meet at."""
    score = 4 if slot.clock and slot.day else 2 if slot.clock else 1
    dated = slot.day is not None and slot.day.why not in {"weekday", "relative"}
    to_come = dated and min(slot.dates) >= received
    for part in (slot.day, slot.clock):
        if part:
            score += _context(text, part.start, part.end, to_come=to_come)
    if slot.zone:
        score += 1
    if slot.local_end:
        score += 1
    if slot.clock and _OURS.match(text, slot.clock.end):
        score -= 3
    if slot.dates and max(slot.dates) < received:
        score -= 5
    return score


def _context(text: str, start: int, end: int, *, to_come: bool) -> int:
    """What the words around a mention say for it and against it.

    `to_come`: the date says itself that it is not past.
    """
    before = text[max(0, start - 90) : start]
    line = text[text.rfind("\n", 0, start) + 1 : end + 60]
    score = 0
    score += 3 if _LABEL.search(before) or _YOUR_TIME.search(before) else 0
    score += 2 if _FOR_IT.search(line) else 1 if _FOR_IT.search(before) else 0
    score -= 6 if _DEADLINE.search(before) else 0
    score -= 5 if not to_come and _PAST.search(before) else 0
    score -= 4 if _OTHER_DATE.search(before) else 0
    every_day = _HOURS.search(before) or _HOURS_BEHIND.match(text, end)
    score -= 6 if every_day else 0
    score -= 3 if _ARRIVE.search(before) else 0
    if _AS_PLANNED.search(before):
        return score - 6
    new = _NEW.search(before) or _NEW_BEHIND.match(text, end)
    if new or _is_moved_to(text, before, end):
        return score + 5
    old = _OLD.search(before) or _OLD_BEHIND.match(text, end)
    return score - (6 if old else 0)


def _is_moved_to(text: str, before: str, end: int) -> bool:
    """Whether it is where something is moved to, by a verb in the same sentence."""
    if not _ONTO.search(before):
        return False
    behind = re.split(r"(?<!\d)\.(?!\d)|\n", text[end : end + 80])[0]
    return bool(_MOVING.search(before) or _MOVING.search(behind))


def is_old(text: str, start: int) -> bool:
    """Whether what stands there is said to be the time as it was."""
    if _AS_PLANNED.search(text, max(0, start - 90), start):
        return True
    old = _OLD.search(text, max(0, start - 60), start)
    return bool(old) and not _NEW.search(text, max(0, start - 90), start)
