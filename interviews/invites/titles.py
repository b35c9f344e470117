"""What a person is called by their work: "VP Engineering", "our founder", "Leiterin"."""

from __future__ import annotations

import re
from functools import lru_cache

from interviews.invites.jobs import JOB_WORD, ROLE_WORD

_FLAGS = re.IGNORECASE

_ROLE = re.compile(rf"\b(?:{ROLE_WORD})s?\b", _FLAGS)

OUR = r"(?:our|the|your|my|his|her|an?|unser(?:e[rmn]?)?|ihr(?:e[rmn]?)?|notre|votre|nuestr[oa]|tu|su|der|die|dem|el|la|le)"
TITLE_STOP = (
    r"(?:will|would|who|can|is|are|has|have|and|or|at|on|from|via|to|this|next|with|wants?|here|today|tomorrow|werden|wird|für|am|um|bei|mit|und|nehmen|nimmt"
    r"|sera|seront|et|le|chez|y|será|serán|el|en|if|so|but|then|followed|likes?|loves?|im|in(?! (?:charge|residence))|teil|please|we|you|i|regarding|about)\b"
)
_WORD = r"[^\s,;:()|.<>\n–—]{1,30}"
# A job behind a comma: "our Head of Data", "directrice des opérations".
COMMA_TITLE = (
    rf"(?:(?:she|he)(?:['’]s| is) )?(?:{OUR}\s)?(?!{TITLE_STOP})(?:(?!{TITLE_STOP}|and\s){_WORD}(?:[ ]|(?<=of)\n|(?<=for)\n|(?<=and)\n)){{0,5}}?"
    rf"(?:{JOB_WORD})s?\b(?:(?:\s(?:of|for|&|de|del|des|du|für|der)|(?<=of)|(?<=for))(?:[ \n](?:the |la |l['’]|our )?(?!{TITLE_STOP})[^\s,;:()|.<>]{{2,30}}){{1,3}}"
    rf"|(?:[ ](?!{TITLE_STOP}|for\b|of\b)[^\s,;:()|.<>–—-]{{2,30}}){{1,3}})?"
)
# What stands in brackets behind a name and is no job.
_NO_TITLE = re.compile(
    r"\d|[@!?]|https?|\b(?:she|he|they|her|him|them|sie|elle|ella|you|we|i|will|is|are|if|not|me|us|please|link|via|online|remote|virtual|video|phone|zoom|teams|meet|webex|in person|on-?site|tbc|tbd|tba"
    r"|[ecmp][sd]?t|gmt|utc|cet|cest|bst|uhr|optional|required|cc|copied|external|invited|accepted|monday|tuesday|wednesday|thursday|friday)\b",
    _FLAGS,
)


@lru_cache(maxsize=1024)
def is_title(words: str) -> bool:
    """Whether words name a job: "VP Engineering", "our founder"."""
    return bool(_ROLE.search(words)) and not re.search(r"\d{2}|[:!?]", words)


def may_be_title(words: str) -> bool:
    """Whether words in brackets beside a name can only say what its bearer does."""
    words = words.strip()
    short = 1 < len(words) <= 50 and len(words.split()) <= 6
    return short and not _NO_TITLE.search(words)


def without_article(title: str) -> str:
    title = " ".join(title.split()).strip(" ,.;–-")
    return re.sub(
        r"^(?:our|the|your|my|his|her|an?|unser\w*|ihr\w*|dein\w*|der|die|notre|votre|nuestr\w|tu|su|el|la|le)\s(?:new |own |lovely |wonderful )?",
        "", title, flags=_FLAGS,
    )  # fmt: skip
