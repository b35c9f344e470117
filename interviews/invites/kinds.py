"""What arrived: an invitation, news about one, or something else."""

from __future__ import annotations

import re

from interviews.invites.found import Kind

_FLAGS = re.IGNORECASE


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), _FLAGS)


_REJECTION = _any(
    r"not (?:be )?(?:mov(?:e|ing)|proceed(?:ing)?|progress(?:ing)?|tak(?:e|ing)"
    r"|continu(?:e|ing)|going)(?: \w+){0,4} (?:forward|ahead|further|with your)",
    r"(?:decided|chosen|elected|opted) (?:not to|to (?:pursue|move forward with|proceed with"
    r"|go (?:forward |ahead )?with|offer the \w+ to)) ?(?:an)?other",
    r"decided (?:not to|against) (?:proceed|mov|progress|continu|tak|offer|pursu|go)",
    r"(?:other|another|stronger|different) candidates?\b.{0,60}(?:whose|more closely|better|closer"
    r"|selected|chosen|accepted|match)",
    r"(?:pursue|move forward with|proceed with|offered the (?:job|role|position) to|gone with"
    r"|moving forward with|hired|chosen|selected) (?:an)?other",
    r"position has (?:now )?(?:been|already been) filled",
    r"(?:not|un)(?:been)? ?(?:successful|selected)(?: on this occasion| this time| in your)?",
    r"regret to inform",
    r"wish you (?:all the best|every success|the best|success|luck)"
    r".{0,60}(?:search|future|career|endeavou?rs)",
    r"unable to offer you",
    r"will not be (?:offering|inviting|extending|advancing)",
    r"won['’]t be (?:moving|proceeding|taking|progressing|offering|advancing)",
    r"leider.{0,120}(?:absag|nicht berücksichtig|andere[nrs]? (?:kandidat|bewerber)"
    r"|nicht weiter|nicht in die|gegen (?:sie|dich)|entschieden)",
    r"(?:keine?n? (?:positive|bessere) )(?:antwort|rückmeldung|nachricht)",
    r"(?:n['’]avons pas|ne (?:pouvons|sommes|pourrons) pas|n['’]a pas été)"
    r".{0,60}(?:retenu|suite|favorable|donner)",
    r"regret de (?:vous informer|ne pas)",
    r"candidature.{0,40}n['’].{0,12}pas.{0,12}retenue",
    r"(?:lamentamos|lamento|sentimos).{0,80}(?:inform|comunic|no)",
    r"(?:no (?:ha|has) sido (?:selecc|elegid)|hemos decidido (?:continuar|seguir) con otr)",
)
_STILL_INVITES = _any(
    r"(?:we(?:'d| would)? (?:like|love|want)|pleased|happy|delighted|excited) to (?:invite|have you|meet"
    r"|move you|offer you (?:an|a \w+) interview|schedule|set up|book)",
    r"invite you (?:to|for)",
)
_CANCEL = _any(
    r"(?:interview|meeting|call|appointment|event|session|conversation|invitation|chat)\b.{0,80}"
    r"\b(?:has been|is|was|have been|must be|needs to be|had to be|will be)\s(?:now )?"
    r"(?:cancell?ed|called off)(?! and re)",
    r"(?:need|have|going|forced|regret|had|want(?:ed)?) to cancel\b(?!.{0,50}(?:subscription|anytime))",
    r"^(?:subject: )?(?:cancell?ed|cancel?lation|abgesagt|annulé|cancelad[oa])(?: event)?\b ?:",
    r"must cancel",
    r"we (?:are|'re) cancell?ing",
    r"(?:termin|gespräch|interview).{0,60}(?:abgesagt|absagen|entfällt|storniert)",
    r"(?:entretien|rendez-vous|réunion).{0,60}(?:annulé|annuler|annulons)",
    r"(?:entrevista|reunión|cita).{0,60}(?:cancelad|cancelar|anulad)",
)
_RESCHEDULE = _any(
    r"reschedul",
    r"\b(?:mov(?:e|ed|ing)|push(?:ed|ing)?|postpon\w+|shift(?:ed|ing)?|bring(?:ing)?"
    r"|chang(?:e|ed|ing)) (?:(?:your|the|our|this) )?(?:\w+ ){0,3}"
    r"(?:interview|meeting|call|time|conversation|appointment|slot|it|forward|back)\b.{0,60}\b(?:to|until|from)\b",
    r"(?:interview|meeting|call|appointment|slot|conversation|time|it) (?:has|have|will|needs?|had)"
    r"(?: \w+){0,3} (?:moved|changed|postponed|pushed|shifted|move|brought)",
    r"\bnew (?:interview )?(?:time|date|slot)\b",
    r"updated invitation",
    r"(?:time|date) (?:of \w+ )?(?:has )?(?:been )?changed",
    r"instead of (?:the )?"
    r"(?:mon|tue|wed|thu|fri|\d|original)",
    r"postpone",
    r"verschoben|verschieben|verlegt|verlegen|neuer termin|terminänderung|terminverschiebung",
    r"report(?:é|er|ons)\b|décal(?:é|er|ons)|nouvelle date|reprogramm",
    r"reprogramad|aplaza|cambio de (?:fecha|hora)|nueva (?:fecha|hora)|posponer|pospuest",
)
_ASKS_TO_RESCHEDULE = _any(
    r"(?:if|should) (?:you|this|that|the)\b.{0,90}(?:reschedul|cancel)",
    r"(?:to|or) (?:reschedule|cancel)(?: or (?:reschedule|cancel))?\b.{0,60}"
    r"(?:click|please|link|here|use|visit|reply|let|contact|call|:)",
    r"(?:need|want|wish|like) to (?:reschedule|cancel|change)[^.\n]{0,40}\?",
    r"(?:reschedule|cancel)(?: / | or |/| \| )(?:reschedule|cancel)",
    r"(?:reschedule|cancel) (?:here|this event|link|:)",
    r"cancel or reschedule",
    r"(?:happy|able|free|glad|possible) to reschedule",
)
_CONFIRMATION = _any(
    r"thank(?:s| you) for (?:applying|your (?:recent )?application|your interest in (?:the|our|a|join|work"
    r"|career)|submitting)",
    r"(?:have|'ve|has been|was)(?: successfully)? received.{0,30}application",
    r"application (?:has been |was )?(?:successfully )?(?:received|submitted|sent)",
    r"received your (?:application|cv|resume|résumé)",
    r"your application (?:to|for).{0,80}(?:received|submitted|sent)",
    r"(?:eingang|erhalt) (?:ihrer|deiner) bewerbung|(?:ihre|deine) bewerbung (?:ist )?(?:erhalten|eingegangen)",
    r"(?:bien )?reçu votre candidature|accus(?:e|ons) réception|réception de votre candidature",
    r"hemos recibido (?:tu|su) (?:candidatura|solicitud)|recibido correctamente",
    r"vielen dank für (?:ihre|deine) bewerbung|merci (?:pour|de) votre candidature"
    r"|gracias por (?:tu|su) (?:candidatura|solicitud|interés)",
)
_TASK = _any(
    r"take[- ]?home",
    r"(?:coding|technical|programming|online|written|skills|hackerrank|codility)"
    r" (?:challenge|assessment|assignment|test|exercise)",
    r"complete (?:the|this|a|an|your)"
    r" (?:\w+ ){0,3}(?:assessment|assignment|test|exercise|challenge|task|case)",
    r"(?:homework|case study|assignment|exercise|task).{0,60}(?:submit|send (?:it|us|me)|deadline|due|return)",
    r"(?:submit|return|send back) your (?:solution|submission|work|answers?|code|response)",
    r"hausaufgabe|probeaufgabe|testaufgabe|fallstudie.{0,40}(?:bis|einreich)",
    r"(?:test|exercice|étude de cas).{0,60}(?:à rendre|avant le|d['’]ici)",
    r"prueba técnica|caso práctico.{0,60}(?:antes|enviar|entregar)",
)
_OTHER = _any(
    r"undeliver|delivery (?:status notification|has failed|failed|incomplete)|mail delivery (?:failed|subsystem)"
    r"|message (?:not|could not be|wasn['’]t) delivered|returned mail|mailer-daemon|address not found",
    r"out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|abwesenheitsnotiz"
    r"|réponse automatique|respuesta automática",
    r"(?:^|\n)(?:accepted|declined|tentative|zugesagt|abgelehnt|accepté|aceptad[oa]) ?:",
    r"has (?:accepted|declined) (?:your|the|this) invitation",
)
_FIRST_DAY = _any(
    r"(?:your|my|the) first (?:working )?day",
    r"your start date",
    r"onboarding",
    r"(?:welcome (?:to the team|aboard|on board))",
    r"first day (?:at|with|of work)",
    r"(?:ihr|dein) erster arbeitstag",
    r"(?:votre )?premier jour",
    r"(?:tu|su) primer día",
    r"intervi?ew(?:ing)? tips for your new",
)
_ADVERT = _any(
    r"we(?:'re| are) hiring",
    r"apply (?:now|today|here|online|by|directly)",
    r"job alert",
    r"new jobs? (?:for you|matching"
    r"|near|that match)",
    r"jobs? you (?:may|might)",
    r"recommended (?:jobs|for you)",
    r"open positions?",
    r"what (?:we|you['’]ll) (?:offer|do|bring)\b",
    r"(?:key )?responsibilities:",
    r"requirements?:",
    r"wir suchen",
    r"jetzt bewerben",
    r"nous recrutons",
    r"postulez",
    r"buscamos (?:un|una)",
    r"inscríbete",
    r"refer a friend",
    r"your profile (?:caught|looks|is)",
    r"came across your profile",
    r"would you be (?:open|interested)",
)
_NEWSLETTER = _any(
    r"unsubscribe",
    r"view (?:this email |it )?in (?:your )?browser",
    r"newsletter",
    r"webinar",
    r"abmelden",
    r"se désabonner",
    r"darse de baja",
    r"register (?:now|here|today)",
    r"read more",
    r"weekly digest",
    r"\d+ tips\b",
    r"job fair|career fair|open day|meetup|conference",
)
INVITE = _any(
    r"(?:invite|inviting|invited) you (?:to|for|back)",
    r"would (?:like|love) to (?:invite|schedule|set up|arrange|meet"
    r"|have you|speak|chat|talk|book|organi[sz]e|proceed|move (?:you )?forward|continue|bring you)",
    r"(?:interview|call|meeting|conversation|chat|appointment|round)\b.{0,50}(?:is|has been|are|have been)"
    r" (?:now )?(?:scheduled|confirmed|booked|set|arranged)",
    r"(?:confirm(?:ing|ation|ed)?|scheduled|booked)\b.{0,50}"
    r"(?:interview|call|meeting|conversation|chat|appointment)",
    r"(?:interview|gesprächs?|meeting)[- ]?(?:invitation|einladung|confirmation|termin|bestätigung)",
    r"(?:invitation|einladung|invitación|convocation)\b.{0,40}(?:interview|gespräch|entretien|entrevista|termin)",
    r"(?:next|second|third|final|first|2nd|3rd|on-?site) (?:\w+ ){0,2}(?:interview|round|stage|step|conversation|call)",
    r"looking forward to (?:meeting|speaking|talking|seeing|our|your|chatting|welcoming|having)",
    r"(?:are|would) you (?:be )?(?:available|free)",
    r"you (?:will|'ll) (?:meet|be (?:meeting|speaking|interview))",
    r"(?:join|joining) (?:us|the (?:call|meeting|interview)|zoom|microsoft teams|via)",
    r"(?:laden|lade|einladen|möchten|würden).{0,60}(?:sie|dich|ihnen).{0,80}(?:gespräch|kennenlern|einladen|interview|termin)",
    r"(?:vorstellungs|bewerbungs|zweit|kennenlern|fach|video)(?:gespräch|termin|interview)|zweites gespräch",
    r"(?:invit|convi|propos|souhait|rencontr|recev).{0,80}(?:entretien|rendez-vous|échange|entrevue)",
    r"(?:entretien|rendez-vous).{0,60}(?:confirm|prévu|fixé|aura lieu)",
    r"(?:invit|convoc|agend|cit|gust|concert).{0,80}(?:entrevista|reunión|charla)",
    r"(?:entrevista|reunión).{0,60}(?:confirm|program|agend|será|tendrá)",
    r"panel interview",
    r"interview (?:with|schedule|details|for|on|at)",
    r"come (?:in|by|back)\b.{0,40}(?:meet|interview|chat|talk)",
    r"(?:meet|speak|chat|talk) (?:with|to) (?:the|our|you|me|some|us)",
)
_INTERVIEW_WORD = _any(
    r"interview|gespräch|entretien|entrevista|candidate|bewerb|position|role|hiring|recruit|application|candidat"
    r"|talent|round|onsite|on-site|panel|stelle|poste\b|puesto|recruiter|screen",
)


def kind_of(subject: str, body: str, *, has_time: bool, from_machine: bool) -> Kind:
    """What a message is, by its words. `has_time`: it names a time to meet."""
    text = f"{subject}\n{body}"
    if from_machine or _OTHER.search(text[:1500]):
        return Kind.OTHER
    if _REJECTION.search(text) and not _STILL_INVITES.search(text):
        return Kind.REJECTION
    said = _ASKS_TO_RESCHEDULE.sub(" ", text)
    moved = bool(_RESCHEDULE.search(said))
    if _CANCEL.search(subject) or (_CANCEL.search(said) and not (moved and has_time)):
        return Kind.CANCEL
    if moved and _INTERVIEW_WORD.search(text):
        return Kind.RESCHEDULE
    return _by_what_it_wants(text, has_time=has_time)


def _by_what_it_wants(text: str, *, has_time: bool) -> Kind:
    invites = len({m.start() // 40 for m in INVITE.finditer(text)})
    if _FIRST_DAY.search(text) and not re.search(r"interview", text, _FLAGS):
        return Kind.OTHER
    if _TASK.search(text) and not _meets(text, invites, has_time=has_time):
        return Kind.TASK
    if _CONFIRMATION.search(text) and not (invites and has_time) and invites < 2:
        return Kind.CONFIRMATION
    noise = len(_ADVERT.findall(text)) + len(_NEWSLETTER.findall(text))
    if noise >= 2 and invites < 2 + noise // 2:
        return Kind.OTHER
    if invites and (has_time or invites > 1 or _INTERVIEW_WORD.search(text)):
        return Kind.INVITE
    return Kind.INVITE if has_time and _INTERVIEW_WORD.search(text) else Kind.OTHER


def _meets(text: str, invites: int, *, has_time: bool) -> bool:
    """Whether a message about a task also asks to meet."""
    due = re.search(r"\b(?:due|deadline|submit|return (?:it|your)|by)\b", text, _FLAGS)
    meets = re.search(
        r"interview|you(?:'ll| will) (?:meet|be meeting)|call with|meeting with|walk (?:us|me)"
        r" through|panel", text, _FLAGS,
    )  # fmt: skip
    return bool(invites and has_time and meets) and not (due and invites < 2)


def is_no_interview(text: str) -> bool:
    """Whether an event in a calendar is something else by its words."""
    if re.search(r"interview|gespräch|entretien|entrevista", text, _FLAGS):
        return False
    noise = len(_ADVERT.findall(text)) + len(_NEWSLETTER.findall(text))
    return bool(_FIRST_DAY.search(text) or _OTHER.search(text)) or noise >= 2


def is_task(subject: str) -> bool:
    return bool(_TASK.search(subject)) and not re.search(r"interview", subject, _FLAGS)


def is_moved(subject: str) -> bool:
    return bool(_RESCHEDULE.search(subject))
