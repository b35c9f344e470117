"""What a text says of the round itself: number, formats, setting, what to prepare."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from guidance.situation import Format, InterviewerKind, Setting
from interviews.invites.found import Certainty, Found

_FLAGS = re.IGNORECASE

_ORDINALS = (
    ("first|1st|erste[snr]?|premier|première|primera?|primer", 1),
    ("second|2nd|zweite[snr]?|deuxième|2e|2ème|segunda?|seconde?", 2),
    ("third|3rd|dritte[snr]?|troisième|3e|3ème|tercera?|tercer", 3),
    ("fourth|4th|vierte[snr]?|quatrième|4e|cuarta?", 4),
    ("fifth|5th|fünfte[snr]?|cinquième|quinta?", 5),
)
_STAGE = (
    r"(?:interviews?|rounds?|stages?|meeting|conversation|call|chat|step|gespräch"
    r"|vorstellungsgespräch|runde|bewerbungsgespräch|interviewrunde|termin|entretien|tour"
    r"|entrevista|ronda|fase|étape|video|virtual|onsite|on-site|face)"
)
_NUMBERED = [
    (
        re.compile(
            rf"\b(?:{words})(?:,? (?:and|y|et|und) (?:last|final|letzte\w*|dernier|última?),?)?[- ]+(?:(?:\w+|1:1)[- /]){{0,3}}?{_STAGE}"
            rf"|\b(?:schedule|arrange|have|hold|do|set up|offer you|invite you (?:to|for|back for)) a (?:{words})(?: one\b|(?=,| with\b| at\b| on\b))"
            rf"|\b(?:entrevista|entretien|ronda|fase)\s(?:{words})\b",
            _FLAGS,
        ),
        number,
    )
    for words, number in _ORDINALS
]
_ROUND_N = re.compile(
    r"\b(?:round|stage|interview|runde|step|étape|tour|fase|ronda)\s*(?:#|no\.?|nr\.?)?\s*"
    r"(?P<n>[1-9])\b(?!\s?(?::\d|[ap]m|\d|/|min|hour|h\b|%|\.\d|uhr))",
    _FLAGS,
)
# "Stage: 1st".
_NTH = re.compile(
    r"\b(?:round|stage|interview(?: stage)?)[ \t]*[:#–-][ \t]*(?P<n>[1-5])(?:st|nd|rd|th)\b",
    _FLAGS,
)
# As staffing firms number them: "your L1 interview".
_LEVEL = re.compile(
    r"\bL(?P<n>[1-4])\b(?= (?:\(?\w+\)? )?(?i:interview|round|discussion))"
)
_FIRST = re.compile(r"\berst(?:gespräch|interview)", _FLAGS)
_COMPOUND = re.compile(r"\bzweitgespräch|\bzweitinterview|\bcallback interview", _FLAGS)
_FINAL = re.compile(
    r"\b(?:final|last|letzte[snr]?|finale[snr]?|dernier|última|final)[- ](?:\w+[- ]){0,2}?"
    rf"{_STAGE}|\bentretien final\b|\bentrevista final\b|\bfinal(?:-round| round)\b",
    _FLAGS,
)
_NOT_NOW = re.compile(
    r"(?:following|further to|subsequent to|impressed (?:by|with)|success(?:ful)? (?:at|in)|after|since|thank(?:s| you) (?:again )?for|from|enjoyed|during|attending"
    r"|completing|completed|clear(?:ing|ed)|passed|nach|suite à|tras|dank\w* für|merci (?:pour|de)|gracias por)\s"
    r"(?:(?:your|the|our|a|you|ihr\w*|dein\w*|unser\w*|das|dem|den|notre|votre|la|tu|su|nuestra)\s)?(?:\w+\s)?\s*$",
    _FLAGS,
)

_FORMATS: tuple[tuple[Format, str], ...] = (
    (Format.PANEL, r"\bpanel\b|\bjury\b|gremium|mit mehreren|panelgespräch"),
    (
        Format.PRESENTATION,
        r"presentation|präsentation|présentation|presentación|\bpresent (?:a|an|your|to|the"
        r"|for|on|some|one)\b|präsentieren|slide deck|\bpitch\b",
    ),
    (Format.CASE_STUDY, r"case (?:study|interview|exercise|discussion)|business case"
     r"|fallstudie|étude de cas|caso práctico|estudio de caso|\bcase\b(?= with|\.|,)"),
    (Format.WORK_SIMULATION, r"work(?:ing)? (?:simulation|session)|role[- ]?play|pair(?:ed)?[- ]"
     r"?program\w*|pairing|simulation|in-tray|trial (?:day|shift|lesson)|work sample test|(?:\d+[- ]minute|demo(?:nstration)?|sample|trial|taught) lesson|lesson observ\w+|observed lesson|teach a (?:short )?(?:lesson|class)|micro-?teach\w*|lehrprobe|unterrichtsprobe|group (?:exercise|task)"
     r"|probearbeit\w*|mise en situation|probetag|mock (?:call|lesson|pitch)"),
    (Format.PROBLEM_TASK, r"problem[- ]solving|whiteboard\w*|system design|design exercise"
     r"|live coding|coding (?:interview|exercise|session)|technical exercise|brain ?teaser"),
    (Format.SKILLS_TEST, r"skills? (?:test|assessment)|technical (?:test|assessment)|coding test"
     r"|aptitude test|assessment (?:test|cent(?:re|er))|written test|typing test"
     r"|excel test|fachtest|einstellungstest|test technique|prueba técnica|test de compétence"),
    (Format.MEAL, r"\blunch\b|\bdinner\b|\bbreakfast\b|mittagessen|déjeuner|almuerzo|comida"
     r"|abendessen|\bbrunch\b|over coffee|coffee (?:chat|with)|for (?:a )?coffee"),
    (Format.OFFICE_TOUR, r"(?:office|site|campus|lab|facility|plant|building|factory)"
     r" (?:tour|visit|walk)|tour of|tour (?:the|our)\b|show you (?:around|the office)|rundgang|firmenrundgang"
     r"|betriebsführung|visite (?:des|de nos|du)|recorrido|visita a (?:las|nuestras)"),
    (Format.ONE_TO_ONE, r"\b(?:one|1)[- ]?(?:on|to|:|-)[- ]?(?:one|1)\b|\b1:1\b|einzelgespräch"
     r"|tête-à-tête|individual interview|vier[- ]?augen"),
)  # fmt: skip
_FORMAT_PATTERNS = [(f, re.compile(p, _FLAGS)) for f, p in _FORMATS]
_NOT_A_FORMAT = re.compile(
    r"\b(?:no|not|without|after|before|packed|own|keine?|sans|sin|company|our)\s+(?:\w+\s)?$",
    _FLAGS,
)
_DENIED = re.compile(
    r"\s(?:is|are|will|wird|n'est|no)\s?(?:not|n['’]t|nicht|pas|se)\b"
    r"|\s(?:loved|enjoyed|liked|was|were|has|have|had|thought|felt)\b",
    _FLAGS,
)
_PHONE = re.compile(
    r"\b(?:phone|telephon(?:e|ic)|telefon\w*|téléphon\w*|telef[oó]nic\w*)[- ]?(?:call|interview|screen"
    r"|gespräch|interview|conversation|chat)?|(?:will|['’]ll) (?:(?:still|just|now|then|also|be) ){0,2}(?:call|ring|phone)(?:ing)? (?:you|u|ur|your)|give you a"
    r" (?:call|ring)|I(?:'ll|’ll| will) try you (?:again|on|at|then|back)|by phone|over the phone|rufe?n? (?:sie|dich|ich).{0,20}an\b"
    r"|\b(?:can|could|may|shall) i (?:ring|call|phone) you\b|(?:elle|il|on|nous) (?:vous |t['’]) ?appeller\w*|\bpetit appel\b|\bappel (?:téléphonique|d['’])"
    r"|(?:te|le|lo|la) (?:llamo|llamaré|llamaremos|llamará|marco)\b|je (?:vous|t['’]) ?appelle|par téléphone|por teléfono|dial(?:[- ]in)?\b",
    _FLAGS,
)
_BY_PHONE = re.compile(
    r"\b(?:phone|telephone) (?:interview|screen)\b|\b(?:by|over the) phone\b|telefoninterview",
    _FLAGS,
)
_VIDEO = re.compile(
    r"\b(?:held|take place|conducted|happens?) (?:online|remotely)\b|\bzoom\b|\bteams\b|google meet|\bmeet\.google|webex|video|vidéo|vídeo|skype|hangout"
    r"|vidéoconf|videoconf|whereby|gotomeeting|bluejeans|online[- ]?(?:interview|meeting|gespräch|termin)"
    r"|virtual|remote(?:ly)? (?:interview|via|by)|visio\b|visioconf|videollamada|chime|jitsi",
    _FLAGS,
)
_ON_SITE = re.compile(
    r"\bon[- ]?site\b|\bhave you (?:down|in|over|up) (?:for|to|at|on|here|and)\b|\bin the (?:workshop|yard|kitchen|salon|clinic|surgery|garage|studio|barn)\b|in[- ]person|face[- ]to[- ]face|at our (?:\w+ ){0,3}(?:office|headquarters|hq|depot|warehouse|shop|branch|plant|factory|clinic|school|restaurant|club|lab|salon|cent(?:re|er)|location|facility|nursery"
    r"|site|campus|studio|premises|building|store)|(?:come|visit|invite you|stop) (?:in )?to our|\b(?:call|pop|come|drop|pass) (?:in|into|over|by|down) (?:to )?(?:to )?the (?:shop|store|yard|brewery|warehouse|garage|bakery|farm|office|depot|salon|café|cafe|pub|school|surgery|kitchen)\b"
    r"|\b(?:come|pop|swing|nip|drop) (?:in|over|by|along|down)\b|\bvisit (?:us|(?-i:[A-Z]))|come to (?:the|our) (?:shop|store|office|studio|school|site|clinic|salon|restaurant)|front desk|\bcoming in\b[^.?\n]{0,20}\b(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|today|next)|\b(?:front|side|back|main) (?:door|entrance|gate)\b|\b(?:ring|press|buzz) the (?:\w+ )?(?:bell|buzzer|intercom)|showroom|\b(?:room|level|floor|suite|building|plant|wing|block|gate) (?-i:[A-Z\d])|(?-i:the [A-Z]\w+ (?:Centre|Center|Building|Room|Hall|Library|House|Club|Café|Hotel))|\bppe\b|\bward (?-i:[A-Z]?\d|[A-Z]\b)|break room|proof of address|dress code|\bunit \d|in the (?:shop|store)\b"
    r"|\b(?:our|the|their|my) (?-i:[A-ZÀ-Þ])[\w'’-]+ (?:(?-i:Street|Road|Avenue|St|Rd) )?(?:depot|office|store|branch|warehouse|yard|campus|clinic|showroom|garage)\b|\bat the (?:dock|site|yard|farm|front|main|back|head) (?:office|house|gate|desk|building)\b|\b(?:à (?:la |l['’])(?:boutique|agence|librairie|pharmacie|boulangerie|clinique)|au (?:magasin|restaurant|siège|salon|cabinet)|in (?:der|unserer) (?:filiale|praxis|klinik|kita|werkstatt)|im (?:laden|geschäft|restaurant|salon)|en (?:la|nuestra) (?:tienda|clínica|fábrica|sede))\b"
    r"|\breception\b|visitor|same address|\b(?:ground|first|second|third|mezzanine|top|\d+(?:st|nd|rd|th)) floor\b|\bcome (?:and|to|in and) see\b|\bklingeln\b|bei uns (?:vorzustellen|vorbei)|\bpiso \d|\bwe(?:['’]re| are) (?:on|at|opposite|next to|behind|above) (?:the )?(?-i:(?!Zoom|Teams|Slack|Meet|Google|Webex|Microsoft|Skype)[A-Z]\w+)[^.\n]{0,40}\b(?:street|road|opposite|next to|near|above|behind|by the|floor)|parking|vor ort|in unser(?:em|en|er)? (?:büro|haus|räum|zentrale|firma)"
    r"|\b(?:al|en el|a nuestro|en nuestro) (?:local|almacén|taller|despacho|centro|hotel|restaurante)\b|sur notre site (?:\(|d[e'’u]|à)|\bvous serez (?:reçu|accueilli)e?s?\b|chaussures (?:fermées|de sécurité)|dans nos (?:locaux|bureaux)|présentiel|sur place|en persona|presencial|nuestras oficinas"
    r"|nuestra oficina|photo id|\bf2f\b|walk-in\b|lesson observation|here in the yard|at (?:our|the) (?:[\w'’]+ ){0,2}(?:terminal|yard|workshop|dealership|works|bistro|kitchen|surgery|pub|bar|café|hotel|bakery|studio|shop|branch)\b|government[- ]issued id|\b(?:salle|étage|bâtiment|aula|planta|sala) (?:\d|(?-i:[A-Z])|des? |du |d['’])|\b(?:\d(?:er|e|ème|ère)|premier|deuxième|rez-de-chauss\w+) étage|\bà l['’]hôtel de ville|\b(?:raum|zimmer|haus|gebäude|etage|stock) (?:\d|(?-i:[A-Z]\b))|\d\. (?:stock|etage|og|obergeschoss)\b|\b(?:erd|ober)geschoss",
    _FLAGS,
)
_PREPARE = re.compile(
    r"(?P<all>(?:please|kindly|pls|you(?:'ll| will| should| are asked to)?|we(?:'d| would)?"
    r"(?: like| ask)?(?: that)? you(?: to)?|come|be|bitte|merci de|veuillez|por favor,?|le rogamos"
    r"|we (?:ask|would ask|'d ask) (?:that )?you|to)\s+(?:also\s+|be\s+)?(?:prepared? (?:to|with|for|a|an|the"
    r"|your|some|and|two|three|one|five|ten|\d)|bring|have ready|ready to|bereiten|vorbereiten"
    r"|préparer|prépar|preparar|prepare|traer|apporter|bringen|asked to (?:prepare|present|bring)|to prepare"
    r"|need to prepare|be asked to present)[^.!?\n]{3,260}[.!?]?"
    r"|(?:(?<!.)|(?<=[.!] ))bring [^.!?\n]{3,200}[.!?]?"
    r"|bereiten sie[^.!?\n]{3,200}|(?:to )?prepare:\s*[^\n]{3,200}"
    r"|(?:what to (?:bring|prepare)|preparation|vorbereitung|bring along|preparación|à préparer)\s*:\s*"
    r"[^\n]{3,260})",
    _FLAGS,
)


@dataclass(frozen=True)
class Words:
    """A reading with the words it came from."""

    value: int
    source: str


def round_number(text: str) -> Words | None:
    """Which round it is; rounds that are only looked back at do not count."""
    named = [
        (match, number)
        for pattern, number in _NUMBERED
        for match in pattern.finditer(text)
    ]
    for pattern in (_ROUND_N, _NTH, _LEVEL):
        named += [(match, int(match["n"])) for match in pattern.finditer(text)]
    for pattern, number in ((_COMPOUND, 2), (_FIRST, 1)):
        named += [(match, number) for match in pattern.finditer(text)]
    named = [(match, number) for match, number in named if not _is_past(text, match)]
    if not named:
        return None
    match, number = min(named, key=lambda pair: pair[0].start())
    return Words(number, match[0])


# "Your L2 discussion feedback is positive".
_JUDGED = re.compile(
    r"(?: (?:interview|round|discussion|stage))?(?: (?:feedback|results?|outcome)\b| went\b"
    r"| (?:is|was|has been) (?:\w+ )?(?:cleared|completed?|done|over|positive|successful|passed)\b)",
    _FLAGS,
)


def _is_past(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    return bool(_NOT_NOW.search(before) or _JUDGED.match(text, match.end()))


def is_final(text: str) -> str:
    """The words that call it the last round, or nothing."""
    match = _FINAL.search(text)
    return match[0] if match else ""


_EATEN_OR_SEEN = frozenset({Format.MEAL, Format.OFFICE_TOUR})


def formats_in(
    text: str, *, among: Container[Format] = frozenset(Format)
) -> list[tuple[Format, str]]:
    """The formats named, with their words."""
    found = []
    for format_, pattern in _FORMAT_PATTERNS:
        if format_ not in among:
            continue
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - 24) : match.start()]
            behind = text[match.end() : match.end() + 24]
            if not _NOT_A_FORMAT.search(before) and not _DENIED.match(behind):
                found.append((format_, match[0]))
                break
    return found


_INSTEAD = re.compile(
    r"\b(?:(?:instead of|rather than) (?:doing it|having it|meeting) (?:on|via|by|in|over)|instead of|rather than|no longer (?:on|via|by|in)|not (?:on|via|by|in)|anstatt|statt|au lieu d[e'’]|en lugar de)\s?[\w-]+(?: (?:person|site|call))?",
    _FLAGS,
)
# The talk they had: "suite à notre entretien téléphonique".
_TALKED = re.compile(
    r"\b(?:suite à|(?:following|after|since|further to|thank(?:s| you) for|enjoyed) (?:our|your|the)|(?:nach|im nachgang zu|im anschluss an) (?:unser(?:em)?|ihrem|deinem|dem|das)|tras|merci pour|gracias por|dank für)\b[^.,\n]{0,40}?\b(?:call|phone|telephone|zoom|video\w*|téléphon\w*|telefon\w*|telef[oó]nic\w*|videollamada|llamada|visio\w*)(?: (?:call|interview|chat|screen|conversation))?\b",
    _FLAGS,
)
# How the outcome will be told: "a decision will be made that evening and I will phone you".
_AFTERWARDS = re.compile(
    r"\b(?:decisions?|decide|outcome|afterwards|either way)\b[^.\n]{0,70}\bI(?:['’]ll| will) (?:phone|call|ring) you\b"
    r"|\bI(?:['’]ll| will) (?:phone|call|ring) you\b[^.\n]{0,40}\b(?:either way|afterwards|with (?:the|our|a|an) (?:outcome|decision|answer|news|result)|once (?:we|they|the panel) (?:have|has))\b",
    _FLAGS,
)
_TOGETHER = re.compile(
    r"coffee|lunch|dinner|breakfast|tour|mittagessen|déjeuner|almuerzo|comida", _FLAGS
)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def without_afterwards(text: str) -> str:
    """A text of the same length without the call by which they will tell the outcome."""
    return _AFTERWARDS.sub(_blank, text)


def setting_in(text: str, *, link: str, place: str) -> tuple[Setting, str] | None:
    """Where it takes place, and the words that say so."""
    for not_now in (_INSTEAD, _TALKED):
        text = not_now.sub(_blank, text)
    text = without_afterwards(text)
    scores = {
        Setting.VIDEO: (_VIDEO.search(text), 3 if link else 0),
        Setting.ON_SITE: (_ON_SITE.search(text), 2 if place else 0),
        Setting.PHONE: (_PHONE.search(text), 1 if _BY_PHONE.search(text) else 0),
    }
    if not link and formats_in(text, among=_EATEN_OR_SEEN):
        scores[Setting.ON_SITE] = (_ON_SITE.search(text) or _TOGETHER.search(text), 2)
    marks = {s: (2 if match else 0) + bonus for s, (match, bonus) in scores.items()}
    best = max(marks, key=lambda s: marks[s])
    if not marks[best]:
        return None
    match = scores[best][0]
    return best, match[0] if match else (link or place)


def tell_formats(found: Found, path: str, text: str) -> list[Format]:
    """The formats named, noted with their words: `formats`, and `formats.1` and on."""
    named = formats_in(text)
    for number, (_, source) in enumerate(named):
        more = f".{number}" if number else ""
        found.tell(f"{path}.formats{more}", source, Certainty.GUESS)
    return [format_ for format_, _ in named]


_LONGEST_SOURCE = 600


def tell_to_prepare(found: Found, text: str) -> None:
    """What they ask to prepare or bring, in their words."""
    asked = to_prepare_in(text)
    found.to_prepare = " ".join(" ".join(asked).split())
    if asked:
        start = text.find(asked[0])
        whole = text[start : text.find(asked[-1], start) + len(asked[-1])]
        source = whole if len(whole) <= _LONGEST_SOURCE else asked[0]
        found.tell("to_prepare", source, Certainty.GUESS)


def to_prepare_in(text: str) -> list[str]:
    """What they ask to prepare or bring; at most three sentences."""
    found: list[str] = []
    for match in _PREPARE.finditer(text):
        words = match["all"].strip()
        if not re.search(
            r"prepared? for (?:your|the) interview\b.{0,20}$", words, _FLAGS
        ):
            found.append(words)
    return list(dict.fromkeys(found))[:3]


_KINDS: tuple[tuple[InterviewerKind, str], ...] = (
    (InterviewerKind.HIRING_MANAGER, r"hiring manager|line manager|your (?:future |direct )?manager"
     r"|your (?:future )?(?:boss|lead)|fachvorgesetzt|teamleit|team ?lead(?:er)?\b|teamleader|abteilungsleit"
     r"|responsable d['’]équipe|jefe de equipo|(?:engineering|product|marketing|sales|data|design"
     r"|operations|finance|project|account|store|area|regional|office|branch|team|development|software|qa"
     r"|it|support|analytics|research|program|delivery) manager|manager\b(?!.{0,12}(?:talent|hr|people"
     r"|recruit))|supervisor|responsable (?!rh|des ressources)|encargad"),
    (InterviewerKind.HR, r"recruit|talent|human resources|\bhr(?:bp)?\b|people (?:ops|operations|partner"
     r"|team|& culture|and culture)|leit\w+ personal\b|personalwesen|personal(?:abteilung|referent|leit|er\b)|ressources humaines|\brh\b"
     r"|recursos humanos|recrutement|selección|reclutamiento|\brrhh\b|staffing|sourcer|hiring coordinator|people partner|head of people"),
    (InterviewerKind.EXECUTIVE, r"\bc[efotmips]o\b|\bciso\b|\bchro\b|\bcpo\b|chief|\bvp\b|\bsvp\b|\bevp\b"
     r"|vice[- ]president|president\b|\bdirector\b|directeur|directrice|directora?\b|geschäftsführ"
     r"|vorstand|founder|fondat|fundador|managing director|partner\b|head of|leiter(?:in)? der?"
     r"|bereichsleit|general counsel|chief of staff|\bowner\b|principal of|gerente general|leiter(?:in)?\b"),
    (InterviewerKind.PEER, r"engineer|developer|analyst|designer|scientist|consultant|entwickler"
     r"|ingenieur|ingénieur|développeu|desarrollador|ingenier|architect|specialist|associate|teammate|\blead\b|product owner"
     r"|team member|colleague|future peer|kolleg|collègue|compañer|nurse|teacher|accountant|officer"
     r"|coordinator|dispatcher|mechanic|driver|operator|clerk|assistant|executive\b|representative|writer|editor|buyer|planner|technician|researcher"),
)  # fmt: skip
_KIND_PATTERNS = [(kind, re.compile(p, _FLAGS)) for kind, p in _KINDS]
_NO_EXECUTIVE = re.compile(
    r"hiring manager|account executive|product owner|(?:team|gruppen|schicht|filial|projekt)leit",
    _FLAGS,
)
_HR_FIRST = _KIND_PATTERNS[1][1]


def kind_by_title(title: str) -> InterviewerKind | None:
    """HR, hiring manager, executive or peer, as far as a title tells."""
    if not title:
        return None
    if _HR_FIRST.search(title):
        return InterviewerKind.HR
    executive = _KIND_PATTERNS[2][1]
    if executive.search(title) and not _NO_EXECUTIVE.search(title):
        return InterviewerKind.EXECUTIVE
    for kind, pattern in _KIND_PATTERNS:
        if kind is not InterviewerKind.EXECUTIVE and pattern.search(title):
            return kind
    return InterviewerKind.OTHER
