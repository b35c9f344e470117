"""The words by which a message shows what it is: English, German, French, Spanish."""

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), _FLAGS)


_TALK = (
    r"(?:interview|meeting|call|appointment|conversation|chat|session|slot|visit|screen|event|invitation"
    r"|gespräch|vorstellungsgespräch|termin|probe(?:tag|arbeit\w*|schicht)|schnuppertag|trial (?:shift|day)|entretien|rendez-vous|réunion|entrevista|reunión|cita|llamada)"
)

# Whoever gets the job instead.
_ANOTHER = r"(?:(?:an?other|a different|one of the other) (?:candidate|applicant|person|finalist|profile|individual)|someone|somebody|an? (?:[\w-]+ ){0,2}(?:finalist|candidate|applicant)(?! (?:for|of|at)\b)|internally\b)"
REJECTION = _any(
    # They chose, and not you.
    rf"\b(?:chosen?|chose|selected|decided|gone|went|going|offered|extended|appointed|hired|picked|filled|opted|proceeding|moving)\b(?! (?:you|as)\b)[^.\n]{{0,40}}\b{_ANOTHER}",
    r"(?:can['’]?t|cannot|won['’]t|unable to|not able to|not) (?:be )?tak(?:e|ing) (?:you|yours|it|this|your \w+) (?:any )?(?:further|forward)|closed without (?:a |an )?(?:hire|appointment)|no further interviews|(?:role|position|vacancy|job|requisition)\b[^.\n]{0,60} (?:has been|was|is) (?:now )?(?:closed|withdrawn|cancell?ed|put on hold)(?! to)",
    r"(?:für|gegen) (?:jemand|eine?n? (?:andere|(?:mit)?bewerber|person|kandidat|internen))\w*[^.\n]{0,60}entschieden|\bdass es (?:diesmal|dieses mal|leider) nicht (?:passt|geklappt|gepasst|reicht|gereicht)\b|jemand(?:en)? (?:anders? )?entschieden|(?:choisi|retenu|privilégié|opté pour|recruté) (?:une? )?(?:autre|profil|candidat)\w*|un profil plus|bonne continuation",
    r"(?:seguir(?: adelante)?|continuar|avanzar|optado|optar|decidid\w+|decantado|elegido|quedado)\b[^.\n]{0,30} (?:con|por|a) (?:otr[oa]|una persona|un perfil|alguien)|(?:te|le) desea\w+ (?:mucha |la mejor |toda la )?suerte",
    r"no longer (?:be )?(?:filling|recruiting|hiring|proceeding|looking to (?:hire|fill))",
    r"\bnot (?:to )?(?:be )?(?:mov(?:e|ing)|proceed(?:ing)?|progress(?:ing)?|tak(?:e|ing)|continu(?:e|ing)|go(?:ing)?|pursu(?:e|ing)|advanc(?:e|ing))"
    r"(?: \w+){0,6}? (?:forward|ahead|further|with (?:your|any|this))",
    r"(?:decided|chosen|elected|opted|decision) (?:not to|to not|to (?:pursue|move (?:forward|ahead) with|proceed with|go (?:forward |ahead )?with|offer"
    r"|progress|hire|appoint)) ?(?:an?other|someone|other|the (?:role|job|position|post) to|a different|different)",
    r"decided (?:not to|to not|against) (?:proceed|mov|progress|continu|tak|offer|pursu|go|hir|fill)|decision (?:not to|to not) (?:proceed|mov|progress|continu|tak|go)",
    r"(?:other|another|stronger|different) (?:candidates?|applicants?)\b.{0,60}(?:whose|who|more closely|better|closer|selected|chosen|accepted|match)",
    r"(?:pursue|move forward with|proceed with|gone with|going with|went with|go with|moving forward with|hired|chosen|selected|appointed) (?:an?other (?!date|time|slot|round)|someone|other candidates)",
    r"(?:decided|decision|going|gone|chose|chosen|opted) (?:to )?(?:go |move (?:forward |ahead )?|proceed )?with (?:an?|some) (?:\w+ )?(?:candidate|applicant|person|colleague)\b(?! (?:experience|care|relations|interview))",
    r"(?:offered|offer|given|gave) (?:the|this) (?:job|role|position|post) to (?:someone|another|an? )",
    r"(?:position|role|vacancy|post|job) (?:has (?:now |since |already )?been|is (?:now )?(?:already )?|was) filled|filled the (?:role|position|vacancy)",
    r"(?:closed|cancell?ed|withdrawn) the [^.\n]{0,40}(?:requisition|vacancy|role|position)",
    r"(?:\b(?:un|not )|n['’]t )(?:be |been )?(?:successful|selected|shortlisted|short-listed|chosen|taken forward)\b",
    r"(?:regret|sorry) to (?:inform|say|tell|let|advise|share)\b[^.]{0,160}?(?:\bnot\b|n['’]t\b|unsuccessful|another|\bothers?\b|someone|decided|filled|unable|closed|no longer)",
    r"sorry (?:it|this) (?:isn['’]t|is not|wasn['’]t)[^.\n]{0,30}news|appoint(?:ed)? (?:an? |another )|continu\w* (?:our|the|with our|their) search|(?<!for )(?<!to )internal (?:candidate|applicant)(?!s? (?:take|interview|are|will|should|must|may|can|were|only))|(?:that|this) (?:will|may|might) be (?:disappointing|a disappointment)",
    r"(?:go|going|gone|went|move|moving|moved|head|heading) in (?:an?other|a (?:slightly |very )?different) direction|(?:needed|wanted|looking for|after|found|chose|picked|hired) (?:someone|somebody|a candidate|a person)\b[^.\n]{0,20} (?:who|with|whose|that|more)\b|(?:not|n['’]t)(?: quite)? (?:the right|a) (?:fit|match)\b|n['’]t make (?:the cut|it (?:through|to the (?:next|final|short)))|(?:another|someone|a) (?:\w+ )?(?:candidate|person|else)? ?(?:has |have )?(?:accepted|been offered|been appointed|pipped|edged)",
    r"\b(?:gone|going|went|go|plumped|opted|settled) for (?:an? |some|the )?(?:other |\w+ )?(?:candidate|applicant|person|someone|somebody|body|one)\b|not (?:been )?placed on (?:the|a) panel|n['’]t think (?:it['’]s|it is|this is|now is) the right (?:time|fit|match|role)|n['’]t (?:be )?(?:moving|going) (?:ahead|forward)\b(?! with (?:you|the (?:call|interview))\b)|(?:pause|freeze|hold|stop|halt) (?:on|to) (?:\w+ )?(?:hiring|recruit\w+|headcount)|(?:hiring|recruitment) freeze|not (?:reached|met|meet|reach) the (?:benchmark|standard|criteria|threshold|mark|bar)|bearer of bad news",
    r"(?:not|n['’]t) (?:be )?(?:making|make|extending|extend) (?:you )?an offer|\bnot (?:been )?(?:progressed|appointed|hired|retained)\b|(?:given|gave) (?:the|this) (?:\w+ ){0,3}(?:job|role|position|post|gig) to\b|\b(?:fell|fallen|falls) (?:short|(?:just )?below)\b|(?:welcome|encouraged?|free) to (?:re-?apply|apply again)",
    r"isn['’]t (?:better|the) news|not the (?:news|outcome|answer) you",
    r"wish (?:you|him|her) (?:all the best|every success|the (?:very )?best|(?:much )?success|luck|well).{0,60}(?:search|future|career|endeavou?rs|hunt)",
    r"(?:unable|not able) to (?:offer you|progress|take you|move (?:you )?forward|invite you|proceed with your)",
    r"(?:will not|won['’]t|not) be (?:offering|inviting|extending|advancing|moving|proceeding|taking|progressing|going (?:ahead|forward) with)"
    r"(?! (?:ahead|place))",
    r"(?:keep|kept|retain) (?:your|you)[^.\n]{0,40}on (?:file|record)|no longer (?:under consideration|being considered)",
    r"leider[^.]{0,160}(?:nicht berücksichtig|andere[nrs]? (?:kandidat|bewerber|person)|nicht weiter|nicht in die|gegen (?:sie|dich)|nicht (?:zusagen|anbieten)|entschieden)"
    r"|(?:ihnen|dir) (?:heute )?(?:leider )?(?:eine )?absage|für (?:eine?n? )?andere[nrs]? (?:kandidat|bewerber)",
    r"(?:keine?n? (?:positive|bessere) )(?:antwort|rückmeldung|nachricht)",
    r"(?:n['’]avons|n['’]a|ne (?:pouvons|sommes|pourrons|donnerons|souhaitons)|n['’]est|n['’]ont) pas.{0,60}(?:retenu|suite|favorable|donner)",
    r"regret de (?:vous informer|ne pas)|ne (?:pouvons|pourrons|saurions) (?:\w+ )?donner|pas (?:été )?retenue?\b|ne correspond pas",
    r"(?:lamentamos|lamento|sentimos|sentimos mucho).{0,80}(?:inform|comunic|no )|no (?:ha|has|fue|fuiste|fuera) (?:sido )?(?:selecc|elegid)"
    r"|(?:continuar|seguir|avanzar) con otr|otr[oa]s? candidat[oa]s?|(?:optado|decidido|decantado) por otr|por otro perfil",
)
STILL_INVITES = _any(
    r"\bto (?:talk|speak|chat|meet) (?:with|to) (?:the|our|their) (?:hiring|team|director|manager|head|ceo|founder|panel)",
    r"(?:we(?:'d| would)? (?:like|love|want)|pleased|happy|delighted|excited) to (?:invite|have you|meet|move you|schedule|set up|book|offer you (?:an interview|a slot|a (?:new )?time))",
    r"invite you (?:to (?:an?|the|our|your|interview|attend|meet)|for|back)",
)
CANCEL = _any(
    rf"\b(?:withdraw|withdrawn|withdrew|withdrawing|retract) (?:the|your|our|this) (?:\w+ ){{0,2}}{_TALK}",
    r"\b(?:don['’]?t|do not|no need to) (?:bother )?(?:com(?:e|ing)|travel|set off|drive)(?: (?:in|by|over|down|out|up))? (?:on |this |next )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|today|for (?:the|your|our))",
    r"(?:can['’]?t|cannot|won['’]t be able to|unable to|not able to) (?:see|meet|interview|have|talk to|speak to) you\b[^.\n]{0,40}\bafter all",
    rf"(?:need|have|had|going|forced) to (?:pull|scrap|scratch|drop|bin|ditch) (?:[\w'’:]+ ){{0,5}}{_TALK}",
    rf"\bcall(?:ing)? off (?:[\w'’]+ ){{0,4}}{_TALK}|\bcall(?:ing)? (?:\w+ ){{1,4}}off\b|{_TALK}[^.\n]{{0,60}} (?:is|are|'s) off\b(?! (?:the|to|your|our|work))",
    rf"{_TALK}\b[^.\n]{{0,120}}\b(?:has been|is|was|have been|must be|needs to be|had to be|will be|been) (?:now )?(?:cancell?ed|called off|withdrawn)(?! and re)",
    rf"\bcancel(?:ling|ing|led|ed)? (?:\w+ ){{0,4}}{_TALK}|{_TALK} cancell?ed",
    r"(?:need|have|going|forced|regret|had|want(?:ed)?|must|forced) (?:to )?cancel\b(?!.{0,50}(?:subscription|anytime))",
    r"^(?:subject: )?(?:cancell?ed|cancel?lation|abgesagt|annulé|cancelad[oa])(?: event)?\b ?[:–-]|^\W*cancell?ed by\b|(?:must|we(?:'re| are)) cancel",
    rf"{_TALK}[^.\n]{{0,60}}(?:no longer (?:be )?(?:go|tak|happen|need)|(?:will not|won['’]t|cannot|can['’]t|is not) (?:be )?(?:go(?:ing)? ahead|tak(?:e|ing) place|happen))",
    rf"\babsage (?:ihres|deines|des|unseres)\b|\bannulation de\b|{_TALK}.{{0,140}}(?:abgesagt|absagen|entfällt|storniert|fällt (?:leider )?aus|nicht stattfinden)|(?:sagen?|müssen?) .{{0,60}}{_TALK}.{{0,40}}\bab(?:sagen)?\b",
    rf"{_TALK}.{{0,60}}(?:annulé|annuler|annulons)|annul(?:er|é|ons) .{{0,30}}{_TALK}",
    rf"{_TALK}.{{0,60}}(?:cancelad|cancelar|anulad|suspendid)|(?:cancelar|anular) .{{0,30}}{_TALK}",
)
RESCHEDULE = _any(
    r"\b(?:would|['’]d) (?:now )?prefer to (?:see|meet|speak|talk|do|have)\b[^.\n]{3,60}\b(?:and not|rather than|instead)\b|\b(?:we|I)(?: had|['’]d)? said (?:on )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|today|\d|next|this)[^.\n]{0,40}\bbut\b",
    r"\b(?:has|have|had|is|was|be|been) (?:to be )?(?:now )?(?:postponed|put off)\b",
    r"\b(?:we|i)(?:'ll|’ll| will| can| have to| need to) (?:do|have|hold|run|make|meet|see|call)\b[^.\n]{0,70}\binstead\b(?! of)|\bchange of (?:plans?|time|date|venue)\b|\b(?:slight|small|quick|last[- ]minute) change\b",
    r"\b(?:come|start|meet|begin|do it) (?:in )?(?:a (?:bit|little)|slightly|an? (?:half )?hour|\d+ min\w*)? ?(?:earlier|later) (?:on |than |tomorrow|today|this|that)|\b(?:had|have|got) you (?:down|booked|in|pencilled)(?: in)? (?:for|at) \d[^\n]{3,120}\b(?:so|but|instead)\b",
    r"let['’]s (?:make|do|say|move|have) [^\n]{3,80}?\binstead\b|\bpush yours\b|running behind",
    r"reschedul(?!\w*\s?\])|\bpreponed\b|\bpre-?poned?\b|\b(?:was|were|been) (?:moved|changed|postponed|shifted|pushed back|brought forward) (?:to|from|by|until)\b|wrong (?:date|time|day)\b|^\W*correction\b|correct (?:date|time) is|rather than (?:at |on )?(?:this |next |the )?(?:\d|mon|tue|wed|thu|fri|tomorrow|today|tonight)|start (?:\w+ ){0,3}(?:later|earlier)|running late|moved you to (?!the (?:next|final|second|third|on))|moved (?:it|this|that|everything) to|[\"”'»] (?:was|has been) (?:moved|changed)",
    rf"\b(?:mov(?:e|ed|ing)|push(?:ed|ing)?|bump(?:ed|ing)?|postpon\w+|shift(?:ed|ing|(?= (?:the|your|our|this|it)\b))|(?:bring(?:ing)?|brought)(?=[^.\n]{{0,60}} forward\b)|delay\w*|chang(?:e(?! (?:manage|lead|consult|analyst|agent|director|coord|partner))|ed|ing))"
    rf"(?! (?:forward|ahead|on) (?:with|to)\b) (?:back |forward |up )?(?:(?:your|ur|the|our|this|that|tomorrow's|today's|\w+day's) )?(?:[\w&'’]+ ){{0,4}}(?:{_TALK}|things|(?:start )?time|date)\b(?! to (?:your|a) (?:computer|phone))",
    rf"\b{_TALK} (?:moved|rescheduled|postponed|changed)(?=\s?[:–-]| (?:to|from)\b)",
    rf"(?:{_TALK}(?: (?:with|at|for) [\w&'’]+(?: [\w&'’]+){{0,3}}?)?|start time|time|date|it) (?:has|have|will|needs?|had|must|is|was) (?:\w+ ){{0,3}}(?:moved|changed|postponed|pushed|shifted|delayed|put back|brought forward|move)\b",
    r"\bnew (?:interview |meeting )?(?:time|date|slot)\b(?! zone)|\bnew (?:calendar )?invit(?:e|ation) (?:is )?(?:for|on) (?:mon|tue|wed|thu|fri|sat|sun|the \d|\d|tomorrow)",
    r"\b(?:push|move|shift|bump|postpone)(?: (?:it|this|our \w+))? (?:back )?(?:to|until) (?:(?:this|next|the following) )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|later|next week)",
    r"^\W*(?:updated|changed|moved|verschoben|modifié|actualizad[oa])(?: invitation| event)?\s?:|updated invitation|^\W*(?:former|old|previous) (?:time|date)\s?:",
    r"instead of (?:the )?(?:mon|tue|wed|thu|fri|\d|original|tomorrow|today|this|next|online|in person)",
    r"\b(?:can|could|will|are able to) (?:do|make|manage|offer) [^.?\n]{2,60}\binstead\b(?! of)",
    r"\b(?:telefonat|gespräch|termin|interview|treffen|call|meeting)\b[^.?!\n]{0,60}\b(?:auf|um)\b[^?!\n]{0,60}\b(?:schieben|geschoben|vorziehen|vorgezogen)\b",
    r"(?:can|could|would|may|shall|are) (?:we|you) (?:still |maybe |just )?(?:do|make it|make|meet|try|manage|be free|free|start|begin|say|talk|speak|chat|go|switch|swap|call|come|aim|connect)\b[^.?\n]{0,80}\binstead\b",
    r"(?:will|to) now (?:take place|be held|happen|be (?:on|at|in|with))",
    r"\bit was (?:on |at |for )?(?:mon|tue|wed|thu|fri|sat|sun|the \d|\d)[^\n]{3,60}\b(?:it(?:['’]s| is) now|now it(?:['’]s| is))\b",
    rf"{_TALK}[^.\n]{{0,60}}\b(?:is|are) now (?:on |at |for )?(?:the |this |next )?(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|\d)|\bthe (?:old|original|previous) (?:\w+ ){{0,3}}(?:slot|time|appointment|booking) (?:is|has) (?:now )?(?:gone|off|been (?:released|cancelled|given))",
    rf"{_TALK}.{{0,60}}\b(?:ist|findet) (?:jetzt|nun|stattdessen) (?:am|um)\b|(?:entretien|rendez-vous|rdv).{{0,60}}\best (?:désormais|maintenant) (?:le|à)\b|(?:entrevista|cita|reunión|llamada).{{0,60}}\b(?:es|será|queda) ahora (?:el|a)\b",
    r"\b(?:verschob|verschieb|verleg)\w*|neuer termin|\bstattdessen\b|ersatztermin|alternativtermin|\bstatt (?:um|am|wie|des) [^?\n]{2,80}\b(?:passen|passt|möglich|gehen|geht)\b|terminänderung|terminverschiebung|geänderter termin",
    r"\breport(?:é|ée|er|ons)\b|\b(?:décal|avanc)(?:é|ée|er|ons)\b|(?<!avec une )(?<!proposer une )(?<!d'une )nouvelle date|nouvel horaire|reprogramm",
    r"\bmover(?:nos|la|lo)?\b[^.\n]{0,30}(?:llamada|entrevista|reunión|cita)|\breprogramad|\breprogramar|aplaza|(?:entrevista|cita|reunión|llamada)[^.\n]{0,60}\b(?:se )?(?:pasa|mueve|cambia|adelanta|retrasa) (?:al?|del?|para)\b|cambio de (?:fecha|hora)|nueva (?:fecha|hora)|posponer|pospuest|\b(?:cambiar|adelantar|retrasar|modificar|pasar) (?:la|tu|su|nuestra) (?:entrevista|cita|fecha|hora)",
)
# Who cannot come asks for another time in the next sentence.
CANNOT = _any(
    r"(?:no longer|can['’]t|cannot|unable to|not able to) (?:do|make|manage|attend)\b[^\n]{0,120}\b(?:(?:could|can|would|might) (?:we|you)|how about|what about|(?:would|does|is) [^\n?]{1,30} (?:work|suit|do|ok|okay|possible))\b",
)
CONFIRMATION = _any(
    r"thank(?:s| you)(?: so much| very much)? for (?:applying|your (?:recent |job )?application|your interest in (?:the|our|a|join|work|career|this)|submitting|sending (?:us )?your)",
    r"(?:have|'ve|has been|was|got)(?: successfully| now)? received.{0,30}application",
    r"application (?:has been |was |is )?(?:successfully |now )?(?:received|submitted|sent|complete|under review)|application (?:was|has been) submitted",
    r"acknowledg\w+ (?:the |our )?receipt|receipt of your (?:application|cv|resume|documents)|application (?:is|has been) (?:safely )?(?:in|with us|logged|registered)\b",
    r"your (?:application|submission|form)\b[^.\n]{0,80}\b(?:is in|was made|was logged|has landed|reached us)\b|\byou(?:['’]ve| have)? applied (?:to|for)\b|\btrack (?:your |the )?(?:progress|application|status)\b",
    r"(?:passed|sent|forwarded|submitted|put) your (?:cv|resume|details|profile|application|name) (?:to|over|across|forward|on|in front)\b|(?:got|received|have) your (?:\w+ ){0,3}(?:responses|answers|submission|test|assessment|recording)s?\b",
    r"thank you for registering|profile (?:has been|was) received|(?:received|got|have) your (?:application|cv|resume|résumé|details)",
    r"your application (?:to|for).{0,80}(?:received|submitted|sent|complete)",
    r"(?:review|reviewing|look(?:ing)? (?:at|through)|go(?:ing)? through|consider(?:ing)?) (?:your|all|the|each|every) (?:\w+ )?(?:applications?|cvs?|resumes?|profile|candidates)",
    r"bewerbung\b[^.\n]{0,60}\b(?:erhalten|eingegangen|bekommen|angekommen)\b|candidature\b[^\n]{0,80}\b(?:bien (?:reçue|arrivée|enregistrée)|a (?:bien )?été (?:reçue|enregistrée|transmise))|(?:candidatura|solicitud|inscripción|postulación)\b[^.\n]{0,60}\b(?:recibida|registrada|enviada)",
    r"(?:eingang|erhalt) (?:ihrer|deiner) bewerbung|(?:ihre|deine) (?:bewerbung|unterlagen) (?:ist |sind )?(?:erhalten|eingegangen|bei uns)",
    r"\breçu\b[^.\n]{0,40} votre candidature|accus(?:e|ons) réception|réception de votre candidature",
    r"hemos recibido (?:tu|su) (?:candidatura|solicitud|cv)|recibido correctamente",
    r"dank für (?:ihre|deine) bewerbung|merci (?:pour|de) votre candidature|gracias por (?:tu|su) (?:candidatura|solicitud|interés)|gracias por (?:postul|aplicar|inscrib)",
)
TASK = _any(
    r"take[- ]?home",
    r"\bin (?:my|our) inbox\b|\b(?:one|two) sides? of A4\b",
    r"\b(?:link|test|assessment|invitation|exercise)\b[^.\n]{0,30}\b(?:expires|is valid|valid until|closes)\b|\b(?:exercise|test|challenge|task|assessment)\b[^.\n]{0,40}\b(?:whenever|at your own pace|in your own time|at a time (?:that|which) suits)",
    r"\b(?:ping|send|e?mail|drop|fire|share|shoot|bounce|get) (?:it|them|this|these|yours?) (?:over|back|across|through|in|to (?:me|us))(?: to (?:me|us))?[^.\n]{0,14} (?:by|before|no later)\b",
    r"\b(?:get|have|send|hand|turn|bring) (?:it|them|this|that) (?:back|over|in)(?: to (?:me|us))?(?: \w+)? (?:by|before|no later)\b|\bfind attached (?:an?|the|our) (?:[\w-]+ ){0,2}(?:exercise|assignment|task|challenge|brief|case|test)\b|\b(?:next up|next step|as a next step|the next (?:step|stage)|attached)(?: \w+)? is (?:an?|the|our) (?:[\w-]+ ){0,2}(?:exercise|assignment|task|challenge|case study|dataset|brief|test)\b",
    r"\b(?:do|complete|try|tackle|solve|work on) (?:an?|the|this|our|one) (?:[\w-]+ ){0,2}(?:exercise|assignment|task|challenge|case study)\b|\b(?:on|in) (?:your|their) own time\b",
    r"\b(?:send|return|email|submit) (?:it|them) (?:back )?(?:to (?:me|us) )?(?:as|by|before|no later)\b",
    r"\bpara hacer(?:lo|la)? en (?:(?:tu|su) )?casa\b|\b(?:ejercicio|tarea|prueba) (?:en|para) (?:(?:tu|su) )?casa\b|\bla consigna\b|(?:^|\n)[ \t*•-]{0,6}entrega\s{0,3}:",
    r"(?:coding|technical|programming|online|written|skills?|reasoning|numerical|verbal|situational judg\w+|personality|hackerrank|codility|video)"
    r" (?:challenge|assessment|assignment|test|exercise|questionnaire)",
    r"complete (?:the|this|a|an|your|our) (?:[\w-]+ ){0,4}(?:assessment|assignment|test|exercise|challenge|task|case|questionnaire)",
    r"(?:homework|case study|assignment|exercise|task|challenge)\b.{0,60}(?:submit|send (?:it|us|me)|deadline|due\b|return)",
    r"(?:submit|return|send (?:us |me |back )?)(?: back)? ?your (?:solution|submission|work|answers?|code|response|recording)",
    r"(?:one[- ]way|on[- ]demand|pre[- ]?recorded|asynchronous|self[- ]recorded) (?:video )?(?:interview|assessment|questions)|record (?:your|a|the) (?:answers?|video|responses?)",
    r"(?:write|draft|prepare|record|design|build) (?:a|an|us|your|the) [^.\n]{3,80}(?:and (?:return|send|submit|email|upload)|by (?:mon|tue|wed|thu|fri|sat|sun|\d|the|end))",
    r"(?:like|want|need|ask(?:ing|ed)?) you to (?:write|draft|prepare|record|design|build|create|produce|put together) [^\n]{3,220}[.\n] ?(?:please )?(?:send|return|submit|email|upload) (?:it|them|this|your)\b[^.\n]{0,30}\b(?:by|before|no later)\b",
    r"hausaufgabe|probeaufgabe|testaufgabe|arbeitsprobe|online[- ]?test|fallstudie.{0,40}(?:bis|einreich)",
    r"(?:test|exercice|étude de cas).{0,60}(?:à rendre|avant le|d['’]ici|à compléter|en ligne)",
    r"prueba (?:técnica|online|en línea)|caso práctico.{0,60}(?:antes|enviar|entregar)|test online",
)
# A time of its own, as forms and mails of agencies set it down.
APPOINTED = _any(
    r"(?:^|\n)[^\w\n]{0,12}(?:interview|meeting|call)?[ \t]?(?:date(?: ?(?:and|&|/) ?time)?|time|day|mode|slot|termin|uhrzeit|datum|fecha|hora|heure)[ \t]{0,12}[:=–-]{1,2}[ \t]{0,12}[^\s_]",
    rf"{_TALK}[^.\n]{{0,120}}\b(?:is|has been|have been|was) (?:now )?(?:scheduled|confirmed|booked|arranged|fixed|lined up)\b",
)
# A new time that is still to come: "I don't have a new time yet".
NOT_YET = re.compile(
    r"(?:n['’]t|\bnot|\bno|\bonce|\bas soon as|\bwhen|\buntil|\bwithout|\bsobald|\bkeine?n?|\bdès que?|\bdès qu['’]une|\bpas|\ben cuanto|\bcuando|\bpara (?:fijar|acordar|buscar)"
    r"|\bto (?:find|arrange|agree|fix|set|suggest|propose|offer|discuss)|\b(?:for|about|regarding|mit|wegen|bezüglich))\b(?: [\w'’]+){0,6} ?$",
    _FLAGS,
)
# What is moved to nowhere yet stays called off.
NEW_TIME = re.compile(r"new |neue|ersatz|alternativ|nouve|nueva", _FLAGS)
# What is usually done, and what is done with those who are chosen.
USUALLY = _any(
    r"\b(?:our|the) (?:interview|hiring|selection|recruitment|application) process\b|\b(?:typically|usually|normally|generally)\b",
    r"\b(?:if|should) (?:you|your|there)(?:'re|r)? (?:\w+ ){0,3}(?:look|match|fit|suitable|shortlist|short-list|select|success|progress)\w*",
    r"\b(?:it|process|procedure) (?:has|consists of|includes|involves|is made up of) (?:\w+ )?(?:\w+ )?(?:stages|steps|rounds|parts)\b",
    r"\bapplications? clos(?:e|es|ing)\b",
    r"\b(?:those|candidates|applicants|people)(?: who)?(?: (?:are|have been|were))? (?:shortlisted|short-listed|selected|successful|chosen)\b",
    r"\b(?:we|they) (?:expect|plan|hope|aim|intend|anticipate) to (?:hold|conduct|run|do|start|begin) (?:\w+ )?interviews?\b|\bshort-?listing (?:takes|will take|is|starts|begins)\b|\binterviews? (?:will|should|are likely to) (?:take place|be held|happen|start|begin) (?:in|during|from|over|the week|week|w/c)\b",
    r"\binterviews? (?:are|is|will be) (?:expected|likely|due|planned|anticipated|provisionally)\b",
    r"^\W*(?:passt|passen|überzeug\w+|entspr\w+|gefällt|sollte\w*|before (?:we|i|you))\b[^.\n]{2,80},|\ben principe\b|\b(?:personnes|candidat\w*|profils) (?:pré-?sélectionné|retenu|sélectionné)\w*|\b(?:candidat\w*|personas|perfiles) (?:pre)?seleccionad\w*|\b(?:in der regel|üblicherweise|voraussichtlich|ausgewählte\w* (?:bewerb|kandidat|person)\w*)",
)
# What shows by itself that it is no invitation.
OTHER = _any(
    # Among those who will interview, and to those who were interviewed.
    r"\b(?:scor(?:e|ing) ?(?:sheets?|grids?|cards?)|declarations? of interest|lunch for the panel|panel (?:briefing|pack)s?)\b",
    r"\bsurvey (?:closes|is open|takes|will|link)|\b(?:tell us how (?:it|we|your)|how did (?:we|it) (?:do|go))\b|\brate your (?:interview|experience)",
    r"\A[^\n]*\b(?:expenses?|reimbursements?|reisekosten\w*|fahrtkosten\w*|frais de (?:déplacement|voyage)|gastos de viaje)\b",
    r"undeliver|delivery (?:status notification|has failed|failed|incomplete)|mail delivery (?:failed|subsystem)"
    r"|(?:message|mail|email) (?:not|could not be|couldn['’]t be|wasn['’]t|was not|has not been) delivered|returned mail|mailer-daemon|address (?:not found|couldn['’]t be found)|unzustellbar",
    r"nicht (?:im (?:büro|haus)|erreichbar)|vertretung(?:sweise)? (?:übernimmt|hat|durch)|\bmock (?:video |phone )?interview|check-in opens|boarding pass|\be-?ticket",
    r"\byou (?:have )?with(?:drew|drawn)\b|(?:has been|was) removed from your\b|\bviewed you(?:r profile)?\b|\b(?:on|from) (?:the|our) blog\b",
    r"\b(?:contract|paperwork) (?:to follow|(?:is )?attached|will follow)|(?:delighted|thrilled|so pleased|pleased|glad|happy) (?:that )?you(?:['’]ve| have)? (?:said yes|accepted)",
    r"out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|abwesenheit|réponse automatique|respuesta automática"
    r"|(?:i(?:'m| am)|currently) (?:\w+ )?(?:on|away on) (?:annual |maternity |parental |sick |paternity )?(?:leave|holiday|vacation|pto)|(?:bin|im) (?:\w+ ){0,3}(?:urlaub|elternzeit)|en congés?\b|de vacaciones",
    r"(?:^|\n)(?:accepted|declined|tentative(?:ly accepted)?|zugesagt|abgelehnt|mit vorbehalt|accepté|aceptad[oa]) ?:",
    r"has (?:accepted|declined) (?:your|the|this) invitation",
    r"\bapplication (?:[\w/&'-]+ ){0,8}?(?:was|has been) (?:viewed|opened|seen|read|downloaded)\b|\bviewed your (?:application|profile|cv|resume)\b",
    # Asked for words in public or for research, not for a job.
    r"\b(?:i|we) (?:host|run|produce) an? (?:\w+ )?(?:podcast|show|blog|magazine)\b|\bfor episode \d|\b(?:my|our) (?:dissertation|thesis|listeners|readers)\b",
    r"(?:rate|survey|questionnaire|how (?:was|did|would you rate))\b.{0,60}(?:candidate experience|experience|(?:your|the) interview(?! go))",
    r"(?:employment|job|formal|written|conditional|verbal) offer\b|offer letter|(?:pleased|delighted|happy|thrilled|excited|like) to (?:formally )?(?:offer you (?:the|a|this) (?:position|role|job|post)|extend (?:you )?an offer)"
    r"|make you an offer|(?:arbeitsvertrag|contrat de travail|contrato de trabajo)\b",
    r"\breferees?\b|(?:provide|send|need|request|give)\b[^.\n]{0,40}\breferences\b|reference (?:request|check)|background (?:check|screening)|pre-employment|right[- ]to[- ]work (?:check|documents)\b[^.\n]{0,40}(?:complete|upload|before)",
    r"\b(?:votre avis|répond\w+ à (?:cette|notre) enquête|enquête (?:anonyme|de satisfaction)|sondage|encuesta|(?:tu|su) opinión|umfrage\b|fragebogen|(?:ihre|deine) meinung)"
    r"|\b(?:anonymous|short|quick|brief|(?:\d+|two|three|five)[- ](?:minute|question)) (?:survey|questionnaire)",
)
# What is asked beside an appointment as often as in place of one.
ERRAND = _any(
    r"scorecards?|salary expectations?|notice period|current (?:package|salary)"
)
FIRST_DAY = _any(
    r"(?:your|my|the) first (?:working )?day|first day (?:at|with|of work)|day one\b",
    r"your start date|start(?:ing)? date (?:is|of|will)|you(?:'ll| will) (?:start|be starting) (?:on|work)",
    r"onboarding|induction\b|orientation (?:day|session)|new (?:starter|joiner|hire)s?\b",
    r"welcome (?:to the team|aboard|on board)|can['’]t wait to have you join",
    r"(?:ihr|dein) (?:erster|1\.) (?:arbeits)?tag|einarbeitung|willkommen (?:im team|an bord)",
    r"(?:votre|ton )?premier jour|bienvenue dans l['’]équipe",
    r"(?:tu|su) primer día|bienvenid[oa] al equipo",
)
ADVERT = _any(
    r"we(?:'re|['’]re| are) hiring|now hiring",
    r"send (?:your |us your )?(?:resumes?|cvs?) to",
    r"apply (?:now|today|here|online|by|directly|at|via)|to apply\b",
    r"job alert",
    r"(?:votre|mon) alerte|offres? correspond|nouvelles offres",
    r"je postule|publiée? le",
    r"job dating|ofertas de empleo|alerta de empleo|neue (?:jobs|stellen)|passende stellen",
    r"new jobs? (?:for|matching|near|that match|in)",
    r"jobs? you (?:may|might)",
    r"recommended (?:jobs|for you)",
    r"don['’]t miss out|application (?:window|deadline)|applications? clos(?:e|es|ing)",
    r"open positions?|view (?:all )?jobs|edit alert",
    r"(?:key )?responsibilities:|requirements?:|what you['’]ll (?:do|bring)\b",
    r"wir suchen|jetzt bewerben",
    r"nous recrutons|postulez",
    r"buscamos (?:un|una)|inscríbete",
    r"refer a friend",
    r"(?:your|ihr|dein) (?:profile?) (?:caught|looks|is|passt|hat)|came across your (?:profile|cv|resume)|found your (?:profile|cv|resume)",
    r"would you be (?:open|interested)|(?:one|some) of my clients|per hour\b|immediate start|latest cv|updated (?:cv|resume)",
    r"manage (?:your |job )?alerts?|[£$€]\d+(?:[.,]\d+)? ?(?:an|per|a|/) ?(?:hour|hr|h\b|day|year|annum)|(?:^|[.–-] )apply(?=\s?(?:[.!]|$))|interviews held (?:weekly|daily|on the)|\bup to \W?\d{2,3}k|\bI(?:['’]m| am) (?:a |an )?(?:\w+ )?(?:recruiter|headhunter)\b(?= (?:at|with|for|from)\b[^.\n]{0,40} and\b)|(?:working with|representing|partnered with) an? [^.\n]{2,60}(?:hiring|looking|seeking|search)",
    r"posted \d|£\d\d?k|\$\d{2,3}k|€\s?\d\d",
)
NEWSLETTER = _any(
    r"unsubscribe",
    r"workshop|masterclass|training (?:course|session)|seminar\b",
    r"your place is (?:confirmed|booked)",
    r"interview (?:skills|tips|prep\w*|coaching|techniques?|training)|mock interviews?",
    r"view (?:this email |it )?in (?:your )?browser",
    r"newsletter",
    r"webinar",
    r"(?:ace|nail|smash|master|crack) (?:your|the|that|any) (?:\w+ ){0,3}interviews?|places are limited|limited (?:places|spaces|spots)|you(?:'re| are)? receiv\w+ this (?:\w+ )?because|because you (?:signed up|subscribed|registered)",
    r"newsletter abmelden|vom newsletter",
    r"\bwait ?list\b|\b(?:update|change) your rsvp\b|\byou['’]re going!",
    r"\b(?:atelier|formation|stage|webinaire|réunion d['’]information) (?:«|\"|de |d['’]|collecti)|réussir (?:son|votre|vos) entretien|inscription à (?:l['’]atelier|la formation)",
    r"\bbewerbungs(?:training|mappe|coaching|werkstatt)|\binfo(?:rmations)?(?:abend|veranstaltung)|\bschulung\b|\btaller\b[^.\n]{0,20}(?:de |sobre )|\bcurso (?:de|gratuito)\b|\bbolsa de empleo\b|\bsesión informativa",
    r"se désabonner",
    r"darse de baja",
    r"register (?:now|here|today)|sign up (?:now|here|today)",
    r"read more",
    r"weekly (?:digest|update)",
    r"\d+ tips\b|tips (?:to|for)",
    r"job fair|career fair|careers fair|open day|meetup|conference (?:ticket|registration|programme|agenda|speaker)|open house|networking (?:event|evening)",
    r"no appointment (?:needed|necessary|required)|on[- ]the[- ]spot interviews?|walk[- ]ins? welcome|recruitment (?:open )?(?:day|event|fair|evening)",
    r"\bstand (?:no\.? ?)?[a-z]?\d+|\bbooth\b|\bdrop (?:by|in) (?:for|and|any|to)\b|\b(?:applications|registrations?|doors) open\b|find out (?:more )?about (?:our|the|what)|\b(?:graduate|apprenticeship|internship) (?:programmes?|schemes?)\b|meet the [^.!\n]{0,30}team[!.]|goodie|tote bag",
    r"free entry|free admission|attendees\b|tickets?\b",
)
# Appointments and errands that have nothing to do with a job.
PRIVATE = _any(
    r"\bpermit\b|appointment with (?:dr|doctor|the (?:doctor|nurse|dentist|hygienist|midwife))\b|dentist|dental|hygienist|\bgp\b|surgery|vaccin|prescription|clinic appointment|haircut|salon|\bvet\b|optician|eye test|blood test|parcel|courier|your order|delivery (?:driver|slot)|delivered between|table for|reservation|check-in opens|(?:your|a|the|return|connecting|outbound) flight\b|boarding|your (?:car|vehicle|boiler)|viewing of|landlord|estate agent|tenancy|parents['’] evening|parent[- ]teacher|elternabend|elternsprechtag|klassenfahrt|kita-?fest|réunion (?:de |des )?parents|reunión de (?:padres|familias)|tutoría|assemblée générale|mitgliederversammlung|eigentümerversammlung|junta de (?:vecinos|propietarios)|zahnarzt|arzttermin|paket\b|médecin|colis|médico|paquete",
)
# The owner's own words, back to the employer.
FROM_CANDIDATE = _any(
    r"\bmy (?:(?:phone|video|first|second|final|upcoming) )?interview\b",
    r"thank(?:s| you)(?: so much| very much| again)? for (?:(?:the|your|this) (?:\w+ )?(?:invit\w+|opportunity|offer(?! you))|inviting me|considering me|(?:taking|making) (?:the )?time to (?:speak|meet|talk|chat|interview) (?:with|to)? ?(?:me|yesterday|today))",
    r"\bi (?:really |especially |particularly |thoroughly |also )?(?:enjoyed|appreciated?) (?:hearing|learning|speaking|talking|our|meeting|your|the chance)",
    r"\bi(?:'d| would| will|'ll| am|'m) (?:be )?(?:happy|glad|delighted|pleased|able|thrilled) to (?:attend|come|accept|take part|join you|make it|confirm (?:my|that i))",
    r"\bi (?:hereby )?(?:confirm|accept)\b(?! (?:your|that you))|\bi(?:'m|’m| am) (?:available|free) for (?:the|an|my) (?:\w+ )?interview|withdraw my (?:application|candidacy)|confirm(?:ing)? my (?:attendance|availability|interview)",
    r"\bmy (?:cv|resume|résumé|application|portfolio|cover letter) (?:is |are )?(?:attached|below|enclosed)|(?:attached|enclosed) (?:is|are|please find) my",
    r"i(?:'m| am) (?:writing to apply|very (?:interested|excited) (?:in|about) the)",
    r"(?:vielen )?dank für die einladung|(?:den|diesen|der) termin (?:nehme ich|bestätige ich|passt mir)|(?:hiermit )?bestätige ich(?! (?:ihnen|dir|euch|ihren|deinen|hiermit|gern))",
    r"merci (?:pour|de) (?:votre|cette|l['’]) ?invitation|je (?:vous )?confirme (?:ma|bien ma) (?:présence|disponibilité|participation)",
    r"gracias por (?:la|su|tu) invitación|confirmo mi (?:asistencia|disponibilidad)",
)
MAYBE_CANDIDATE = _any(
    r"(?:works?|suits?|fits?|is (?:good|fine|great|perfect))\b[^.,\n]{0,30}(?<!\blet) (?:for|with)? ?me\b(?!\?)",
    r"\bpasst mir\b|me convient\b|me viene bien\b",
    r"\bi(?:'ll| will) be there\b|\bsee you then\b|count me in",
)
FROM_EMPLOYER = _any(
    r"you(?:'re|’re| are) (?:all )?(?:confirmed|set|booked)|(?:^|\n)\W*(?:when|where|what|who)\s*:|please (?:bring|have|prepare|ask|arrive)|interview(?:er)?s?\s*:|interview for\b|ask for me|how to prepare",
    r"your (?:interview|application|cv|resume|candidacy|availability|visit|calendar)",
    r"you(?:'ll| will) (?:meet|be (?:meeting|speaking|interview)|receive|get|find)",
    r"(?:our|the) (?:team|office|panel|hiring|process|ceo|cto|head)\b",
    r"invite you|have you (?:in|over|back|come)|booked you|interview you|for you\?|(?:can|could|would|are|do) you\b[^.\n]{0,60}\?",
    r"\bcandidates?\b|\brole\b",
)
# After an interview: thanks, and when there will be news.
LOOKS_BACK = _any(
    r"thank(?:s| you)(?: so much| again)? for (?:coming|interviewing|meeting|attending|your time|taking the time|speaking|talking|chatting|joining)\b[^\n]{0,400}"
    r"(?:an update|any news|more news|a decision|get back to you|be in touch|let you know (?:by|as soon|once|when)|hear (?:back )?from us|follow up with|next steps|come back to you|(?:make|reach|have|take) a decision|write to you|you (?:with|know) (?:the|our|an?) (?:outcome|results?|decision|feedback|news)|hear from (?:me|us)|(?:make|making) a recommendation|either way)",
)
PROPOSES = _any(
    r"(?:are|would|will) you (?:be )?(?:available|free|able|open)|(?:can|could|would) (?:you|we) \w+|does .{3,40} (?:work|suit)\b|how about\b|invite you|(?:like|love) to (?:invite|schedule|have you|set up|meet|move|bring|book)",
    r"(?:next|second|third|final) (?:interview|round|stage|step)\b|(?:scheduled|booked|confirmed|arranged)\b|your (?:\w+ )?interview (?:is|has|will|on)|you(?:'ll| will) (?:meet|be meeting|speak)",
)
# What asks for a talk where no time is told.
WITHOUT_TIME = _any(
    r"looking forward to (?:it|meeting|speaking|talking|seeing|chatting|welcoming)|(?:would|['’]d) (?:like|love) (?:for )?(?:you )?to \w+|(?:schedule|book|choose|pick|select|arrange) (?:your|an?|the) |availab|\binterviews? (?:for|at|on)\b|(?:chosen|shortlisted|selected|invited) (?:to|for)|on-?site interview",
    r"(?:haben sie|hast du|hätten sie|hättest du) (?:lust|interesse|zeit)|vorzustellen|vorbeikommen|seriez-vous|es-tu|serais dispo|vorstellungsgespräch (?:ein|am|um|bei)|einladen|kennenlernen|convocar|agendar|concertar|le esperamos|te esperamos|disponibilidad|disponib\w+|convoqu\w+|convier|inviter|rencontrer",
)
INVITE = _any(
    r"\byou(?:['’]re| are) on with (?-i:[A-Z])\w+|\bI(?:['’]ll| will) try you\b|\b(?:zoom|teams|meet|video) link (?:coming|to follow|will follow)\b",
    r"\bconfirming (?:for |our |you |with you )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?\b|\d|tomorrow|today)|\binvite (?:is )?coming\b|\blet['’]s (?:(?:go|run|walk) (?:with|for|through|over)|discuss|talk|speak|chat|meet|catch up|connect|find a time|get (?:together|something|a time)|set up|do (?:mon|tue|wed|thu|fri|tom|next|\d))",
    r"(?:talk|go|run|walk) (?:it|this|that|them|you|things|through it) through|\b(?:would|could) .{3,60}\b(?:suit|work) for (?:an?|your?|the|us)\b|(?:get|bring|have) you in (?:for|to|on)\b|interviews (?:will|are to) be held",
    r"\byour (?:event|booking) (?:has been|is) (?:scheduled|confirmed)\b|\bintro(?:ductory)? call\b|\bvideo ?call (?:ist|am|um|is|on|at)\b|\bdial[- ]?(?:in\b|\+?\d)|\bring (?:you|ya)\b|(?:quick |short )(?:chat|call) with|(?:session|lunch|coffee|whiteboard\w*) with (?-i:[A-Z])\w+",
    r"\b(?:telefonieren|sprechen|treffen|sehen) wir\b|\bwir (?:telefonieren|sprechen|treffen uns|sehen uns)\b|\bladen? (?:wir|ich) (?:sie|dich)\b|vorbei(?:zu)?kommen\b",
    r"(?:aimerions|aimerais|souhaitons|souhaiterions|souhaite|voudrions|pouvons) (?:bien )?(?:vous|te) (?:rencontrer|recevoir|voir|parler)|\b(?:on s['’]appelle|je (?:vous|t['’]) ?appelle)",
    r"\b(?:te|le|os|les) (?:va|iría|vendría|parece) bien\b|\b(?:la|lo|los|las) esperamos\b|\btend(?:rás|ríamos) (?:una?|la|el)\b|\b(?:te|le) (?:llamo|llamaré)\b",
    r"\b(?:oral board|audition|selection day|screening call)\b",
    r"(?:invite|inviting|invited) you\b|you(?:['’]re| are) meeting\b|you(?:['’]ll| will) be with\b|(?:call|drop|pop) in (?:to|and see)\b|wonder(?:ed|ing)? (?:if|whether) you\b|very much like to meet you",
    r"\b(?:round|stage|step) [1-5]\s?[:–-][^\n]{0,80}\b(?:with|mit|avec|con) (?-i:[A-Z])",
    r"\b(?:selected|chosen|shortlisted|invited|picked) (?:to|for an?|for the) (?:\w+ )?interview|\b(?:teams|zoom|google meet|webex|skype|whereby|in[- ]person|on-?site|face[- ]to[- ]face|by (?:phone|video)) (?:call )?(?:with|mit|avec|con) (?-i:[A-Z])\w+",
    r"(?:would|['’]d) (?:like|love) (?:you|him|her|to have you) (?:in|over|along)\b|(?:can|could) (?:he|she|they) (?:come|make|do|meet|join|pop)\b|(?:would|['’]d) (?:like|love) you to (?:do|work|attend|spend|have) an? (?:[\w-]+ ){0,2}(?:trial|interview|shift|taster|day|session)",
    r"\b(?:can|could|cld) (?:u|ya|you|ye) (?:just )?(?:swing|nip|pop|come|call|drop|stop|pass) (?:by|in|over|round|down|along|into)\b|\bwanna (?:do|chat|talk|meet|hop|grab|come|jump|speak)\b|\b(?:up|keen|game|free) for (?:an?|the)\b|\b(?:you )?(?:are|have been|['’]re|['’]ve been) (?:hereby |cordially )?invited (?:to|for)\b",
    r"any good\?|would (?:like|love) (?:for )?(?:you )?to (?:invite|interview|schedule|set up|arrange|meet|have you|speak|chat|talk|book|organi[sz]e|proceed|have (?:a |an? \w+ )?(?:coffee|lunch|chat|call|conversation|word)|move (?:you )?forward|continue|bring you|see you|grab|come)|would (?:like|love) you to (?:come|meet|speak|join|visit)|'d (?:like|love) (?:you )?to (?:have you|interview|meet|speak|talk|chat|invite|bring|schedule|set up|come|see)",
    r"(?:interview|call|meeting|conversation|chat|appointment|round|visit|screen)\b.{0,60}(?:is|has been|are|have been)(?: \w+)? (?:now )?(?:scheduled|confirmed|booked|set|arranged|on (?:mon|tue|wed|thu|fri|\d))",
    r"(?:confirm(?:s|ing|ation|ed)?|scheduled|booked|arranged)\b.{0,60}(?:interview|call|meeting|conversation|chat|appointment|visit)",
    r"(?:interview|gesprächs?|meeting)[- ]?(?:invitation|einladung|confirmation|termin|bestätigung|booking|schedule|details|day|agenda)",
    r"(?:invitation|einladung|invitación|convocation|convocatoria)\b.{0,40}(?:interview|gespräch|entretien|entrevista|termin)",
    r"(?:next|second|third|final|first|2nd|3rd|on-?site|last) (?:\w+ ){0,2}(?:interview|round|stage|step|conversation|call)",
    r"looking forward to (?:meeting|speaking|talking|seeing|our|your|chatting|welcoming|having|it)",
    r"(?:are|would|will) you (?:be )?(?:available|free)|(?:can|could) (?:you|we) (?:do|make|come|manage|pop|chat|talk|speak|call|meet|join|hop|catch)|does .{3,40} (?:work|suit)\b|(?:would|could) .{3,60}\b(?:suit|work)(?: for)?(?: you)?\?|how about\b",
    r"you(?:'ll| will) (?:meet|be (?:meeting|speaking|interview|seen))|will (?:meet|see|interview|speak (?:to|with)|talk (?:to|with)|be meeting|be interviewing) you|\binvite\b.{0,20}(?:shortly|follow|soon)|(?:will|to) be interview(?:ing|ed)",
    r"(?:join|joining) (?:us|the (?:call|meeting|interview)|zoom|microsoft teams|via|here)|is inviting you",
    r"(?:submit|share|send|provide|select|let (?:me|us) (?:know|have)) (?:\w+ )?your availab|(?:book|choose|pick|select) (?:a |your |an )?(?:[\w-]+ ){0,2}(?:slot|time)\b|schedule (?:your|an?|the) (?:\w+ )?(?:interview|call)",
    r"(?:will|'ll) (?:call|ring|phone) you|give you a (?:quick )?(?:call|ring|bell)",
    r"(?:laden|lade|einladen|möchten|möchte|würden|würde|freuen|schlagen).{0,60}(?:sie|dich|ihnen|dir|uns).{0,100}(?:gespräch|kennen|einladen|interview|termin)|(?:hast du|haben sie|hättest du|hätten sie|kannst du|können sie|passt)\b.{0,80}(?:zeit|uhr|\?)|würde (?:dir|ihnen)\b|passen\?|ruf\w* (?:ich )?(?:dich|sie|ihnen)\b|lass(?:en sie)? uns (?:\w+ ){0,3}(?:telefonieren|sprechen|treffen|reden)|komm\w* .{0,60}(?:vorbei|gespräch)",
    r"(?:vorstellungs|bewerbungs|zweit|kennenlern|fach|video|telefon)(?:gespräch|termin|interview)|zweites gespräch|ablauf (?:für|ihres|deines)",
    r"(?:invit|convi|propos|souhait|rencontr|recev|aimer).{0,80}(?:entretien|rendez-vous|échange|entrevue)|déroulé|seriez-vous disponible|es-tu (?:dispo|libre)|serais dispo",
    r"(?:entretien|rendez-vous).{0,60}(?:confirm|prévu|fixé|aura lieu)|confirm.{0,30}entretien",
    r"(?:invit|convoc|agend|cit|gust|concert|complace|esper|confirm).{0,80}(?:entrevista|reunión|charla|llamada)",
    r"(?:entrevista|reunión|videollamada).{0,60}(?:confirm|program|agend|será|tendrá|\?)|te viene bien|le viene bien|te esperamos|le esperamos",
    r"which (?:one|of (?:these|them|the)|time|slot|day)\b|\b(?:windows|slots)\b|wants? to (?:meet|talk|speak|see|chat|close)|(?:your|the|ihr|dein|votre|ton|tu|su) (?:interview )?(?:programme|program|agenda|schedule|itinerary|day)\b|panel interview|assessment (?:day|cent)",
    r"interview (?:with|for|on|at|is|tomorrow|today|this|next)\b|interviews? (?:\w+ )?(?:are|on)\b|interview:",
    r"\b(?:come|pop|visit) (?:in|by|back(?! to you)|us|over|along|and (?:see|meet|talk|chat|speak|have|join)|to our)\b",
    r"(?:meet|speak|chat|talk) (?:with|to) (?:the|our|you|me|some|us|him|her)|\bsee you\b|booked\b|you(?:'re|['’]re| are) (?:all )?(?:set|booked|confirmed)|pencilled|shortlisted for|made it to|move(?:d)? you (?:forward |on )?to",
)
JOB = _any(
    r"\b(?:walk|talk|go|run) (?:me )?through your (?:background|experience|cv|resume|portfolio)\b|\b(?:put|get) you in front of\b|\(our (?:ceo|cto|coo|cfo|founder|head|vp|director|owner)\b",
    r"\btechnical (?:chat|call|round|screen|discussion|session)\b|\bmeet the team\b|\btrial shift\b",
    r"\b(?:round|stage|step) [1-5]\b|\b(?:pairing|whiteboard\w*|portfolio review|system design)\b|\bcase study\b|\bfor an? (?:\w+ )?(?:call|chat)\b|\b(?:steps?|stages?|étapes?|etapas?|schritte?) (?:for|to) (?:the |our )?(?-i:[A-Z])",
    r"\bpost (?:of|as|with|at)\b|oral board|audition|selection day|come back (?:and|to (?!you)|for|in)|interview|intervew|gespräch|entretien|entrevista|candidate|candidat|bewerb|position|\brole\b|hiring|recruit|application|talent|onsite|on-site|panel|\w*stelle\b|poste\b|puesto|screen|vacancy|\bjob\b|\bcv\b|resume|résumé|assessment (?:day|cent)|trial (?:shift|day)|probe(?:tag|arbeit)|\bloop\b|looking for work",
    r"(?:next|second|third|final|first) (?:\w+ )?(?:round|stage|step|chat|conversation)|our founders? (?:would|wants?)|(?:primera|segunda|última) (?:llamada|charla|reunión)|reclutamiento|proceso de selección|(?:to|with) our (?:ceo|cto|team|founder|vp|head|manager)|team would (?:like|love)",
)
