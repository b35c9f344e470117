"""Words that name a job, whoever does it."""

from __future__ import annotations

import re
from functools import lru_cache

_FLAGS = re.IGNORECASE
ROLE_WORD = (
    r"manager|managing|director|head|lead|leader|engineer|developer|designer|analyst|recruiter|partner|president"
    r"|chief|officer|founder|co-?founder|scientist|specialist|consultant|coordinator|associate|architect|vp|svp|evp|avp"
    r"|c[efotmips]o|ciso|hr|hrbp|talent|people|principal|staff|senior|junior|product|owner|executive|assistant|buyer"
    r"|leiter(?:in)?|\w*leit(?:er|erin|ung)|geschäftsführer(?:in)?|entwickler(?:in)?|personal\w*|teamlead|\w*referent(?:in)?|vorstand|ingenieur(?:in)?|meister(?:in)?|chef(?:in|fe)?|inhaber(?:in)?"
    r"|directeur|directrice|responsable|ingénieure?|drh|daf|dg|pdg|rrh|chargée?|gérante?|jefe|jefa|directora?|gerente|ingenier[oa]|encargad[oa]|coordinador[a]?|dueñ[oa]|soci[oa]"
    r"|controller|accountant|editor|nurse|teacher|supervisor|representative|professor|dean|researcher|secretary|chair"
    r"|administrator|administrateur|administratrice|strategist|marketer|planner|generalist|advis[eo]r|attorney|counsel|technician|treasurer|trustee|matron|headteacher|headmaster|headmistress|bursar|curator|foreman|planning"
    r"|cpo|cro|cdo|gm|líder|interviewer|bar raiser|teammate|colleague"
)
JOB_WORD = (
    rf"{ROLE_WORD}|arborist|gemeindeschreiber|stadtschreiber|amtsleiter|sachbearbeiter|referent|intern|trainee|apprentice|graduate|driver|cook|chef|porter|clerk|merchandiser|copywriter|writer|barista|cashier|carer|mechanic|electrician|plumber"
    r"|lawyer|solicitor|paralegal|pharmacist|physician|doctor|surgeon|therapist|librarian|operator|supervisor|worker|agent|adviser|crew|tutor|lecturer|fellow|postdoc"
    r"|programmer|tester|sre|devops|scrum master|journalist|producer|photographer|artist|animator|receptionist|secretary|bookkeeper|auditor|actuary|broker|trader|underwriter"
    r"|\w{4,}(?:ologist|nologist|grapher|therapist|ician)|processor|teller|deckhand|handler|packer|picker|baker|butcher|barber|registrar|curator|archivist|conservator|warden|ranger|guard|inspector|surveyor|estimator|dispatcher|captain|pilot|coach|trainer|instructor|chaplain|fundraiser|caseworker|social worker|midwife|dentist|hygienist|paramedic|firefighter|gardener|cleaner|caretaker|host|waiter|waitress|server|bartender|stylist|translator"
    r"|\w*entwickler(?:in)?|\w*ingenieur(?:in)?|\w*berater(?:in)?|\w*assisten[tz](?:in)?|\w*sachbearbeiter(?:in)?|\w*bearbeiter(?:in)?|\w*redakteur(?:in)?|\w*pfleger(?:in)?|\w*kraft|\w*gestalter(?:in)?"
    r"|\w*kaufmann|\w*kauffrau|\w*techniker(?:in)?|\w*manager(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|\w*mechaniker(?:in)?|\w*meister(?:in)?|\w*führer(?:in)?|\w*lektor(?:in)?|lehrer(?:in)?|erzieher(?:in)?"
    r"|développeu(?:r|se)|chargée? d[e'’]\s?\w+|cheffe? de \w+|assistante?|comptable|infirmi(?:er|ère)|vendeu(?:r|se)|stagiaire|analyste|conseill(?:er|ère)|technicien(?:ne)?|rédact(?:eur|rice)|ingénieure?"
    r"|desarrollador[a]?|analista|ingenier[oa]|diseñador[a]?|técnic[oa]|comercial|administrativ[oa]|enfermer[oa]|profesor[a]?|consultor[a]?|becari[oa]|contable|dependient[ae]|redactor[a]?"
    r"|coder|brewer|distiller|chaplain|adjuster|appraiser|geologist|hand|sous chef|sommelier|concierge|housekeeper|janitor|custodian|foreman|welder|fitter|machinist|joiner|carpenter|roofer|bricklayer|painter|decorator|glazier|landscaper|seamstress|tailor|jeweller|florist|optician|optometrist|radiographer|phlebotomist|dietitian|vet|lifeguard|steward|stewardess|courier|postman|bookseller|stocker|stylist|recruiter|sourcer|buyer|merchandiser|auctioneer|valuer|conveyancer|negotiator|economist|statistician|mathematician|chemist|physicist|biologist|modeller|illustrator|videographer|cinematographer|editor|proofreader|localiser|moderator|evangelist|advocate|strategist|controller|comptroller|bookkeeper|treasurer|clerk|typist|steward|mate|navigator|purser|attendant|conductor|signaller|scaffolder|labourer|laborer|(?<!co-)operative|loader|picker|driver|rigger"
    r"|\w*(?:halter|regulierer|einkäufer|buchhalter|konstrukteur|monteur|elektriker|elektroniker|schlosser|tischler|schreiner|maler|bäcker|konditor|koch|köchin|kellner|verkäufer|händler|helfer|fahrer|planer|prüfer|zeichner|arbeiter|anwalt|anwält|jurist|pädagog|lehrkraft|wissenschaftler|informatiker|architekt|chemiker|physiker|laborant|optiker|apotheker|ärzt|arzt)(?:in)?|auszubildende[rn]?|azubi|aushilfe|fachkraft|volontär(?:in)?|projektleiter(?:in)?"
    r"|alternante?|adjointe?|gestionnaire|conduct(?:eur|rice)|contrôleu(?:r|se)|acheteu(?:r|se)|juriste|avocate?|boulang(?:er|ère)|cuisini(?:er|ère)|serveu(?:r|se)|caissi(?:er|ère)|éducat(?:eur|rice)|professeure?|animat(?:eur|rice)|chauffeu(?:r|se)|magasini(?:er|ère)|secrétaire|graphiste|directeur|directrice|responsable|secrétaire|kinésithérapeute|aide[- ]soignante?|data \w+"
    r"|recepcionista|cociner[oa]|camarer[oa]|cajer[oa]|conductor[a]?|abogad[oa]|arquitect[oa]|auxiliar|ayudante|operari[oa]|maestr[oa]|médic[oa]|periodista|secretari[oa]|vendedor[a]?|representante|responsable|jefe|jefa|gerente|coordinador[a]?|programador[a]?|científic[oa]"
)
NAMES_JOB = re.compile(rf"\b(?:{JOB_WORD})s?\b", _FLAGS)
_ENDS_JOB = re.compile(
    rf"^(?:{JOB_WORD}) \w{{4,20}}(?: (?:des?|du|en|et|und|für|der) \w{{3,20}}){{0,2}}$|\b(?:{JOB_WORD})(?: (?:[IVX]{{1,3}}|\d)| (?:of|for|in|de|für|d['’])[ ]?\w{{3,20}}(?: (?:and |& )?\w{{3,20}})?)?$",
    _FLAGS,
)
_TALKS = re.compile(
    r"interview|hiring manager|\b(?:keep|carry|in|at|on|by) \w* ?hand$|\b(?:i|we|you|our|the|my|your|hi|dear|hello|from|recruit\w*|talent|head of|hr|is|will|would)\b|@|team$|(?:students|candidates|applicants|members|chats?|calls?|conversation|screen|round|talk|session)$|^(?:senior|lead|staff|partner|manager|director|people|product|host|owner|executive|assistant|server|hand|mate|vet|data)$",
    _FLAGS,
)


@lru_cache(maxsize=1024)
def is_job(words: str) -> bool:
    """Whether words are what a job is called, such as "Senior Data Engineer"."""
    return bool(_ENDS_JOB.search(words)) and not _TALKS.search(words)
