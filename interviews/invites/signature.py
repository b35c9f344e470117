"""Who signed a message: the lines below its closing words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interviews.invites.names import NAME, is_name

_SIGN_OFF = re.compile(
    r"(?:^|\n|(?<=[.!?] ))[ \t]*(?:(?:with )?(?:best|kind(?:est)?|warm(?:est)?|many|all the|very|yours|most)?[ ]?(?:regards|wishes|thanks|best|warmly|warmest|sincerely|truly|faithfully)"
    r"(?: and \w+ \w+)?|thanks(?: again| so much| in advance)?|thx|thank you(?: again)?|cheers|yours|talk soon|speak soon|see you(?: soon| then| there)?|good luck|take care|best|all the best|have a (?:great|good|nice|lovely) \w+"
    r"|looking forward(?: to (?:it|meeting you|hearing from you))?|(?:mit )?(?:freundlichen?|besten|beste|viele|liebe|herzliche|schöne) (?:grüßen?|gruß)|gruß|cordialement|bien à vous|bien cordialement|à (?:très )?bientôt|bonne journée"
    r"|salutations|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|abraços|hälsningar|lg|vg|mfg)\b[ \t]*[,.!]?(?:[ \t]*\n+|[ \t]+(?=(?-i:[A-ZÀ-Þ])[^\n]{0,40}$))",
    re.IGNORECASE | re.MULTILINE,
)
_DASHED = re.compile(
    r"(?:^|\n|[.!?] )[ \t]*(?:--?|–|—|~)[ \t]*(?=[A-ZÀ-Þ][^\n]{0,50}\s*$)"
)


@dataclass(frozen=True)
class Signature:
    """Who signed: name, title and company as the lines below the greeting have them."""

    name: str = ""
    lines: tuple[str, ...] = ()
    start: int = -1


def signature(text: str) -> Signature:
    """The lines behind the closing words, as far as they look like one."""
    matches = list(_SIGN_OFF.finditer(text)) or list(_DASHED.finditer(text))
    if not matches:
        return _at_the_end(text)
    last = matches[-1]
    rest = [line.strip(" *|_-–") for line in text[last.end() :].split("\n")]
    lines = tuple(line for line in rest[:8] if line)[:6]
    if not lines:
        return Signature()
    name = re.split(r"\s*[,|·–—(@]\s*|\s-\s|\sx+$", lines[0])[0].strip(" .!")
    if not re.fullmatch(NAME, name) or not is_name(name):
        return Signature("", lines, last.start())
    fuller = next((line for line in lines[1:3] if line.startswith(f"{name} ")), "")
    fuller = re.split(r"[,|(]", fuller)[0].strip()
    if re.fullmatch(NAME, fuller):
        name = fuller
    return Signature(name, lines, last.start())


def _at_the_end(text: str) -> Signature:
    """A name that stands alone below the last paragraph, with what is below it."""
    head, _, block = text.rstrip().rpartition("\n\n")
    lines = tuple(line.strip(" *|_-–") for line in block.split("\n"))
    name = re.split(r"\s*[,|·–—(@]\s*|\s-\s|\sx+$", lines[0])[0].strip(" .!")
    if not head or len(lines) > 6 or name.count(" ") > 3:
        return Signature()
    if not re.fullmatch(NAME, name) or not is_name(name):
        return Signature()
    return Signature(name, lines, len(head))
