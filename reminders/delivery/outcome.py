"""How a try to hand a message over ended, and what that means for it."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Verdict(enum.StrEnum):
    ACCEPTED = "accepted"
    # Nothing left, and it was nobody's fault or it may pass: try again later.
    TRY_AGAIN = "try_again"
    # Nothing left because of how this site is set up: never the reminder's loss.
    OUR_FAULT = "our_fault"
    # The server will not take mail for this recipient.
    REFUSED = "refused"
    # The server read the message and would not have it.
    REJECTED = "rejected"
    # It may have been accepted: the answer to the dot never came.
    IN_DOUBT = "in_doubt"
    # No mail server: kept in the app and as a file.
    KEPT = "kept"
    # We could not make or send it, because of a mistake of ours in this one.
    BROKEN = "broken"
    # Whoever held it died or was too slow; nothing had left.
    ABANDONED = "abandoned"


# The stage at which no message has been named to the server yet.
CONNECT = "connect"
# The stage at which our own disk failed.
JOURNAL = "journal"


@dataclass(frozen=True)
class Outcome:
    """`stage`: where it ended (connect, mail, rcpt, data, body, journal, or none)."""

    verdict: Verdict
    stage: str = ""
    code: int | None = None
    text: str = ""
    # The next message would fare no better: leave the server alone for a while.
    stops_run: bool = False


# RFC 4954, section 6: answers about our own authentication; 503: commands out of
# order, which some servers say instead.
_ABOUT_US = frozenset({503, 530, 534, 535, 538})
# RFC 3463, section 3.8: a matter of security or policy, not of the mailbox.
_POLICY = "5.7."
# RFC 5321, section 4.5.3.1.10, and RFC 3463, section 3.3: it may be emptied.
_FULL, _MAILBOX_FULL = 552, "5.2.2"
_CLOSING = 421  # RFC 5321, section 3.8: the whole host wants to be left alone


def of_refusal(stage: str, code: int, text: str) -> Outcome:
    """Judge an answer that is no success (RFC 5321, section 4.2.1).

    Only a 5yz is a lasting no; one that makes no sense there may make some later.
    """
    if not 500 <= code < 600:
        return Outcome(Verdict.TRY_AGAIN, stage, code, text, stops_run=code == _CLOSING)
    if stage == "rcpt" and (code == _FULL or text.startswith(_MAILBOX_FULL)):
        return Outcome(Verdict.TRY_AGAIN, stage, code, text)
    if stage in {CONNECT, "mail"} or code in _ABOUT_US or _will_not_relay(text):
        return Outcome(Verdict.OUR_FAULT, stage, code, text, stops_run=True)
    if stage == "rcpt" and text.startswith(_POLICY):
        # About us or the like of us, maybe at this recipient's door alone.
        return Outcome(Verdict.OUR_FAULT, stage, code, text)
    verdict = Verdict.REFUSED if stage == "rcpt" else Verdict.REJECTED
    return Outcome(verdict, stage, code, text)


def _will_not_relay(text: str) -> bool:
    """No code is set aside for it; every common server has the word in its answer."""
    return "relay" in text.lower()
