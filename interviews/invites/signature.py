"""Who wrote a message: the lines below its closing words, or "it's Jo from …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from interviews.invites.given_names import is_given
from interviews.invites.names import NAME, WHOLE_NAME, is_name, is_surely_name
from interviews.invites.titles import is_title

_SIGN_OFF = re.compile(
    r"(?:^|\n|(?<=[.!?] ))[ \t]*(?:(?:with )?(?:best|kind(?:est)?|warm(?:est)?|many|all the|very|yours|most|thanks (?:and|&))?[ ]?(?:regards|wishes|thanks|best|warmly|warmest|sincerely|truly|faithfully)"
    r"(?: and \w+ \w+)?|thanks(?: again| so much| in advance)?|thx|thank you(?: again)?|cheers|yours|talk soon|speak soon|see you(?: soon| then| there)?|good luck|take care|best|all the best|have a (?:great|good|nice|lovely) \w+|apologies(?: again)?|fingers crossed|sorry again|ta|gracias|merci|danke(?: dir| ihnen| euch)?|vielen dank|muchas gracias|cordially|respectfully|greetings|sent from my \w+"
    r"|looking forward(?: to (?:it|meeting you|hearing from you))?|(?:mit )?(?:freundlichen?|besten|beste|viele|liebe|herzliche|schöne) (?:gr[üu](?:ß|ss)(?:en?)?|gruß)|gruß|gruss|cordialement|bien à (?:vous|toi)|bien cordialement|à (?:très )?bientôt|bonne journée|belle journée|au plaisir|sincères salutations"
    r"|salutations|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|un abrazo|cordialmente|atentamente|abraços|hälsningar|lg|vg|mfg)\b[ \t]*[,.!]?(?:[ \t]*\n+|[ \t]+(?=(?-i:[A-ZÀ-Þ])[^\n]{0,40}$))",
    re.IGNORECASE | re.MULTILINE,
)
_DASHED = re.compile(
    r"(?:^|\n|[.!?)] )[ \t]*(?:--?|–|—|~)[ \t]*(?=[A-ZÀ-Þ][^\n]{0,50}\s*$)"
)
# Behind the last sentence, on its line: "… lmk! Bastien - Atelier Rivage (poste …)".
_SPOKEN_END = re.compile(
    rf"[.!?)][ ]+(?=(?P<name>{NAME})(?:,| -| –| @| from| at|, | \()?[^\n.!?]{{0,60}}\s*$)"
)
_PROXY = re.compile(r"^(?:i\.? ?[AV]\.|ppa\.?|p\.p\.|pp|per pro)\s+", re.IGNORECASE)


_BESIDE_NAME = re.compile(r"\s*[,|·–—(@]\s*|\s-\s|\sx+$")
_BEHIND_NAME = re.compile(r"[,|(]")
_BEHIND_TITLE = re.compile(r"\s*[|·@)]\s*|,\s|\s[-–—]\s| at ")
_ENDS_SENTENCE = re.compile(r"(?:[.!?)]|https?://\S+)$")
_NO_NAMES = re.compile(r"[:?!\d/|]|\.$")
_NO_CLOSING = re.compile(r"[:?\d@|]|\.$")
_OF = re.compile(r" (?:von|vom|de|del|du|da) ")


@dataclass(frozen=True)
class Signature:
    """Who signed: name, title and company as the lines below the greeting have them."""

    name: str = ""
    lines: tuple[str, ...] = ()
    start: int = -1


@lru_cache(maxsize=8)
def signature(text: str) -> Signature:
    """The lines behind the closing words, as far as they look like one."""
    matches = list(_SIGN_OFF.finditer(text)) or list(_DASHED.finditer(text))
    if not matches:
        return _at_the_end(text) or _in_the_last_line(text)
    last = matches[-1]
    rest = [line.strip(" *|_-–") for line in text[last.end() :].split("\n")]
    lines = tuple(line for line in rest[:8] if line)[:6]
    return _of_lines(lines, last.start()) if lines else Signature()


def _of_lines(lines: tuple[str, ...], start: int) -> Signature:
    """A signature whose name is its first line, or the second below a department."""
    for at in (0, 1):
        name = _name_of(lines[at]) if at < len(lines) else ""
        if name:
            fuller = next(filter(None, (_fuller(x, name) for x in lines[1:3])), name)
            return Signature(fuller, lines[at:] + lines[:at], start)
    return Signature("", lines, start)


def _name_of(line: str) -> str:
    """The name a line of a signature begins with: "Bea Lang | Talent", "i. A. Jo Ott"."""
    line = _PROXY.sub("", line)
    name = _BESIDE_NAME.split(line)[0].strip(" .!")
    firm = line[len(name) :].startswith(" &")
    return name if WHOLE_NAME.fullmatch(name) and is_name(name) and not firm else ""


def _fuller(line: str, name: str) -> str:
    whole = _BEHIND_NAME.split(line)[0].strip() if line.startswith(f"{name} ") else ""
    return whole if WHOLE_NAME.fullmatch(whole) else ""


def _at_the_end(text: str) -> Signature | None:
    """A name that stands alone below the last paragraph, with what is below it.

    Its first line may be closing words that nobody could list.
    """
    head, _, block = text.rstrip().rpartition("\n\n")
    lines = tuple(line.strip(" *|_-–") for line in block.split("\n"))
    begin = len(text.rstrip()) - len(block)
    at = _first_name(lines) if head and len(lines) <= 7 else -1
    if at >= 0:
        return Signature(_name_of(lines[at]), lines[at:], begin)
    if (at := _last_name(lines)) > 0:
        start = begin + len("\n".join(block.split("\n")[:at]))
        return Signature(lines[at], lines[at:], start)
    nameless = head and len(lines) <= 4 and all(map(_is_bare, lines))
    return Signature("", lines, begin) if nameless else None


def _first_name(lines: tuple[str, ...]) -> int:
    """The line with the name, first or below closing words; -1 without."""
    for at in (0, 1):
        name = _name_of(lines[at]) if at < len(lines) else ""
        if name and name.count(" ") <= 3 and (not at or _closes(lines[0])):
            return at
    return -1


def _last_name(lines: tuple[str, ...]) -> int:
    """The line that is a name alone, below the end of a sentence; -1 without."""
    for at in range(max(1, len(lines) - 3), len(lines)):
        ends = _ENDS_SENTENCE.search(lines[at - 1])
        if ends and _name_of(lines[at]) == lines[at]:
            return at
    return -1


def _is_bare(line: str) -> bool:
    """Whether a line has only names in it, as "Recruitment Services"."""
    words = line.split()
    capitals = sum(word[:1].isupper() for word in words)
    return (
        0 < len(words) <= 7 and capitals * 2 > len(words) and not _NO_NAMES.search(line)
    )


def _closes(line: str) -> bool:
    return len(line.split()) <= 5 and not _NO_CLOSING.search(line)


# The dot of "Mr. Karan Lal" ends no sentence.
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Ing|Lic|Sr|Sra)\. [^.!?]*$")


def _in_the_last_line(text: str) -> Signature:
    """ "… let me know! Bastien - Atelier Rivage"."""
    head, _, last = text.rstrip().rpartition("\n")
    end = _SPOKEN_END.search(last)
    if end is None or not is_name(end["name"]) or _ADDRESSED.search(last[: end.end()]):
        return Signature()
    start = len(head) + bool(head) + end.start() + 1
    return Signature(_name_of(end["name"]), (last[end.end() :].strip(),), start)


def signed_title(name: str, lines: tuple[str, ...]) -> str:
    """The title below or beside a signature's name: "Ron Tegg, owner"."""
    beside = [
        line[len(name) :].strip(" ,|(–-") for line in lines[:3] if line.startswith(name)
    ]
    parts = [part for part in (*beside, *lines[1:3]) if not part.startswith(name)]
    title = next((part for part in parts if is_title(part)), "")
    return _BEHIND_TITLE.split(title)[0]


_HERE = re.compile(
    r"\b(?:it['’]?s|this is|i['’]m|i am|my name is|hier ist|hier spricht|ich bin|mein name ist|ici|c['’]est|je suis|je m['’]appelle|soy|me llamo|mi nombre es|te escribe|le escribe)"
    rf" (?P<name>(?-i:{NAME}))(?: here)?(?=[ ,.!(\n]|$)"
    rf"|(?:^|[.!,:?\n] ?)(?P<other>(?-i:{NAME}))(?:,? (?:from|at|of|the|von|de|chez) [^\n.!?,]{{2,40}})? here\b"
    rf"|^[^\n.!?]{{2,30}}[!,.] (?P<fourth>(?-i:{NAME})) (?:from|at|von|de|chez) (?-i:[A-Z])[^\n.!?,]{{2,40}}[.!]"
    rf"|(?:^|[,.!] )hier (?P<fifth>(?-i:{NAME}))(?= (?:von|vom|aus)\b|[,.!\n])"
    rf"|^(?:\w+ [·•|] )?(?P<third>(?-i:{NAME}))(?: {{2,}}|\n| [·•|] )\d{{1,2}}:\d\d(?: ?[AP]M)?$",
    re.IGNORECASE | re.MULTILINE,
)


def introduced_self(text: str) -> re.Match[str] | None:
    """Where somebody says who writes: "it's Jo from Brackenfold", "Bec here"."""
    for match in _HERE.finditer(text[:1500]):
        name = match[match.lastgroup or 0]
        if is_name(name) and (match.lastgroup != "fifth" or is_surely_name(name)):
            return match
    return None


def own_name(said: re.Match[str]) -> tuple[str, int]:
    """Who says it, and where: "Lena von Radwerk" is Lena of Radwerk."""
    group = said.lastgroup or "name"
    name = _OF.split(said[group])[0]
    return (name if is_given(name) else said[group]), said.start(group)
