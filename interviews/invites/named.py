"""One person as a text names them: the name with the title and address beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviews.invites.found import PersonFound
from interviews.invites.given_names import is_given
from interviews.invites.jobs import is_job
from interviews.invites.names import NAME, cleaned, is_name
from interviews.invites.titles import (
    COMMA_TITLE,
    OUR,
    TITLE_STOP,
    is_title,
    may_be_title,
    without_article,
)
from interviews.invites.words import kind_by_title

_FLAGS = re.IGNORECASE
_EMAIL = r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
# Letters of a degree or a licence behind a name: "Denise Okafor, MSN, RN, Nurse Manager".
_DEGREES = r"(?:, ?(?:Ph\.?D|M\.?D|MSN|BSN|RN|MBA|MPH|MSc|BSc|MA|BA|MEng|LL\.?[BM]|J\.?D|Ed\.?D|DO|DDS|PE|CPA|CFA|CIPD|CRHA|PMP|ACCA|FCCA|ACA|FRCS|RGN|CEng|Esq)\.?(?=[,\s)]|$)){0,4}"
# Behind a comma, letters that stand for a job: "Claire Petit, DAF".
_LETTERS = r"(?-i:[A-Z]{2,5})(?=[\s.,;)]|$)(?! to\b| on\b| at\b)"
ITEM = re.compile(
    rf"(?<!\w)@?(?P<name>(?-i:{NAME}))(?-i:{_DEGREES})"
    rf"(?:\s{{0,2}}[<(\[](?P<mail1>{_EMAIL})[>)\]])?"
    rf"(?:\s{{0,3}}\((?P<paren>[^()\n]{{2,80}})\)"
    rf"|[ ]{{0,3}}(?:-|–|—|\||/)[ ]{{0,3}}(?P<dash>(?!{TITLE_STOP})(?:(?! [/+-] )[^\n,;()|–—]){{2,70}})"
    rf"|,\s(?P<comma>{COMMA_TITLE}|{_LETTERS})"
    rf"| (?P<bare>(?:as )?{OUR} {COMMA_TITLE}))?"
    rf"(?:\s{{0,2}}[<(\[](?P<mail2>{_EMAIL})[>)\]])?",
    _FLAGS,
)
# What a director directs, behind a comma: "Director, Data Platform".
_FIELD = re.compile(
    r", (?P<field>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-ZÀ-Þ][^\W\d](?:[^\W\d]|[&/ -]){1,39})(?=[ \t]*(?:\n|$))"
)
_NO_JOB = re.compile(
    r"^(?:[ECMPB]?[SD]?T|GMT|UTC|CES?T|AE[DS]T|UK|US|USA|EU|NY|CA|TX|AM|PM|ID|PS|NB|OK|FYI|RSVP|HQ|GMBH|LTD|LLC|INC|PLC|AG|SE|KG)$",
    _FLAGS,
)


@dataclass(frozen=True)
class Named:
    """A person with the words that named them."""

    person: PersonFound
    source: str
    start: int


_WHERE = re.compile(r" for (?:the|our) .*$| (?:at|bei|chez|for) (?-i:[A-Z]).*$", _FLAGS)
_ONE_OF = re.compile(r"^(?:one|two|three|four|some) of (?:our|the) ")
_REMARK = re.compile(r"\s[-–—]\s(?=[a-z]).*$")


def of(name: str, title: str, mail: str, source: str, start: int) -> Named:
    """A person by the parts of their naming; the title loses "our" and its company."""
    title = without_article(title).removeprefix("as ").partition("\n")[0]
    for not_of_it in (_WHERE, _ONE_OF, _REMARK):
        title = not_of_it.sub("", title)
    person = PersonFound(cleaned(name), title.strip(" ,-"), mail, kind_by_title(title))
    return Named(person, source.strip(" -–—,•*@"), start)


def of_item(match: re.Match[str], lead: str) -> Named:
    """The person an ITEM names; `lead` is the title in front where it has none."""
    title, mail = _own_title(match), match["mail1"] or match["mail2"] or ""
    if match["paren"] and "@" in match["paren"]:
        address = re.search(_EMAIL, match["paren"])
        mail = address[0] if address else ""
    if title and title == match["comma"]:
        title = match.string[match.start("comma") : _end_of_title(match)]
    start = match.start("name")
    source = match.string[start : end_of(match)] if title or mail else match["name"]
    title = title or (lead if is_title(lead) else "")
    return of(match["name"], title, mail, source, start)


def _own_title(match: re.Match[str]) -> str:
    if match["paren"] and may_be_title(match["paren"]):
        return match["paren"]
    if match["comma"] and re.fullmatch(_LETTERS, match["comma"]):
        return "" if _NO_JOB.match(match["comma"]) else match["comma"]
    parts = (match["dash"], match["comma"], match["bare"])
    own = (part for part in parts if part and (is_title(part) or is_job(part)))
    return next((part for part in own if not _leads_another(part)), "")


_NAME_AT_END = re.compile(rf" ({NAME})$")


def _leads_another(words: str) -> bool:
    """Whether a title is of the one named behind it: "staff engineer Chris Wu"."""
    name = _NAME_AT_END.search(words)
    return bool(
        name
        and " " in name[1]
        and is_name(name[1])
        and not is_title(name[1])
        and is_title(words[: name.start()])
    )


def end_of(match: re.Match[str]) -> int:
    """Where a name ends with what belongs to it; words that are no title do not."""
    for group in ("dash", "comma", "bare"):
        words = match[group]
        if words and (not _is_job(words) or _leads_another(words)):
            return match.end("name")
    if another := _another_behind(match):
        return another
    return max(_end_of_title(match), match.end())


def _is_job(words: str) -> bool:
    letters = re.fullmatch(_LETTERS, words) and not _NO_JOB.match(words)
    return is_title(words) or is_job(words) or bool(letters)


# "VP Operations & Kim Tran", but "VP Sales & Marketing".
_AND_NAME = re.compile(rf" (?:&|and) (?={NAME})")


def alone(title: str) -> str:
    """A title without the next person who is joined to it."""
    for joined in _AND_NAME.finditer(title):
        if is_given(title[joined.end() :].split(" ")[0]):
            return title[: joined.start()]
    return title


def _another_behind(match: re.Match[str]) -> int:
    """Where the next person is joined to a title; 0 where none is."""
    title = match["comma"] or ""
    mine = alone(title)
    return match.start("comma") + len(mine) if mine != title else 0


def _end_of_title(match: re.Match[str]) -> int:
    """Behind the title, with the field it is of: "Director, Data Platform"."""
    if another := _another_behind(match):
        return another
    end = match.end("comma") if match["comma"] else match.end()
    if match["comma"] and (field := _FIELD.match(match.string, end)):
        words = field["field"].strip()
        if " " not in words or not is_name(words):
            return field.end("field")
    return end
