"""The people a text says the candidate meets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from interviews.invites.found import PersonFound
from interviews.invites.tongue import MONTHS, WEEKDAYS
from interviews.invites.words import kind_by_title

_FLAGS = re.IGNORECASE

_TITLE_BEFORE = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Sir|Frau|Herrn?|Mme|M|Sr|Sra|Don|Doña)\.? ){0,2}"
)
_PART = r"(?:(?:Mc|Mac|O['’]|D['’])?[A-ZÄÖÜÉÈÁÍÓÚÑÇŠŽĆČŁØÅ][\w'’]*[a-zäöüßéèêëàâîïôûçñáíóúąćęłńśżźšžøåæ]+(?:-[A-Z][\w'’]+)?|[A-Z]\.)"
_PARTICLE = r"(?:van|von|de|del|della|di|da|der|den|ten|ter|la|le|bin|al|el|zu|dos|y)"
NAME = rf"{_TITLE_BEFORE}{_PART}(?: (?:{_PARTICLE} ){{0,2}}{_PART}){{0,3}}"
_EMAIL = r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"
_ROLE_WORD = (
    r"manager|director|head|lead|leader|engineer|developer|designer|analyst|recruiter|partner|president"
    r"|chief|officer|founder|scientist|specialist|consultant|coordinator|associate|architect|vp|svp|evp"
    r"|c[efotmips]o|hr|talent|people|principal|staff|senior|junior|team|product|owner|executive|assistant"
    r"|leiter(?:in)?|geschäftsführer(?:in)?|entwickler(?:in)?|personal\w*|teamlead|referent(?:in)?"
    r"|directeur|directrice|responsable|chef(?:fe)?|ingénieure?|jefe|jefa|directora?|gerente|ingenier[oa]"
    r"|controller|accountant|editor|nurse|teacher|supervisor|representative|professor|dean|researcher"
    r"|administrator|strategist|marketer|buyer|planner|generalist|advisor|attorney|counsel|technician"
)
_INTRO = re.compile(
    r"(?:\b(?:meet(?:ing)?(?: with)?|speak(?:ing)? (?:with|to)|talk(?:ing)? (?:with|to)|chat(?:ting)? with"
    r"|interview(?:ed|ing)?(?: with| by)|conversation with|call with|session with|discussion with|joined by|panel"
    r"(?: interview)? (?:with|of|consists of|includes|will be)|lunch with|coffee with|round with|presentation to"
    r"|led by|hosted by|conducted by|run by|introduce you to|with|mit|kennenlernen|treffen sie|gespräch mit|avec"
    r"|rencontrer(?:ez)?|con|conocer(?:á|ás)? a|reunirá con|entretien avec|entrevista con|host|und)"
    r"|(?:interviewers?|interview team|panel(?: members)?|who|with|attendees|participants|you(?:'ll| will) (?:meet|speak"
    r" with|be meeting(?: with)?|be speaking (?:with|to)|be interviewed by)|teilnehmen (?:werden|wird)|teilnehmer(?:innen)?|treffen sie|sprechen (?:sie|wirst du) mit|gesprächspartner(?:innen)?"
    r"|ansprechpartner(?:in)?|interlocuteurs?|participants?|entrevistador(?:es|a|as)?|participantes"
    r"|your interviewers?(?: (?:is|are|will be))?|the (?:interviewers?|panel)(?: (?:is|are|will be|includes?))?)"
    r"\s*\*?[:\uff1a]?\*?)[ \t]*\n?[ \t*•-]*(?:(?:our|the|your|my colleagues?|unsere[rmn]?|notre|nuestr[oa])\s"
    r"(?P<lead>[^\n,.;:]{0,60}?)[ ,]*)?(?=(?-i:[A-ZÄÖÜÉ]))",
    _FLAGS,
)
_ITEM = re.compile(
    rf"(?P<name>(?-i:{NAME}))"
    rf"(?:\s*[<(\[](?P<mail1>{_EMAIL})[>)\]])?"
    rf"(?:\s*\((?P<paren>[^()\n]{{2,80}})\)"
    rf"|\s*(?:-|–|—|\|)\s*(?P<dash>[^\n,;()|–—]{{2,70}})"
    rf"|,\s*(?P<comma>(?:(?:our|the|your|unser\w*|notre|nuestr\w)\s)?(?:[\w&/'’.+-]+\s){{0,5}}?(?:{_ROLE_WORD})\b"
    rf"(?:\s(?:of|for|&|and(?! (?-i:[A-Z][a-z]+ [A-Z]))|in|at|der|des|de|del|du)(?:\s(?:the|la|l['’])?\s?[\w&/'’-]+){{1,4}}"
    rf"|(?:\s(?!and\b|und\b|et\b|y\b|will\b|for\b|on\b|at\b|who\b|via\b|to\b|from\b|in\b|as\b|is\b|are\b)"
    rf"[\w&/'’-]+){{1,3}})?))?"
    rf"(?:\s*[<(\[](?P<mail2>{_EMAIL})[>)\]])?",
    _FLAGS,
)
_JOIN = re.compile(
    r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\n[ \t]*[*•\-–]?\s*|\+|/|\bas well as\b|\bsowie\b|\bfollowed by\b"
    r"|\bthen\b)+\s*(?:also |then |finally |by |with |mit |me|myself)?(?:(?:our|the|your|unser\w*) (?:[\w/-]+ ){0,4}?,? ?)?",
    _FLAGS,
)
_LINE = re.compile(
    rf"^[ \t]*[*•\-–\d.)]*[ \t]*(?P<name>(?-i:{NAME}))\s*(?:,|-|–|—|\||:|\()\s*(?P<title>[^\n()|]{{2,80}})\)?[ \t]*$",
    re.MULTILINE | _FLAGS,
)
_NO_NAMES = {
    *MONTHS, *WEEKDAYS,
    "zoom", "teams", "google", "microsoft", "meet", "webex", "skype", "interview", "the", "our",
    "we", "you", "your", "i", "hi", "hello", "dear", "best", "kind", "regards", "thanks", "thank",
    "please", "human", "resources", "hr", "talent", "acquisition", "team", "panel", "eastern",
    "pacific", "central", "mountain", "time", "standard", "daylight", "this", "that", "if", "it",
    "here", "location", "address", "date", "link", "join", "meeting", "id", "passcode", "video",
    "phone", "call", "office", "round", "second", "first", "final", "technical", "presentation",
    "engineering", "product", "design", "sales", "marketing", "finance", "senior", "lunch", "tour",
    "case", "study", "street", "avenue", "road", "frau", "herr", "herrn", "google meet", "ihnen",
    "sie", "wir", "uns", "mit", "der", "die", "das", "unserem", "unser", "interviewer", "part",
    "english", "german", "french", "spanish", "hiring", "manager", "director", "head", "members",
    "several", "various", "some", "all", "both", "questions", "details", "what", "where",
    "when", "who", "duration", "format", "subject", "from", "to", "cc", "sent", "re", "fwd", "am",
    "pm", "est", "pst", "cet", "gmt", "utc", "ceo", "cto", "cfo", "coo", "vp", "department",
    "company", "inc", "ltd", "gmbh", "llc", "and", "with", "as", "at", "on", "in", "for", "note",
    "break", "welcome", "wrap-up", "q&a", "coffee", "reception", "recruiting", "recruiter", "data",
    "software", "developer", "engineer", "analyst", "position", "role", "introduction", "overview",
    "each", "everyone", "nous", "vous", "notre", "votre", "le", "la", "les", "un", "une", "bonjour",
    "hola", "estimado", "estimada", "cordialement", "saludos", "mes", "nos", "el", "los", "tu",
    "us", "me", "them", "people", "operations", "leadership", "executive", "legal", "support",
}  # fmt: skip
_SIGN_OFF = re.compile(
    r"(?:^|\n)[ \t]*(?:best(?: regards| wishes)?|kind(?:est)? regards|warm(?:est)? regards|regards|many thanks|thanks"
    r"(?: again| so much)?|thank you|cheers|sincerely|yours (?:sincerely|truly|faithfully)|all the best|talk soon|see you"
    r"(?: soon)?|looking forward|mit (?:freundlichen|besten) grüßen|(?:viele|beste|liebe|herzliche|freundliche) grüße|cordialement"
    r"|bien à vous|bien cordialement|salutations|(?:un )?(?:cordial )?saludo[s]?|atentamente|lg|vg|mfg)\b[^\n]{0,40}[,.!]?[ \t]*\n+",
    _FLAGS,
)


@dataclass(frozen=True)
class Named:
    """A person with the words that named them."""

    person: PersonFound
    source: str
    start: int


@dataclass(frozen=True)
class Signature:
    """Who signed: name, title and company as the lines below the greeting have them."""

    name: str = ""
    lines: tuple[str, ...] = ()
    start: int = -1


def people_in(text: str, *, not_these: frozenset[str] = frozenset()) -> list[Named]:
    """The people to meet, in order; `not_these` are names in small letters to leave out."""
    signed = signature(text)
    body = text[: signed.start] if signed.start >= 0 else text
    found: dict[str, Named] = {}
    for named in (*_introduced(body), *_listed(body)):
        key = named.person.name.casefold()
        if key in not_these or key.split()[0] in _NO_NAMES:
            continue
        known = _same(found, key)
        if known is None:
            found[key] = named
        elif named.person.title and not found[known].person.title:
            found[known].person.title = named.person.title
            found[known].person.kind = named.person.kind
    return sorted(found.values(), key=lambda named: named.start)


def _same(found: dict[str, Named], key: str) -> str | None:
    """The name already found that this one is, whole or by its first part."""
    for other in found:
        if key == other or other.startswith(f"{key} ") or key.startswith(f"{other} "):
            return other
    return None


def _introduced(text: str) -> Iterator[Named]:
    """Names after "with", "you will meet" and the like, and those joined to them."""
    for intro in _INTRO.finditer(text):
        at, title = intro.end(), (intro["lead"] or "").strip()
        for _ in range(12):
            match = _ITEM.match(text, at)
            if match is None or not _is_name(match["name"]):
                break
            yield _named(match, title)
            title = ""
            join = _JOIN.match(text, match.end())
            if join is None or not join[0].strip(" ") or not _is_short(join[0]):
                break
            lead = re.search(r"(?:our|the|your) ((?:[\w/-]+ )+)", join[0])
            title = lead[1].strip() if lead else ""
            at = join.end()


def _is_short(join: str) -> bool:
    return join.count("\n") <= 2


def _listed(text: str) -> Iterator[Named]:
    """Lines such as "Dana Wu, VP Engineering"."""
    for match in _LINE.finditer(text):
        title = match["title"].strip()
        whole_name = _is_name(match["name"]) and " " in match["name"]
        if whole_name and _is_title(title) and title[-1] not in ".!?":
            person = PersonFound(_clean(match["name"]), title, "", kind_by_title(title))
            yield Named(person, match[0].strip(), match.start())


def _named(match: re.Match[str], lead: str) -> Named:
    parts = [match["paren"], match["dash"], match["comma"]]
    title = next(
        (p.strip() for p in parts if p and _is_title(p)), ""
    ) or _is_title_word(lead)
    title = re.sub(
        r"^(?:our|the|your|unser\w*|notre|nuestr\w)\s", "", title, flags=_FLAGS
    )
    mail = match["mail1"] or match["mail2"] or ""
    if match["paren"] and "@" in match["paren"]:
        mail, title = re.sub(r".*?([\w.+'-]+@[\w.-]+).*", r"\1", match["paren"]), ""
    person = PersonFound(_clean(match["name"]), title, mail, kind_by_title(title))
    shown = match[0] if title or mail else match["name"]
    return Named(person, shown.strip(" -–—,"), match.start())


def _is_title(words: str) -> bool:
    return bool(re.search(rf"\b(?:{_ROLE_WORD})\b", words, _FLAGS)) and not re.search(
        r"\d{2}", words
    )


def _is_title_word(lead: str) -> str:
    return lead if lead and _is_title(lead) else ""


def _is_name(words: str) -> bool:
    parts = [w.strip(".").casefold() for w in words.split()]
    return not any(part in _NO_NAMES for part in parts) and len(words) > 1


def _clean(name: str) -> str:
    name = re.sub(
        r"^(?:Mr|Mrs|Ms|Mx|Frau|Herrn?|Mme|M|Sr|Sra)\.? (?=\S+ )",
        "",
        " ".join(name.split()),
    )
    return re.sub(r"['’]s$", "", name)


def signature(text: str) -> Signature:
    """The lines behind the closing words, as far as they look like one."""
    matches = list(_SIGN_OFF.finditer(text))
    if not matches:
        return Signature()
    last = matches[-1]
    rest = [line.strip(" *|_-") for line in text[last.end() :].split("\n")]
    lines = tuple(line for line in rest[:8] if line)[:5]
    if not lines:
        return Signature()
    name = re.split(r"\s*[,|·–—(]\s*|\s-\s", lines[0])[0]
    if not re.fullmatch(NAME, name) or not _is_name(name):
        return Signature("", lines, last.start())
    return Signature(name, lines, last.start())
