"""The company beside the job it offers: "(Buyer, Globex)", "Globex interview – Buyer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from interviews.invites.company_patterns import COMPANY
from interviews.invites.jobs import is_job
from interviews.invites.names import UPPER
from interviews.invites.organised import is_organised

_FLAGS = re.IGNORECASE | re.MULTILINE
_WORDS = (
    rf"(?P<job>(?-i:[{UPPER}0-9])[\w&/'’+-]{{0,30}}(?: [\w&/'’+-]{{1,30}}){{0,4}}?)"
)
_LINE = r"(?P<job>[^\n.,;:()|]{3,60}?)"
_KIND = r"(?:(?:phone|telephone|video|virtual|in-person|in-store|on-?site|zoom|first|second|final) )?"
# How much each says, and a sign without which it is not looked for; `True` where the
# company must show by a word that it is one.
_PAIRS = tuple(
    (weight, sign, re.compile(pattern, _FLAGS), organised)
    for weight, sign, pattern, organised in (
        (6, "(", rf"\((?P<job>[^(),\n]{{3,60}}), {COMPANY}\)", False),
        (4, "(", rf"\b{_WORDS} \({COMPANY}\)", False),
        (6, ",", rf"^[ \t*•|-]*(?:role|position|job|post|vacancy|stelle|poste|puesto)[ \t]*[:–-] ?(?P<job>[^\n,]{{3,60}}), {COMPANY}[ \t]*$", True),
        (5, " @ ", rf"\b{_WORDS} @ {COMPANY}", False),
        (5, "interview", rf"(?:^|[:.] ){COMPANY} {_KIND}interview(?: ?[-–—:|] | for (?:an? |the )?){_LINE}(?= (?:confirmed|is|on|at|with|has|will)\b|[\n.,;:()|]|$)", False),
        (5, "", rf"^[ \t]*{COMPANY} [-–—|] {_LINE} (?:hiring|recruiting|recruitment|search)(?: team)?[ \t]*$", False),
        (5, "", rf"^[ \t]*{COMPANY} [-–—|] {_LINE}[ \t]*$", True),
    )
)  # fmt: skip


def beside_jobs(text: str) -> Iterator[tuple[int, str, str, int]]:
    """Each with its weight, its name, its words and where they stand."""
    for weight, sign, pattern, organised in _PAIRS:
        for match in pattern.finditer(text) if sign in text else ():
            name = match["company"]
            shows = is_organised(name) or not organised
            numbered = any(each.isdigit() for each in name)
            if shows and not numbered and _names_job(match["job"]) and not is_job(name):
                yield weight, name, name, match.start()


def _names_job(words: str) -> bool:
    """Whether words, or the last of them, are what a job is called."""
    parts = words.split()
    return any(is_job(" ".join(parts[-count:])) for count in range(1, len(parts) + 1))
