"""What the log says of delivery: each step with the message's id, nothing private.

No subject, no text, no address: where a server repeats one in its answer it is left
out. `facts` are fields of their own where the log is written as JSON (`config.logs`).
"""

from __future__ import annotations

import logging
import re
import uuid

from reminders.delivery.outcome import Outcome, Verdict
from reminders.models import Message

logger = logging.getLogger("reminders.delivery")

_BAD = {Verdict.OUR_FAULT, Verdict.REFUSED, Verdict.REJECTED, Verdict.BROKEN}
_ADDRESS = re.compile(r"[^\s<>\"']+@[^\s<>\"']+")
# Postfix and exim say it in their own way.
_QUEUE_ID = re.compile(r"(?:queued as |\bid=)([\w.-]+)", re.IGNORECASE)


def step(name: str, message_pk: uuid.UUID) -> None:
    """A step on the way of a message."""
    _say(logging.DEBUG, name, message=str(message_pk))


def ended(message: Message, outcome: Outcome) -> None:
    """How a try ended."""
    level = logging.ERROR if outcome.verdict in _BAD else logging.INFO
    _say(
        level,
        outcome.verdict.value,
        message=str(message.pk),
        attempt=message.attempts,
        state=message.state,
        stage=outcome.stage,
        code=outcome.code,
        queue_id=queue_id(outcome.text),
        said=without_addresses(outcome.text),
    )


def happened(event: str, message_pk: uuid.UUID, *, level: int = logging.INFO) -> None:
    """Something befell a message outside a try."""
    _say(level, event, message=str(message_pk))


def without_addresses(text: str) -> str:
    return _ADDRESS.sub("…", text)


def queue_id(text: str) -> str:
    """Under which number the server goes on with it, if its answer says so."""
    found = _QUEUE_ID.search(text)
    return found[1] if found else ""


def _say(level: int, event: str, **facts: object) -> None:
    if not logger.isEnabledFor(level):
        return
    given = {name: value for name, value in facts.items() if value not in (None, "")}
    text = " ".join(f"{name}={_shown(value)}" for name, value in given.items())
    logger.log(level, "%s %s", event, text, extra={"facts": {"event": event, **given}})


def _shown(value: object) -> str:
    text = str(value)
    return f'"{text}"' if " " in text else text
