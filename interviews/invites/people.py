"""The people a text says the candidate meets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from functools import lru_cache

from interviews.invites.given_names import is_given
from interviews.invites.introduced import chain, introduced
from interviews.invites.jobs import ROLE_WORD, is_job
from interviews.invites.letter import without_long_lines
from interviews.invites.named import ITEM, Named, alone, end_of, of, of_item
from interviews.invites.names import NAME, cleaned, is_name, is_surely_name
from interviews.invites.signature import (
    introduced_self,
    own_name,
    signature,
    signed_title,
)
from interviews.invites.titles import COMMA_TITLE, OUR, is_title
from interviews.invites.words import without_afterwards

_FLAGS = re.IGNORECASE
# These are long: they are not compiled again for each name.
_A_NAME, _AND_NAME = re.compile(NAME), re.compile(rf" {NAME}")
_AND_TITLE = re.compile(rf"[^,.\n]{{0,30}}, (?:{OUR} )?({COMMA_TITLE})", re.IGNORECASE)
_ADVERB = r"(?:both |all |also |then |be |now |really |still |very much |just |kindly |\w+ly )"
_DOES = re.compile(
    rf"(?: (?:and|&) (?:his|her|their|the|our) team)?,?(?:[ ]{{1,2}}|[ ]?\n(?=(?-i:[a-z]))){_ADVERB}?(?:(?:will|would|'ll|'d|can|could|is|are)\s{_ADVERB}?(?:going to (?:jump|join|be|meet|interview|call)|like|love|happy|keen|delighted|able|available|interview\w*|meet\w*|speak\w*|join\w*|call\w*|lead\w*|host\w*|see|seeing|show|do|dial|conduct|run|tak\w+|walk|ring|phone|chat|talk|give you|pleased|excited|looking|free|greet|chair|pick you|your interviewer|on the panel|there|the (?:organi[sz]er|interviewer|host)|your (?:host|hiring manager)|sit(?:ting)? in)"
    r"|and I (?:want|will|would|['’]d|['’]ll|are|look)|wants? to|(?:has|have) you (?:from|at|for|until)|(?:has|have) (?:time|asked|availability|rescheduled|moved|scheduled|booked|invited|cancell?ed)|invites? you|is inviting you|ruft (?:dich|sie)|meldet sich|trifft (?:dich|sie)|(?:freut|möchte|wird|nimmt|führt|zeigt|empfängt|begrüßt|erwartet)\b|(?:nehmen|werden|freuen|führen)\b|souhaite|sera|seront|vous (?:recevra|appellera|rencontrer|contactera)|t['’]appellera|(?:la|lo|le|te) (?:llamará|entrevistará|recibirá|atenderá|contactará)|(?:te|le|la|lo) (?:quieren?|van? a|gustaría) (?:entrevistar|conocer|llamar|atender|recibir)|estará|qui (?:\w+ ){0,2}(?:m[eè]ner|conduir|recevr|anim|rencontrer|particip|ser(?:a|ont))\w*|(?:die|der) (?:\w+ ){0,3}(?:führ|leit|dabei))",
    _FLAGS,
)
# Why a talk is put off: somebody who was to be there is not.
_IS_AWAY = re.compile(
    r"\s(?:and (?:the |our )?(?:\w+ ){1,3}|both )?(?:(?:has|have|had)(?: now| just| unfortunately)? (?:to\b|been (?:called|pulled|delayed|taken|held|double)|a (?:conflict|clash)|come down|gone down|fallen|another)|(?:is|are|was)(?: now| currently| unfortunately)? (?:off\b|ill\b|sick|unwell|away|stuck|travell?ing|unavailable|no longer (?:able|available|free)|unable|on (?:sick |annual )?leave|out (?:of|sick|ill|today|that|on)|not (?:able|available|free|in))|can(?:'t|not| no longer)\b|isn't (?:able|available|free)|needs to|muss\b|ist (?:\w+ )?(?:krank|erkrankt|verhindert|ausgefallen)|kann (?:\w+ ){0,3}nicht|(?:kurzfristig|leider) |est (?:malade|absente?|souffrante?|indisponible|en déplacement|retenue?)|doit\b|a (?:dû|un (?:empêchement|imprévu))|está (?:enferm|de baja|de viaje)|tiene que|no puede|no podrá)",
    _FLAGS,
)
# "Colette Roy from Maple Ridge will call": whose she is, before what she does.
_OF_FIRM = re.compile(
    r" (?:from|of|at) (?:the |our )?(?-i:[A-ZÀ-Þ])[\w&'’.-]{1,20}(?: [\w&'’.-]{1,20}){0,4}?(?= (?:will|would|wants|has|is|can)\b)",
    _FLAGS,
)
_FROM = re.compile(r"\b(?:from|at|of|behalf of) (?:the )?$", _FLAGS)
_LINE = re.compile(
    rf"^[ \t]*(?:[^\w\n(\[@]|\d[.)]){{0,6}}[ \t]*(?P<name>(?-i:{NAME}))[ ]{{0,3}}(?:,|-|–|—|\||:|\()[ ]{{0,3}}(?P<title>[^\n()|]{{2,80}})\)?[ \t]*$",
    re.MULTILINE | _FLAGS,
)
_MYSELF = re.compile(
    r"\b(?:(?<!bear )(?<!bearing )with|w|w/|and|meet|join|for|by|in to|speak to|talk to|see|ask for) (?:me|myself)\b(?! (?:know|if|a (?:call|line|shout|text|bell)|back|by|when|at|anything|your|the|to|in touch))|\bi(?:'ll| will|'m going to| am going to)"
    r" (?:just |then |be |still |be the one )*(?:give you a(?! \w+[^.\n]{0,30}\b(?:prep|debrief|feedback|beforehand|to confirm)\b)|call|ring|phone|dial|interview|video call|(?:be )?(?:calling|interviewing|meeting|speaking|your|joining|running|hosting))|\b(?:could|can|may|shall|would it be ok if) i (?:just |quickly )?(?:give you an? (?:\w+ )?(?:call|ring|buzz|bell)|call|ring|buzz|phone|pop)\b|\bi(?:'d| would) (?:like|love) to (?:talk|speak|chat|meet|give you an?|call|ring|phone)\b"
    r"|\b(?:and|und|et|y) (?:I|ich|moi(?:[- ]même)?|yo)\b(?=[ ]?(?:[.,;!)\n]|$|(?:want|(?:would|will|'d|'ll) (?:like|love|be (?:glad|happy|pleased|keen))?) ?(?:to )?(?:\w+ )?(?:meet|interview|speak|see(?! (?:what|if|whether|how))|talk|chat|host|run|lead|conduct|hear|walk|discuss|show|welcome|greet)\w*\b|look forward|werden|freuen|vous|nous|te\b))|\bund ich (?=teil|dabei|werden|würden)|\b(?:sind|I|ich) (?:ich )?(?:and|und) (?=unser|mein|my|our)|\bme and (?-i:[A-Z])\w+|\bund ich sel(?:ber|bst)\b|\bstill me\b|\b(?:just|only) (?:me|myself)\b|\bbe me and (?-i:[A-Z])|\b(?:you(?:['’]re| are)) with me\b|\bround\b[^.\n]{0,40}\bmyself\b|\b(?:avec|par) moi(?:[- ]même)?\b|(?<!passt )\b(?:mit|von) mir\b|conmigo\b|\by yo mism[oa]\b|ich (?:ruf|rufe|melde mich telefonisch|klingle)(?:e)? (?:dich|sie)|ruf(?:e)? ich (?:dich|sie)|(?:würde|möchte) ich (?:\w+ ){0,4}(?:sprechen|kennenlernen|telefonieren)|me gustaría (?:hablar|conversar|charlar)|je (?:souhait|voudr|aimer)\w+ (?:vous |t['’])?(?:échanger|discuter|rencontrer|appeler|parler)"
    r"|je (?:vous|t['’]) ?(?:appelle|recevrai|accueillerai)|(?:le|te|yo te|yo le|la|lo) (?:llamo|marco|llamaré)\b|sprechen sie mit mir|speak with (?:you|me)\b.{0,20}myself|informal interview with me",
    _FLAGS | re.MULTILINE,
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
# "Interview (Ann Price, Head of Risk; Tom Barnes)".
_OPENED = re.compile(rf"\((?={NAME}[,;] )")
_MOST = 12
_LONGEST_SIGNATURE = 900


def people_in(text: str, *, not_these: frozenset[str] = frozenset()) -> list[Named]:
    """The people to meet, in order; `not_these` are names in small letters to leave out."""
    text = without_long_lines(text.replace("*", " "))
    named = [replace(one, person=copy(one.person)) for one in _named_in(text)]
    return [_in_full(one, text) for one in _each_once(named, not_these)]


# A letter is asked twice: whom one meets, and who is no company.
@lru_cache(maxsize=2)
def _named_in(text: str) -> tuple[Named, ...]:
    signed = signature(text)
    is_end = signed.start >= 0 and len(text) - signed.start < _LONGEST_SIGNATURE
    body = text[: signed.start] if is_end else text
    named = [*introduced(body), *_acting(body), *_taken_up(body), *_listed(body)]
    if _MYSELF.search(without_afterwards(body)):
        named += _writer(text)
    titled = [*_stacked(body)]
    met = {one.person.name.casefold() for one in named}
    return (*named, *(one for one in titled if one.person.name.casefold() in met))


def people_of_part(
    part: str, letter: str = "", *, not_these: frozenset[str] = frozenset()
) -> list[Named]:
    """The people of one part of a day: in sentences, else as the cells of its lines.

    `letter` is the whole of it, by which who says "with me" is known.
    """
    part = _BARE_PART.sub("", part.replace("*", " ")).rstrip(" :|–—-,\n")
    part = _OPENED.sub(";", part)
    named = [*introduced(part), *_acting(part), *_listed(part), *_cells(part)]
    named += _stacked(part)
    if _MYSELF.search(part):
        named += _writer(letter)
    return _each_once(named, not_these)


def _in_full(one: Named, text: str) -> Named:
    """Who is called by a first name, by the whole one where the text has it once."""
    name = one.person.name
    if " " in name:
        return one
    called = [m.span() for m in re.finditer(rf"\b{re.escape(name)} ", text)]
    behind = ((start, _A_NAME.match(text, end)) for start, end in called)
    whole = {text[start : match.end()] for start, match in behind if match}
    whole = {cleaned(words) for words in whole if is_name(words)}
    if len(whole) == 1:
        one.person.name = whole.pop()
        _give_title(one, text)
    return one


def _give_title(one: Named, text: str) -> None:
    """What is said beside the whole name holds for who is called by the first."""
    at = text.find(one.person.name)
    item = ITEM.match(text, at) if at >= 0 and not one.person.title else None
    if item and cleaned(item["name"]) == one.person.name:
        told = of_item(item, "").person
        one.person.title, one.person.kind = told.title, told.kind


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
        mine.email = mine.email or one.person.email
    return sorted(found.values(), key=lambda one: one.start)[:_MOST]


_EITHER = re.compile(r" [/&] ")


def _is_left_out(key: str, not_these: frozenset[str]) -> bool:
    return any(key == other or key in _EITHER.split(other) for other in not_these)


def _same(found: dict[str, Named], key: str) -> str | None:
    """The name already found that this one is, whole or by its first part."""
    for other in found:
        if key == other or other.startswith(f"{key} ") or key.startswith(f"{other} "):
            return other
    return None


_JOINED = re.compile(
    rf"(?P<name>(?-i:{NAME}))(?:\s?\([^()\n]{{2,60}}\))?(?:,| and| und| et| y) (?:{OUR} (?:[\w-]{{1,24}} ){{1,4}})?$"
)


def _acting(text: str) -> Iterator[Named]:
    """ "Felix Brandt (Engineering Manager) would like to speak with you"."""
    for match in _items(text):
        of_firm = _OF_FIRM.match(text, end_of(match))
        end = of_firm.end() if of_firm else end_of(match)
        if not _is_told_of(match, end):
            continue
        if _FROM.search(text, max(0, match.start() - 12), match.start()):
            continue
        before = _JOINED.search(text[max(0, match.start() - 110) : match.start()])
        if before and is_name(before["name"]):
            start = match.start() - len(before[0])
            yield from chain(text, start, "")
        else:
            yield of_item(match, _title_before(text, match.start()))


def _items(text: str) -> Iterator[re.Match[str]]:
    """Names one after another; "Unfortunately Tuan" begins with none."""
    at = 0
    while match := ITEM.search(text, at):
        whole = match["comma"] or ""
        if inner := _behind_title(match["name"]):
            at = match.start("name") + inner
        elif _behind_title(whole):
            at = match.start("comma")
        elif is_name(match["name"]):
            yield match
            at = end_of(match)
        else:
            at = match.start("name") + len(match["name"].split(" ")[0])


def _behind_title(words: str) -> int:
    """Where the name begins in "Head Brewer Gus Tolland"; 0 where with the words."""
    parts = words.split(" ")
    for count in range(1, len(parts)):
        title = " ".join(parts[:count])
        if is_given(parts[count]) and not is_given(parts[0]) and is_job(title):
            return len(title) + 1
    return 0


def _is_told_of(match: re.Match[str], end: int) -> bool:
    """Whether the words behind a name say that its bearer takes part, or was to."""
    sure = (
        is_surely_name(match["name"]) or " " in match["name"] or end > match.end("name")
    )
    if _DOES.match(match.string, end):
        return sure or not _AT_BEGIN.search(match.string, 0, match.start())
    away = _IS_AWAY.match(match.string, end)
    return bool(away) and is_surely_name(match["name"])


# Said of the one named last: "… but would like to meet you", "She'll still ring you".
_GOES_ON = re.compile(
    r"(?:\b(?:she|he)(?:['’]ll|['’]d| will| would| wants to)|(?:\b(?:and|but)|&) (?:she |he )?(?:will|would|wants to))"
    r" (?:(?:still|also|now|then|really|just|like|love|to|be|very much) ){0,4}"
    r"(?:meet|see|ring|call|phone|speak|talk|interview|show|walk|join|host|greet|collect)(?:ing)?(?: with| to)? (?:you|your|u)\b",
    _FLAGS,
)


def _taken_up(text: str) -> Iterator[Named]:
    """Who is named in one sentence and takes part in the next."""
    for doing in _GOES_ON.finditer(text):
        lead = max(0, doing.start() - 160, text.rfind("\n\n", 0, doing.start()))
        items = [*ITEM.finditer(text, lead, doing.start())]
        known = [one for one in items if is_surely_name(cleaned(one["name"]))]
        if known and not _LETS_GO.search(text, lead, known[-1].start()):
            yield of_item(known[-1], _title_before(text, known[-1].start()))


# "Since you spoke with Ana, …": whoever is told of is another.
_LETS_GO = re.compile(
    r"\b(?:spoke|talked|met|chatted|interviewed) (?:(?:to|with) )?$|\bfrom $", _FLAGS
)


# A capital there says nothing.
_AT_BEGIN = re.compile(r"(?:^|[.!?:\n])[\s*•·–-]*\Z")


_OUR_TITLE = re.compile(
    rf"\b{OUR} ((?:[\w&/'’-]{{1,24}} ){{0,4}}(?:{ROLE_WORD}),? )$", _FLAGS
)
_CAPITALS = re.compile(r"(?:^|\W)((?:[A-Z][\w&-]+ (?:of )?){1,4})$")


def _title_before(text: str, at: int) -> str:
    before = _OUR_TITLE.search(text[max(0, at - 80) : at])
    if before:
        return before[1]
    capitals = _CAPITALS.search(text[max(0, at - 60) : at])
    return capitals[1] if capitals and is_job(capitals[1].strip()) else ""


_ADDRESS = re.compile(r"\s[-–—|(<]\s?\S+@\S+$")


def _listed(text: str) -> Iterator[Named]:
    """Lines such as "Dana Wu, VP Engineering"."""
    for match in _LINE.finditer(text):
        title = _ADDRESS.sub("", match["title"].partition(";")[0].strip())
        whole_name = is_name(match["name"]) and " " in match["name"]
        title = alone(title)
        if whole_name and is_title(title) and title[-1] not in ".!?":
            yield of(match["name"], title, "", match[0], match.start("name"))


def _stacked(text: str) -> Iterator[Named]:
    """A name with the title on the line below it."""
    for match in _BELOW.finditer(text):
        title = match["title"].strip()
        if is_name(match["name"]) and is_title(title) and not _TALKS.search(title):
            yield of(match["name"], title, "", match["name"], match.start("name"))


def _segments(text: str) -> Iterator[Named]:
    """Parts of a line that begin with a whole name: "Case – Marcus Dale, Partner"."""
    for segment in _SEGMENT.finditer(text):
        at = segment.end() - len(segment[0].lstrip(" *_-–—"))
        match = ITEM.match(text, at)
        if match and " " in match["name"] and is_name(match["name"]):
            yield from (one for one in chain(text, at, "") if " " in one.person.name)


def _cells(text: str) -> Iterator[Named]:
    """Whole names in the columns and lines of a table."""
    yield from _segments(text)
    at = 0
    for cell in [*_CELL.split(text)]:
        start = text.find(cell, at)
        at = max(at, start + len(cell))
        bare = cell.strip(" *_-–")
        match = ITEM.match(bare)
        if match is None or bare[match.end() :].strip(" .|"):
            continue
        if match["name"].count(" ") in {1, 2, 3} and is_name(match["name"]):
            one = of_item(match, "")
            yield Named(one.person, one.source, start)


def _writer(text: str) -> Iterator[Named]:
    """Who writes, where they say "with me": by the signature, else "it's Jo from …"."""
    signed, said = signature(text), introduced_self(text)
    if signed.name:
        yield _signer(signed.name, signed.lines, text, signed.start)
    elif said:
        name, start = own_name(said)
        yield of(name, _own_title(text, start + len(name)), "", name, start)


_TITLE_OF_ONESELF = re.compile(rf"(?: here)?,? (?:{OUR} )?({COMMA_TITLE})", _FLAGS)


def _own_title(text: str, at: int) -> str:
    """ "Brendan the head chef here"."""
    title = _TITLE_OF_ONESELF.match(text[at : at + 80])
    return title[1] if title else ""


def _signer(name: str, lines: tuple[str, ...], text: str, at: int) -> Named:
    i_am = rf"\bI(?:'m|’m| am) (?P<name>{re.escape(name.split()[0])})"
    if called := re.search(i_am, text):
        more = _AND_NAME.match(text, called.end())
        whole = text[called.start("name") : more.end() if more else called.end()]
        name = max(name, whole, key=len)
    title = signed_title(name, lines)
    called_so = re.finditer(i_am, text, _FLAGS)
    told = (_AND_TITLE.match(text, called.end()) for called in called_so)
    if (introduced := next(filter(None, told), None)) and not title:
        title = introduced[1]
    start = max(text.find(name, at), 0)
    return of(name, title, "", name, start)
