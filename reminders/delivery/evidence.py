"""What others know of our messages: a relay's log, or the events of a provider.

Two kinds of line are read, in any mixture; every other line is passed over.

* JSON, one object a line: {"message_id": "<…>", "event": "delivered"}.
* A line of a mail log that names our Message-ID: Postfix, exim, Sendmail.

Only what shows that a message *entered* a relay counts as accepted. Postfix names the
Message-ID before the message has ended, so there its queue has to take it, too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

# Providers' names for what only happens to a message they have accepted.
_ACCEPTED = frozenset(
    [
        "accepted",
        "bounce",
        "bounced",
        "click",
        "clicked",
        "complained",
        "complaint",
        "deferred",
        "delivered",
        "delivery",
        "delivery_delayed",
        "dsn",
        "open",
        "opened",
        "processed",
        "queued",
        "send",
        "sent",
    ]
)
# …and for one that they did not take: nothing has left.
_REFUSED = frozenset(["absent", "dropped", "refused", "reject", "rejected"])

_OURS = r"message\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[\w.-]+"
# Postfix, cleanup(8): the header was seen; qmgr(8) and delivery agents: it is queued.
_CLEANUP = re.compile(rf"postfix\S*/cleanup\S*: (\w+): message-id=<({_OURS})>")
_QUEUED = re.compile(r"postfix\S*: (\w+): (?:from=<.*\(queue active\)|to=<.*status=)")
# Exim: "<=" is an arrival. Sendmail: logged when the message was collected.
_ARRIVED = (
    re.compile(rf" <= .* id=<?({_OURS})"),
    re.compile(rf": from=.*\bmsgid=<({_OURS})>.*\bnrcpts=[1-9]"),
)


@dataclass(frozen=True)
class Finding:
    """`accepted`: it entered a relay; False: it was seen not to."""

    message_id: str
    said: str
    accepted: bool = True


def findings(
    lines: Iterable[str], seen: dict[str, str] | None = None
) -> Iterator[Finding]:
    """What the lines prove about messages of ours, in their order.

    `seen`: what earlier lines said, for these to go on from, and for the next.
    """
    seen = {} if seen is None else seen
    for line in lines:
        found = _of_json(line) if line.lstrip().startswith("{") else _of_log(line, seen)
        if found:
            yield found


def _of_json(line: str) -> Finding | None:
    try:
        said: Any = json.loads(line)
    except ValueError:
        return None
    if not isinstance(said, dict):
        return None
    event = str(said.get("event", "")).lower()
    message_id = str(said.get("message_id", "")).strip("<> ")
    if not message_id or event not in _ACCEPTED | _REFUSED:
        return None
    return Finding(f"<{message_id}>", event, event in _ACCEPTED)


def _of_log(line: str, seen: dict[str, str]) -> Finding | None:
    """`seen`: which message stands behind a queue number of Postfix."""
    if cleanup := _CLEANUP.search(line):
        seen[cleanup[1]] = cleanup[2]
        return None
    if (queued := _QUEUED.search(line)) and queued[1] in seen:
        return Finding(f"<{seen.pop(queued[1])}>", f"queued as {queued[1]}")
    arrived = next(filter(None, (each.search(line) for each in _ARRIVED)), None)
    return Finding(f"<{arrived[1]}>", "in the log") if arrived else None
