"""A test mail, with each word of the conversation with the mail server.

It goes to whoever runs the installation and is no reminder: no row, no fence.
"""

from __future__ import annotations

import smtplib
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid, parseaddr

from django.conf import settings
from django.utils import timezone

from reminders.delivery.outcome import CONNECT, Outcome, Verdict, of_refusal
from reminders.delivery.smtp import (
    Conversation,
    Refused,
    Talker,
    Unanswered,
    Unreachable,
)

_HIDDEN = "(hidden)"
_GO_ON = 334  # RFC 4954, section 4: a question within signing in


@dataclass(frozen=True)
class Line:
    """What one side said. `ours`: we did."""

    text: str
    ours: bool = False


@dataclass
class Trial:
    """The conversation, how it ended, and what that means in plain words."""

    lines: list[Line] = field(default_factory=list)
    outcome: Outcome = field(default_factory=lambda: Outcome(Verdict.TRY_AGAIN))

    @property
    def worked(self) -> bool:
        return self.outcome.verdict is Verdict.ACCEPTED

    @property
    def meaning(self) -> str:
        return _meaning(self.outcome)


def try_mail(recipient: str) -> Trial:
    """Send a test mail to an address now, and report; never raises for the server."""
    trial = Trial()
    mime = _mail(recipient)
    try:
        with Conversation(_overhearing(trial.lines)) as smtp:
            sender = parseaddr(str(settings.DEFAULT_FROM_EMAIL))[1]
            smtp.offer(sender=sender, recipient=recipient, mime=mime)
            trial.lines.append(
                Line(f"(a mail of {len(mime)} bytes, and a dot)", ours=True)
            )
            code, said = smtp.end(lambda _step: None)
            trial.outcome = _answered(code, said.decode(errors="replace"))
    except Refused as refusal:
        trial.outcome = of_refusal(refusal.stage, refusal.code, refusal.text)
    except Unreachable as error:
        trial.outcome = Outcome(Verdict.TRY_AGAIN, error.stage, text=error.text)
    except Unanswered as error:
        trial.outcome = Outcome(Verdict.IN_DOUBT, "body", text=str(error))
    return trial


def _mail(recipient: str) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"] = str(settings.DEFAULT_FROM_EMAIL)
    mail["To"] = recipient
    mail["Subject"] = "Callback: a test mail"
    mail["Date"] = format_datetime(timezone.now())
    mail["Message-ID"] = make_msgid("trial", settings.SITE.host.strip("[]"))
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(f"Mail from {settings.SITE_URL} reaches you.\n")
    return mail.as_bytes()


def _answered(code: int, text: str) -> Outcome:
    if 200 <= code < 300:
        return Outcome(Verdict.ACCEPTED, "body", code, text)
    if 400 <= code < 600:
        return of_refusal("body", code, text)
    return Outcome(Verdict.IN_DOUBT, "body", code, text)


def _meaning(outcome: Outcome) -> str:
    verdict = outcome.verdict
    if verdict is Verdict.ACCEPTED:
        return "The mail server took it. Now look whether it arrives, also among spam."
    if outcome.stage == CONNECT and outcome.code is None:
        return f"Nothing answers as it should: {outcome.text}. Check EMAIL_URL: host, port, TLS."
    if outcome.stage == CONNECT:
        return "It would not let us in. Check user and password in EMAIL_URL."
    if verdict is Verdict.OUR_FAULT:
        return (
            "It does not take mail from us: check DEFAULT_FROM_EMAIL, and whether this "
            "server lets us send to others."
        )
    if verdict is Verdict.REFUSED:
        return "It does not know the address. Try another one."
    if verdict is Verdict.REJECTED:
        return "It read the mail and would not have it."
    if verdict is Verdict.IN_DOUBT:
        return "It never said whether it took the mail."
    return f"Not now: {outcome.text or 'it asks to come back later'}."


def _overhearing(lines: list[Line]) -> Talker:
    talker = Talker()
    heard = {"lines": lines}
    talker.plain = type("Overheard", (_Overheard, smtplib.SMTP), heard)
    talker.tls = type("OverheardTls", (_Overheard, smtplib.SMTP_SSL), heard)
    return talker


class _Overheard(smtplib.SMTP):
    """Writes down what is said; of signing in only that it happens."""

    lines: list[Line]
    _secret = False

    def putcmd(self, cmd: str, args: str = "") -> None:
        if cmd.upper() == "AUTH":
            self._secret = True
            text = f"AUTH {args.split(' ')[0]} {_HIDDEN}"
        else:
            text = _HIDDEN if self._secret else f"{cmd} {args}".strip()
        self.lines.append(Line(text, ours=True))
        super().putcmd(cmd, args)

    def getreply(self) -> tuple[int, bytes]:
        code, said = super().getreply()
        self._secret = self._secret and code == _GO_ON
        shown = _HIDDEN if code == _GO_ON else said.decode(errors="replace")
        self.lines.append(Line(f"{code} {shown}"))
        return code, said
