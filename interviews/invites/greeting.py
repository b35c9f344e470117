"""Whom a message greets: the candidate."""

from __future__ import annotations

import re

_GREETED = re.compile(
    r"(?:^|\n)\s*(?:hi|hello|dear|hey|good (?:morning|afternoon|evening)|hallo|guten tag|liebe[r]?|sehr geehrte[r]?"
    r"|bonjour|cher|chère|hola|estimad[oa]|querid[oa])\s+(?:(?:mr|mrs|ms|dr|frau|herr|mme|sr|sra)\.? )?([^\n,!.:;–-]{2,40})",
    re.IGNORECASE,
)  # fmt: skip


# With these the message itself begins: "hi Jo its Bec from …".
_BEGINS = re.compile(
    r"\s(?:it['’]?s|this|i['’]?m|i|we|you|your|from|w/|see|just|thanks?|thank|for|the|and we|hier|ich|wir|c['’]est|je|soy|te|le|here|hope|great|quick|re|in)\b.*",
    re.IGNORECASE,
)


def greeted(body: str) -> frozenset[str]:
    """The names the first greeting has, in small letters: whole, first and last word."""
    match = _GREETED.search(body)
    called = _BEGINS.sub("", f" {match[1]}").casefold().split() if match else []
    return (
        frozenset({" ".join(called), called[0], called[-1]}) if called else frozenset()
    )
