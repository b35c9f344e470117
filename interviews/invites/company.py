"""The company, as a message names it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from interviews.invites.letter import Letter, unwrapped
from interviews.invites.names import NAME, NO_NAMES, ROLE_WORD, is_name
from interviews.invites.role import is_job
from interviews.invites.signature import signature

_FLAGS = re.IGNORECASE
_UPPER = "A-ZÀ-ÖØ-ÞĀČŁŚŠŽ0-9"
_WORD = rf"(?-i:[{_UPPER}][\w&'’+-]*(?:\.(?:[a-z]{{2,4}}|[A-Z])\b)?)"
_SUFFIX = r"GmbH(?: & Co\.? KG)?|AG|SE|KG|Ltd\.?|Limited|Inc\.?|LLC|LLP|plc|PLC|Corp\.?|S\.?A\.?(?:S|U)?|S\.?L\.?|B\.?V\.?|Oy|AB|ApS|A/S"
_NAME = (
    rf"(?P<company>(?:(?-i:St|Mt)\. )?{_WORD}(?: (?:(?:&|and|of|the|de|del|du|la|und|et|y|von|for) ){{0,2}}{_WORD}){{0,4}}"
    rf"(?:,? (?-i:{_SUFFIX})(?!\w))?|(?-i:[a-z][\w-]*\.(?:io|ai|com|co|dev|app))\b)"
)
_JOB = (
    rf"role|position|opening|vacancy|opportunity|job|team|interview(?:ing|s)?|application|working|work|careers?|life|candidacy|stelle|poste|puesto|internship|process|conversation|chat|meeting|call|candidature|post"
    rf"|stage|round|visit|day|everyone|folks|crew|colleagues|gespräch|entretien|entrevista|programme|place|{ROLE_WORD}"
)
# How a company is named, and how much that says.
_PATTERNS = [
    (weight, re.compile(pattern, _FLAGS | re.MULTILINE))
    for weight, pattern in (
        (12, rf"^[ \t*•|-]*(?:company|employer|organi[sz]ation|unternehmen|firma|arbeitgeber|entreprise|société|empresa)[ \t]*[:\uff1a|][ \t]*{_NAME}"),
        (12, rf"^[ \t*•|-]*(?:company|employer|organi[sz]ation) {{2,}}{_NAME}"),
        (6, rf"\b(?:{_JOB}) (?:here )?(?:at|bei(?: der| dem| den)?|chez|with)(?: the)? {_NAME}"),
        (5, rf"\b(?:interest in(?: joining| working (?:at|for|with))?|appl(?:y|ied|ying|ication) (?:to|at|with)|on behalf of|joining|welcome to|greetings from|here at|we at|us at|those at|all at|of us at|team at|office of|considering|recruit\w* (?:at|for)|i(?:'m| am) \w+(?: \w+)?,? (?:from|with|at)|back to|visit(?:ing)?(?: us at)?|bei der|bei den|bei|chez|@|with|en) {_NAME}"),
        (4, rf"\b(?:interview\w*|call|chat|conversation|round|meeting|screen|stage|gespräch|entretien|entrevista)s? (?:with|mit|avec|con|en|at|bei|chez)(?: the)? {_NAME}"),
        (6, rf"\b(?:the|your|our) {_NAME} (?:(?:talent|recruiting|recruitment|hiring|hr|people|careers|graduate|early careers) )(?:acquisition )?(?:team|programme|department)\b"),
        (5, rf"\b(?:{ROLE_WORD}) (?:for|at) (?:the )?{_NAME}"),
        (4, rf"\b(?:shortlisted|selected|invited|interviewed|longlisted) by {_NAME}"),
        (4, rf"\bat (?:the )?{_NAME}\b(?<!House)(?<!Building)(?<!Tower)(?<!Hall)(?<!Plaza)(?!,? (?-i:[A-Z]))"),
        (4, rf"\b{_NAME} (?:wants? to|would like|have asked|has asked|have shortlisted|has shortlisted|were? (?:really )?impressed|loved|liked|really liked)\b"),
        (3, rf"\bfrom (?:the )?{_NAME} (?:will|would|has|is|wants?|are|have)\b"),
        (3, rf"^{_NAME}, \d{{1,5}}\b"),
        (3, rf"\b(?:within|inside|across|invite from|invitation from|e?mail from|message from|hear from) {_NAME}"),
        (5, rf"\b(?:for|of|at|from) {_NAME} (?:careers|recruit\w+|talent|hr|hiring)\b"),
        (5, rf"\b(?:at|with|join|from) (?:the )?{_NAME} (?:crew|team|family|office|headquarters|hq)\b"),
        (5, rf"\b{_NAME} (?:would like to|would love to|is (?:pleased|delighted|happy|excited|hiring|inviting(?! you to a scheduled))|are (?:pleased|delighted|happy|excited)|invites you|has invited|lädt|interview (?:invitation|confirmation|with|schedule|day|process|loop)|was impressed|were impressed)\b"),
        (6, rf"^\W*{_NAME}[ \t]?(?::|[-–—|])[ \t]?(?:your|reminder|interview|phone|video|virtual|onsite|final|second|invitation|confirm|next|application|hi |hello|dear)"),
        (5, rf"^[^\n]{{0,60}}\b(?:interview|schedule|agenda|onsite|on-site|confirm\w*|round|entretien|gespräch|entrevista)\b[^\n]{{0,40}}?[,:/|–—-] {_NAME}[ \t]*(?:\(|$)"),
        (4, rf"(?:[(,@]|\bfrom)[ ]?{_NAME}[)]?\s*\Z"),
        (5, rf"\b(?P<company>{_WORD}(?: {_WORD}){{0,3}},? (?-i:{_SUFFIX}))(?!\w)"),
        (3, rf"^{_NAME} (?:recruit\w+|talent(?: acquisition)?|careers|resourcing|hr|people|hiring|human resources|personnel)(?: team)?[ \t]*$"),
    )
]  # fmt: skip
_IN_SUBJECT = [
    (weight, re.compile(pattern, _FLAGS))
    for weight, pattern in (
        (5, rf"\b(?:interview|meeting|call|chat|conversation|round|screen|screening|stage|kennenlerngespräch|vorstellungsgespräch|gespräch|entretien|entrevista|application|opportunity)\w* (?:with|at|bei|mit|chez|con|en)(?: the)? {_NAME}"),
        (5, rf"\b(?:at|bei|chez|@) {_NAME}"),
        (4, rf"^(?:(?:re|fwd?|aw|wg|invitation|updated|cancell?ed|confirmed)\W+){{0,2}}{_NAME}\s*(?:[-–—|:,]|interview\b|second\b|final\b|phone\b|onsite\b)"),
        (4, rf"(?:[-–—|:,/])\s*{_NAME}\s*(?:\(|$)"),
    )
]  # fmt: skip
# Words of a sentence or of another thing that stand where a company may.
_NONE = re.compile(
    r"^(?:zoom|teams|google|google meet|microsoft|microsoft teams|webex|skype|interview\w*|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|re|fwd|fw|\d[\d:.,/ -]*(?:am|pm|h|uhr)?|noon|calendly|accepted|[ecmp][sd]?t|gmt|utc|cet|cest|bst|uk|us|usa|eu|it|hr|ceo|cto|cfo|vp|qa|ux|ui|faq|id|dbs|nda|q&a"
    r"|your \w+|(?:re)?scheduled|moved|postponed|\d+ ?(?:[ap]m )?(?:[ecmp][sd]?t|gmt|utc|cet|bst)|(?:c[eftio]o|vp) .*|\d{4,5} .*|[\w-]*(?:str|straße|strasse|platz|allee|gasse)\b.*|(?:calle|rue|avenida|avenue|plaza|place|via) .*|einladung.*|gespräch.*|termin.*|entretien.*|entrevista.*|option \w+|round \w+|stage \w+|part \w+|day \w+)$",
    _FLAGS,
)
_CUT = re.compile(
    r"\s(?:on|via|this|next|at|in|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|interviews?|talent|recruit\w*|careers|hiring|resourcing|please|team|if|we|you|as|for(?! \w)"
    r"|january|february|march|april|june|july|august|september|october|november|december|phone|video|second|final|first|zoom|teams|and i|will|would|is|are|has|have|on-?site|virtual)\b.*$",
    _FLAGS,
)
_PLACES = re.compile(
    r"^(?:london|berlin|munich|münchen|paris|madrid|barcelona|new york|boston|chicago|dublin|hamburg|leeds|manchester|bristol|amsterdam|zurich|zürich|vienna|wien|lyon|rotterdam|sydney|singapore|toronto|seattle|austin|denver|york|europe|germany|france|spain)$",
    _FLAGS,
)
_ORGANISED = re.compile(
    rf"\b(?:{_SUFFIX}|labs?|bank|trust|group|council|hospital|university|school|college|systems|robotics|energy|health\w*|foods?|software|analytics|capital|insurance|motors|media|studios?|agency|partners|solutions|technolog\w+|consulting|logistics|pharma\w*|architects?|books|kitchens|caf[eé]|restaurant|grill|bar|pizz\w+|salon|gym|market|mart|deli|inn|pub|supplies|distribution|roofing|construction|builders|plumbing|hotels?|stores|shops|estates?|farms?|homes|schools|nhs|ministry|authority|association|institute|charity|theatre|press|brewery|dairy|shipping|airways|telecom|mobility|ventures|networks?|dynamics|instruments|aerospace|biotech|therapeutics|diagnostics|laboratories|manufacturing|engineering ltd|& (?:co|sons|\w+)|union|foundation|society|museum|holdings|industries|works|airlines|nursery|bakery|clinic|care|rail|maps|events|garages|staffing)\b",
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

_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|h\b|uhr\b)", _FLAGS)
_STATUS = re.compile(
    r"abgesagt|cancell?ed|annulée?|cancelad[ao]|verschoben|aktualisiert|bestätigt|confirmée?"
    r"|confirmad[ao]|declined|tentative|zugesagt|abgelehnt|accept(?:ed|é)",
    _FLAGS,
)


@dataclass
class _Candidate:
    """A name that may be the company's: how much speaks for it, and its words."""

    name: str = ""
    words: str = ""
    weight: int = 0
    first: int = field(default=1_000_000)


def is_public_mail(domain: str) -> bool:
    """Whether anybody may write from it: it says nothing of a company."""
    return bool(_PUBLIC_MAIL.search(domain))


def company_in(
    letter: Letter, *, people: frozenset[str] = frozenset()
) -> tuple[str, str] | None:
    """The company and the words it came from; `people` are names that are none."""
    found: dict[str, _Candidate] = defaultdict(_Candidate)
    for weight, name, words, place in _all(letter):
        tidy = _tidy(name)
        if not tidy or _is_person(tidy, people):
            continue
        candidate = found[_key(tidy)]
        candidate.weight += weight + (2 if _ORGANISED.search(tidy) else 0)
        candidate.name = candidate.name or tidy
        candidate.words = candidate.words or words
        candidate.first = min(candidate.first, place)
    _weigh_agencies(letter, found)
    _by_domain(letter, found)
    best = max(found.values(), key=lambda c: (c.weight, -c.first), default=None)
    return (best.name, best.words) if best and best.weight >= _ENOUGH else None


_ENOUGH = 3
_AGENCY = (
    r"(?:recruitment|staffing|search|resourcing|personnel|personalberatung|headhunt\w+)"
)


def _weigh_agencies(letter: Letter, found: dict[str, _Candidate]) -> None:
    """An agency writes for another: it counts where no other is named."""
    for candidate in found.values():
        named = rf"{re.escape(candidate.name)}(?: \w+)? {_AGENCY}\b"
        if len(found) > 1 and re.search(named, letter.body, _FLAGS):
            candidate.weight = min(candidate.weight, _ENOUGH)


def _key(name: str) -> str:
    name = re.sub(rf",? (?:{_SUFFIX})$", "", name)
    return re.sub(r"\W|_", "", name).casefold()


def _all(letter: Letter) -> Iterator[tuple[int, str, str, int]]:
    """Every name that stands where a company may: weight, name, words, place."""
    for patterns, text, at in (
        (_IN_SUBJECT, letter.subject, 0),
        (_PATTERNS, unwrapped(letter.body), len(letter.subject)),
    ):
        for weight, pattern in patterns:
            for match in pattern.finditer(text):
                yield weight, match["company"], match["company"], at + match.start()
    yield from _beside_a_person(letter.subject)
    yield from _signed(letter)
    yield from _sent(letter)


def _tidy(name: str) -> str:
    name = re.sub(r"['’]s$", "", " ".join(name.split())).strip(" .,-–*&/'’")
    name = _CUT.sub("", f" {name}").strip(" ,&-")
    name = re.sub(
        r"^(?:ihre?|deine?|your|our|votre|notre|unsere?)\s", "", name, flags=_FLAGS
    )
    name = re.sub(r"['’]s$", "", name)
    name = re.sub(r"\s(?:and|of|the|for|de|with)$", "", name)
    words = name.split()
    if not words or len(name) < 2 or _NONE.match(name) or _PLACES.match(name):
        return ""
    if words[0].casefold() in _SENTENCE or (re.match(r"\d", name) and len(words) < 2):
        return ""
    if all(word.isdigit() or word.casefold().strip(".,") in NO_NAMES for word in words):
        return ""
    if is_job(name) or _CLOCK.match(name) or _STATUS.fullmatch(name):
        return ""
    return "" if re.search(r"\b20\d\d\b", name) else name


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
microsoft google webex skype meet noon
"""
_SENTENCE = frozenset(_SENTENCE_WORDS.split())


def _is_person(name: str, people: frozenset[str]) -> bool:
    """Whether a name was read as somebody's; a company's words weigh more."""
    if _ORGANISED.search(name):
        return False
    plain = name.casefold()
    if any(plain == person or person.startswith(f"{plain} ") for person in people):
        return True
    return any(plain.startswith(f"{person} ") for person in people if " " in person)


def _signed(letter: Letter) -> Iterator[tuple[int, str, str, int]]:
    """The lines below the name: "Talent Partner, Globex"; the last part says most."""
    signed = signature(letter.body)
    for number, line in enumerate(signed.lines):
        if number == 0 and signed.name and line.startswith(signed.name):
            line = line[len(signed.name) :]
        parts = [
            p.strip(" ()")
            for p in re.split(r"[,|·@(]|\s[-–—]\s|\s(?:at|bei|chez)\s", line)
        ]
        for part in reversed(parts):
            looks = re.fullmatch(r"[A-ZÀ-Þ0-9][\w&.'’+ -]{1,40}", part)
            if looks and part != signed.name and not _SIGNED_TITLE.search(part):
                yield 4, part, part, len(letter.body)
                break
            mine = re.fullmatch(
                r"([A-ZÀ-Þ][\w&.'’+ -]{1,40}?) (?:(?:early )?careers|talent(?: acquisition)?|recruit\w+|resourcing|hr|people|hiring|candidate)(?: team)?", part, _FLAGS
            )  # fmt: skip
            if mine and not re.fullmatch(
                rf"{ROLE_WORD}|the|your|our|corporate|early", mine[1], _FLAGS
            ):
                yield 4, mine[1], line, len(letter.body)


_SIGNED_TITLE = re.compile(
    r"\b(?:recruit\w*|talent|acquisition|people|hr|human|resources|manager|director|lead|head|coordinator|specialist|officer|personnel|section|department|office"
    r"|team|senior|junior|chief|ceo|cto|vp|president|assistant|engineer|personal\w*|ressources|recursos|phone|tel|mobile|www|street|headteacher"
    r"|road|avenue|floor|she|her|he|him|they|them|founder|consultant|responsable|chargée?|leiter(?:in)?|referent(?:in)?|sent|iphone|best|places|regards|advisor|partner|link|message|you|we|please)\b|\d{3}|:",
    _FLAGS,
)
_OF_COMPANY = re.compile(r"(?:\bat\b|@|\(|\bvia\b|,|\bfrom\b)\s*([A-Z][\w&. ]{1,40})")
_OF_HR = re.compile(
    r"\b(?:recruiting|recruitment|careers?|talent(?: acquisition)?|hr|hiring(?: team)?|jobs|people|team|noreply|no-reply|via .*)\b",
    _FLAGS,
)


def _sent(letter: Letter) -> Iterator[tuple[int, str, str, int]]:
    """By the name it was sent under: "Globex Recruiting", "Ann (Globex)"."""
    name = letter.sender.name
    if at := _OF_COMPANY.search(name):
        yield 6, at[1].strip(" )"), at[1].strip(" )"), 0
    words = _OF_HR.sub("", name).strip()
    if words not in {"", name} and len(words.split()) <= 3:
        yield 6, words, words, 0


_SIDES = re.compile(
    r"^(?:[^:]{0,40}: )?(?P<a>[^:<>/|\u00d7]{2,40}?) ?(?:<-?>|/|\||\u00d7| x | & | \+ | and | und | [-–—] ) ?"
    r"(?P<b>[^:<>/|\u00d7(]{2,40}?)(?:\s?[-:–—|(].*)?$"
)


def _beside_a_person(subject: str) -> Iterator[tuple[int, str, str, int]]:
    """The other side of "Brightline <> Sam Doe"."""
    sides = _SIDES.match(subject)
    if sides is None:
        return
    a, b = (
        re.sub(r"\b[Ii]nterview$", "", side.strip()).strip() for side in sides.groups()
    )
    for one, other in ((a, b), (b, a)):
        if _is_whole_name(one) and not _is_whole_name(other) and other[:1].isupper():
            yield 5, other, other, 0


def _is_whole_name(words: str) -> bool:
    return " " in words and bool(re.fullmatch(NAME, words)) and is_name(words)


_NO_PART_WORDS = """
co com mail email www careers jobs hr talent recruiting notifications mg e reply
"""
_NO_PART = frozenset(_NO_PART_WORDS.split())


def _by_domain(letter: Letter, found: dict[str, _Candidate]) -> None:
    """The name that the sender's domain spells counts more; else the domain itself."""
    domain = letter.sender.domain
    if not domain or is_public_mail(domain):
        return
    parts = [part for part in domain.split(".")[:-1] if part not in _NO_PART]
    if not parts:
        return
    spelled = re.sub(r"\W", "", parts[-1])
    near = [
        k
        for k in found
        if k.startswith(spelled) or (len(k) > 3 and spelled.startswith(k))
    ]
    for key in near:
        found[key].weight += 8
    if not near:
        words = _spelled_in(letter.whole, spelled)
        name = words or parts[-1].replace("-", " ").title()
        found[spelled] = _Candidate(name, words or domain, 9 if words else _ENOUGH)


def _spelled_in(text: str, spelled: str) -> str:
    """ "Prairie Foods" for prairiefoods, where the text has it."""
    letters = r"[ &'’.-]{0,3}".join(map(re.escape, spelled[:40]))
    match = re.search(rf"\b(?=[A-Z]){letters}\b", text, _FLAGS)
    return match[0] if match and match[0][0].isupper() else ""
