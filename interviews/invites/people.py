"""The people a text says the candidate meets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interviews.invites.found import PersonFound
from interviews.invites.names import (
    NAME,
    NO_NAMES,
    ROLE_WORD,
    cleaned,
    is_name,
    is_title,
    without_article,
)
from interviews.invites.role import is_job
from interviews.invites.signature import signature
from interviews.invites.words import kind_by_title

_FLAGS = re.IGNORECASE
_EMAIL = r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_OUR = r"(?:our|the|your|my|an?|unsere?[rmn]?|ihre?[rmn]?|notre|votre|nuestr[oa]|tu|su|der|die|dem|el|la|le)"
_TITLE_STOP = (
    r"(?:will|would|who|can|is|are|has|have|and|or|at|on|from|via|to|this|next|with|wants?|here|today|tomorrow|werden|wird|für|am|um|bei|mit|und|nehmen|nimmt"
    r"|sera|seront|et|le|chez|y|será|serán|el|en|if|so|but|then|followed|likes?|loves?|im|in(?! (?:charge|residence))|teil)\b"
)
_TITLE_WORD = r"[^\s,;:()|.<>\n–—]{1,30}"
_COMMA_TITLE = (
    rf"(?:{_OUR}\s)?(?!{_TITLE_STOP})(?:(?!{_TITLE_STOP}|and\s){_TITLE_WORD}(?:[ ]|(?<=of)\n|(?<=for)\n|(?<=and)\n)){{0,5}}?"
    rf"(?:{ROLE_WORD})\b(?:(?:\s(?:of|for|&|de|del|des|du|für|der)|(?<=of)|(?<=for))(?:[ \n](?:the |la |l['’]|our )?(?!{_TITLE_STOP})[^\s,;:()|.<>]{{2,30}}){{1,3}}"
    rf"|(?:[ ](?!{_TITLE_STOP}|for\b|of\b)[^\s,;:()|.<>–—-]{{2,30}}){{1,3}})?"
)
_ITEM = re.compile(
    rf"(?P<name>(?-i:{NAME}))"
    rf"(?:\s{{0,2}}[<(\[](?P<mail1>{_EMAIL})[>)\]])?"
    rf"(?:\s{{0,3}}\((?P<paren>[^()\n]{{2,80}})\)"
    rf"|[ ]{{0,3}}(?:-|–|—|\||/)[ ]{{0,3}}(?P<dash>(?!{_TITLE_STOP})[^\n,;()|–—]{{2,70}})"
    rf"|,\s(?P<comma>{_COMMA_TITLE})"
    rf"| (?P<bare>(?:as )?{_OUR} {_COMMA_TITLE}))?"
    rf"(?:\s{{0,2}}[<(\[](?P<mail2>{_EMAIL})[>)\]])?",
    _FLAGS,
)
_LEAD = rf"(?:{_OUR}\s|my colleagues?,? |meinem? kolleg\w+ |me(?: and|,) |myself(?: and|,) |mir und |moi et |yo y )?(?P<lead>(?:(?!w/|(?:with|by|to|on|at|from|mit|avec|con|followed)\b)(?-i:[A-Za-zÀ-ÿ])[\w&/'’-]{{1,24}}[ ,]{{1,2}}){{0,6}}?)"
_INTRO = re.compile(
    r"(?:\b(?:meet(?:ing)?(?: with| w/)?|speak(?:ing)? (?:with|to)|talk(?:ing)? (?:with|to)|chat(?:ting)? (?:with|to)|interview(?:ed|ing)? (?:with|by)"
    r"|joined by|(?:panel|committee|jury) (?:of|is|are|consists of|includes|comprises|will (?:be|include|comprise))|(?:panel|board|committee|team) members?(?: are)?|(?:presentation|present|pitch) to|(?:led|hosted|conducted|run|held) by|introduce you to|introducing"
    r"|(?<!regards )(?<!compliance )with|mit|kennen(?:zu)?lernen|treffen sie|sie treffen|du triffst|triffst du|lernen sie|lernst du|sprechen sie mit|sie sprechen mit|du sprichst mit|avec|rencontrer(?:ez)?|échangerez avec|con|conocer(?:á|ás)? a|reunirá con|seen by|ask for|report to|te entrevistarán?|le entrevistarán?|hablarás con|conversarás con|(?:nehmen|nimmt)|führen|führt|leiten|leitet|begrüßen|gesprächspartner(?:in)? (?:ist|sind|wird|werden)|see)(?!\w)"
    r"|\bw/|\bpanel(?: members| of)?\s?:"
    r"|(?:^|\n)[ \t>*•-]*(?:interviewers?(?:\(s\))?|interview (?:team|panel|partners?)|panel(?:lists?|(?: members)?)|who|with|host|hosts|attendees|participants|organi[sz]er|you(?:'ll| will) (?:meet|speak"
    r" with|be meeting(?: with)?|be speaking (?:with|to))|teilnehmer(?:innen)?|mit|gesprächspartner(?:innen)?|ansprechpartner(?:in)?|interlocuteurs?|avec|entrevistador(?:es|a|as)?|participantes|con"
    r"|your interviewers?(?: (?:is|are|will be))?|the (?:interviewers?|panel)(?: (?:is|are|will be|includes?))?|hiring manager|recruiter|meeting with|interview with|call with|organi[sz]er|organisator(?:in)?|organisat(?:eur|rice)|organizador[a]?|contact on the day)(?:\s?\*?[:\uff1a]\*?| {2,}))"
    rf"[ \t]{{0,3}}\n?[ \t*•·-]{{0,4}}{_LEAD}(?=(?-i:{NAME}))",
    _FLAGS,
)
_JOIN = re.compile(
    r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\n[ \t]*[*•\-–·]?\s*|\+|/|\bas well as\b|\bsowie\b|\bfollowed by\b|\bthen\b){1,3}\s*"
    rf"(?:also |then |finally |by |with |mit |both )?{_LEAD}(?=(?-i:{NAME}))",
    _FLAGS,
)
_DOES = re.compile(
    r",?\s{1,2}(?:really |kindly |\w+ly )?(?:both |all |also )?(?:(?:will|would|'ll|'d|can|could|is|are)\s(?:both |all |also |then |be |now |really |still |very much |just )?(?:like|love|happy|keen|delighted|able|available|interview\w*|meet\w*|speak\w*|join\w*|call\w*|lead\w*|host\w*|see|seeing|show|do|conduct|run|tak\w+|walk|ring|phone|chat|talk|pleased|excited|looking|free|your interviewer|on the panel|there)"
    r"|wants? to|(?:has|have) (?:time|asked|availability|rescheduled|moved|scheduled|booked|invited|cancell?ed)|invites? you|is inviting you|ruft (?:dich|sie)|meldet sich|trifft (?:dich|sie)|(?:freut|möchte|wird|nimmt|führt|zeigt)\b|(?:nehmen|werden)\b|souhaite|sera|vous (?:recevra|appellera)|le (?:llamará|entrevistará)|te (?:llamará|entrevistará))",
    _FLAGS,
)
# "Colette Roy from Maple Ridge will call": whose she is, before what she does.
_OF_FIRM = re.compile(
    r" (?:from|of|at) (?:the |our )?(?-i:[A-ZÀ-Þ])[\w&'’.-]{1,20}(?: [\w&'’.-]{1,20}){0,4}?(?= (?:will|would|wants|has|is|can)\b)",
    _FLAGS,
)
_FROM = re.compile(r"\b(?:from|at|of|behalf of) (?:the )?$", _FLAGS)
_LINE = re.compile(
    rf"^[ \t]*[*•·\-–\d.)]{{0,4}}[ \t]*(?P<name>(?-i:{NAME}))[ ]{{0,3}}(?:,|-|–|—|\||:|\()[ ]{{0,3}}(?P<title>[^\n()|]{{2,80}})\)?[ \t]*$",
    re.MULTILINE | _FLAGS,
)
_MYSELF = re.compile(
    r"\b(?:with|to|and|meet|join|for) (?:me|myself)\b(?! (?:know|if|a (?:call|line)|back|by|when|at))|\bi(?:'ll| will|'m going to| am going to)"
    r" (?:give you a|call|ring|phone|interview|be (?:calling|interviewing|meeting|speaking|your))|\bi(?:'d| would) (?:like|love) to (?:talk|speak|chat|meet)\b|avec moi\b|mit mir\b|conmigo\b|ich rufe (?:dich|sie)|rufe ich (?:dich|sie)|(?:würde|möchte) ich (?:\w+ ){0,4}(?:sprechen|kennenlernen|telefonieren)|me gustaría (?:hablar|conversar|charlar)|je (?:souhait|voudr|aimer)\w+ (?:vous |t['’])?(?:échanger|discuter|rencontrer|appeler|parler)"
    r"|je (?:vous|t['’]) ?appelle|(?:le|te) llamo|sprechen sie mit mir|speak with (?:you|me)\b.{0,20}myself|informal interview with me",
    _FLAGS,
)
_FIRM = re.compile(
    rf"{NAME} (?:&|and|und|et|y) (?:Co|Cie|Sons?|Söhne|Partners?|Fils|Hijos|Company)\b"
)
# What a director directs, behind a comma: "Director, Data Platform".
_FIELD = re.compile(r", (?P<field>[A-ZÀ-Þ][\w&/ -]{2,40})(?=[ \t]*(?:\n|$))")
_LABEL = re.compile(r"[^\n:]{2,24}:")
# "Thank you for your recent conversation with Ms Crane": she was met.
_LOOKING_BACK = re.compile(
    r"\b(?:thank\w*|following|after|since|enjoy\w*|recent|last)\b[^.\n,;:]{0,45}(?:conversation|call|chat|meeting|interview|discussion|talk|visit) $",
    _FLAGS,
)
_BELOW = re.compile(
    rf"^[ \t*•·-]{{0,4}}(?P<name>{NAME})[ \t]*\n[ \t]{{0,4}}(?P<title>[^\n:]{{3,60}})$",
    re.MULTILINE,
)
_TALKS = re.compile(r"[.!?]$|\b(?:will|is|are|you|we|please|i)\b", _FLAGS)
_SEGMENT = re.compile(r"(?:(?! [-–—] | {2,})[^|\n:;•])+")
_CELL = re.compile(r"[|\n:;•]| {2,}| [-–—] |, | and | & ")
# What stands between a time and what happens then: its zone, marks.
_BARE_PART = re.compile(
    r"^[\s:|,.–—)-]*(?:\(?(?:[A-Z]{2,5}|Uhr|h)\)?(?=[\s:,|)–-]))?[\s:|,.–—)-]*"
)
_MOST = 12
_LONGEST_SIGNATURE = 900


@dataclass(frozen=True)
class Named:
    """A person with the words that named them."""

    person: PersonFound
    source: str
    start: int


def people_in(text: str, *, not_these: frozenset[str] = frozenset()) -> list[Named]:
    """The people to meet, in order; `not_these` are names in small letters to leave out."""
    text = text.replace("*", " ")
    signed = signature(text)
    is_end = signed.start >= 0 and len(text) - signed.start < _LONGEST_SIGNATURE
    body = text[: signed.start] if is_end else text
    named = [*_introduced(body), *_acting(body), *_listed(body)]
    if signed.name and _MYSELF.search(body):
        named.append(_signer(signed.name, signed.lines, text, signed.start))
    titled = [*_stacked(body)]
    met = {one.person.name.casefold() for one in named}
    named += [one for one in titled if one.person.name.casefold() in met]
    return [_in_full(one, text) for one in _each_once(named, not_these)]


def people_of_part(
    part: str, *, not_these: frozenset[str] = frozenset()
) -> list[Named]:
    """The people of one part of a day: in sentences, else as the cells of its lines."""
    part = _BARE_PART.sub("", part.replace("*", " ")).rstrip(" :|–—-,\n")
    named = [*_introduced(part), *_acting(part), *_listed(part), *_cells(part)]
    named += _stacked(part)
    return _each_once(named, not_these)


def _in_full(one: Named, text: str) -> Named:
    """Who is called by a first name, by the whole one where the text has it once."""
    name = one.person.name
    if " " in name:
        return one
    whole = {m[0] for m in re.finditer(rf"\b{re.escape(name)} {NAME}", text)}
    whole = {cleaned(words) for words in whole if is_name(words)}
    if len(whole) == 1:
        one.person.name = whole.pop()
    return one


def _each_once(named: Iterable[Named], not_these: frozenset[str]) -> list[Named]:
    found: dict[str, Named] = {}
    for one in named:
        key = one.person.name.casefold()
        if _is_left_out(key, not_these):
            continue
        known = _same(found, key)
        if known is None:
            found[key] = one
            continue
        mine = found[known].person
        mine.name = max(mine.name, one.person.name, key=len)
        if one.person.title and not mine.title:
            mine.title, mine.kind = one.person.title, one.person.kind
    return sorted(found.values(), key=lambda one: one.start)[:_MOST]


def _is_left_out(key: str, not_these: frozenset[str]) -> bool:
    return any(key == other or key in other.split(" / ") for other in not_these)


def _same(found: dict[str, Named], key: str) -> str | None:
    """The name already found that this one is, whole or by its first part."""
    for other in found:
        if key == other or other.startswith(f"{key} ") or key.startswith(f"{other} "):
            return other
    return None


def _introduced(text: str) -> Iterator[Named]:
    """Names after "with", "you will meet" and the like, and those joined to them."""
    for intro in _INTRO.finditer(text):
        if _LOOKING_BACK.search(text, max(0, intro.start() - 70), intro.start()):
            continue
        yield from _chain(text, intro.end(), intro["lead"] or "")


def _chain(text: str, at: int, lead: str) -> Iterator[Named]:
    """Names one after the other: "Dana Wu (VP), Tom Barnes and our CTO, Ann Price"."""
    if _FIRM.match(text, at):
        return
    for _ in range(_MOST):
        at, lead = _past_title(text, at, lead)
        match = _ITEM.match(text, at)
        if match is None or not is_name(match["name"]) or not _may_lead(lead):
            return
        yield _named(match, _one_of(lead))
        join = _JOIN.match(text, _end(match))
        if join is None or join[0].count("\n") > 2:
            return
        if "\n" in join[0] and _LABEL.match(text, join.end()):
            return
        shared = lead if _one_of(lead) != lead else ""
        at, lead = join.end(), join["lead"] or shared


def _past_title(text: str, at: int, lead: str) -> tuple[int, str]:
    """Behind the capitals of a title: "VP of Engineering Nadia Haddad"."""
    match = _ITEM.match(text, at)
    words = match["name"].split(" ") if match else []
    for count in range(1, len(words) - 1):
        title, name = " ".join(words[:count]), " ".join(words[count:])
        no_names = all(word.casefold() in NO_NAMES for word in words[:count])
        if no_names and is_name(name) and " " in name and is_title(f"{lead}{title}"):
            return at + len(title) + 1, f"{lead}{title}"
    return at, lead


def _one_of(lead: str) -> str:
    """ "partners" said of several is "partner" of each."""
    words = lead.strip()
    return words[:-1] if re.search(rf"\b(?:{ROLE_WORD})s$", words, _FLAGS) else lead


def _may_lead(lead: str) -> bool:
    """Whether what stands between "with" and a name is a title, or nothing."""
    words = lead.strip()
    return not words or is_title(words) or words.endswith(("member", "members"))


def _acting(text: str) -> Iterator[Named]:
    """ "Felix Brandt (Engineering Manager) would like to speak with you"."""
    for match in _ITEM.finditer(text):
        of_firm = _OF_FIRM.match(text, _end(match))
        end = of_firm.end() if of_firm else _end(match)
        if not is_name(match["name"]) or not _DOES.match(text, end):
            continue
        if _FROM.search(text, max(0, match.start() - 12), match.start()):
            continue
        before = re.search(
            rf"(?P<name>(?-i:{NAME}))(?:\s?\([^()\n]{{2,60}}\))?(?:,| and| und| et| y) $",
            text[max(0, match.start() - 110) : match.start()],
        )
        if before and is_name(before["name"]):
            start = match.start() - len(before[0])
            yield from _chain(text, start, "")
        else:
            yield _named(match, _title_before(text, match.start()))


def _title_before(text: str, at: int) -> str:
    before = re.search(
        rf"\b{_OUR} ((?:[\w&/'’-]{{1,24}} ){{0,4}}(?:{ROLE_WORD}),? )$",
        text[max(0, at - 80) : at], _FLAGS,
    )  # fmt: skip
    return before[1] if before else ""


def _listed(text: str) -> Iterator[Named]:
    """Lines such as "Dana Wu, VP Engineering"."""
    for match in _LINE.finditer(text):
        title = match["title"].strip()
        whole_name = is_name(match["name"]) and " " in match["name"]
        if whole_name and is_title(title) and title[-1] not in ".!?":
            yield _of(match["name"], title, "", match[0], match.start())


def _stacked(text: str) -> Iterator[Named]:
    """A name with the title on the line below it."""
    for match in _BELOW.finditer(text):
        title = match["title"].strip()
        if is_name(match["name"]) and is_title(title) and not _TALKS.search(title):
            yield _of(match["name"], title, "", match["name"], match.start("name"))


def _segments(text: str) -> Iterator[Named]:
    """Parts of a line that begin with a whole name: "Case – Marcus Dale, Partner"."""
    for segment in _SEGMENT.finditer(text):
        at = segment.end() - len(segment[0].lstrip(" *_-–—"))
        match = _ITEM.match(text, at)
        if match and " " in match["name"] and is_name(match["name"]):
            yield from (one for one in _chain(text, at, "") if " " in one.person.name)


def _cells(text: str) -> Iterator[Named]:
    """Whole names in the columns and lines of a table."""
    yield from _segments(text)
    at = 0
    for cell in [*_CELL.split(text)]:
        start = text.find(cell, at)
        at = max(at, start + len(cell))
        bare = cell.strip(" *_-–")
        match = _ITEM.match(bare)
        if match is None or bare[match.end() :].strip(" .|"):
            continue
        if match["name"].count(" ") in {1, 2, 3} and is_name(match["name"]):
            one = _named(match, "")
            yield Named(one.person, one.source, start)


def _signer(name: str, lines: tuple[str, ...], text: str, at: int) -> Named:
    whole = re.search(
        rf"\bI(?:'m|’m| am) ({re.escape(name.split()[0])}(?: {NAME})?)", text
    )
    if whole and len(whole[1]) > len(name):
        name = whole[1]
    title = next((line for line in lines[1:3] if is_title(line)), "")
    title = re.split(r"\s*[|·@]\s*|,\s|\s[-–—]\s| at ", title)[0]
    introduced = re.search(
        rf"\bI(?:'m|’m| am) {re.escape(name.split()[0])}[^,.\n]{{0,30}}, (?:{_OUR} )?({_COMMA_TITLE})",
        text,
        _FLAGS,
    )
    if introduced and not title:
        title = introduced[1]
    start = max(text.find(name, at), 0)
    return _of(name, title, "", name, start)


def _named(match: re.Match[str], lead: str) -> Named:
    parts = (match["paren"], match["dash"], match["comma"], match["bare"])
    own = (part for part in parts if part and (is_title(part) or is_job(part)))
    title = next((part for part in own if not _leads_another(part)), "")
    mail = match["mail1"] or match["mail2"] or ""
    if match["paren"] and "@" in match["paren"]:
        address = re.search(_EMAIL, match["paren"])
        mail, title = address[0] if address else "", ""
    if title and title == match["comma"]:
        title = match.string[match.start("comma") : _end(match)]
    source = (
        match.string[match.start() : _end(match)] if title or mail else match["name"]
    )
    title = title or (lead if is_title(lead) else "")
    return _of(match["name"], title, mail, source, match.start())


def _leads_another(words: str) -> bool:
    """Whether a title is of the one named behind it: "staff engineer Chris Wu"."""
    name = re.search(rf" ({NAME})$", words)
    return bool(
        name
        and " " in name[1]
        and is_name(name[1])
        and not is_title(name[1])
        and is_title(words[: name.start()])
    )


def _end(match: re.Match[str]) -> int:
    """Where a name ends with what belongs to it; words that are no title do not."""
    for group in ("dash", "comma", "bare"):
        words = match[group]
        if words and (not is_title(words) or _leads_another(words)):
            return match.end("name")
    if match["comma"] and (field := _FIELD.match(match.string, match.end())):
        words = field["field"].strip()
        if " " not in words or not is_name(words):
            return field.end("field")
    return match.end()


def _of(name: str, title: str, mail: str, source: str, start: int) -> Named:
    title = re.split(r"\n", without_article(title).removeprefix("as "))[0]
    title = re.sub(
        r" for (?:the|our) .*$| (?:at|bei|chez|for) (?-i:[A-Z]).*$",
        "",
        title,
        flags=_FLAGS,
    )
    person = PersonFound(cleaned(name), title, mail, kind_by_title(title))
    return Named(person, source.strip(" -–—,•*"), start)
