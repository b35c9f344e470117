"""The conversation with the mail server, one step at a time.

`smtplib` alone sends a message in one go. Here the dot that ends it is a step of
its own, because the fence stands right before it: a server must not deliver what
was not ended (RFC 5321, section 4.1.1.4).
"""

from __future__ import annotations

import re
import select
import smtplib
import socket
import ssl
import time
from collections.abc import Callable
from typing import Self

from django.conf import settings

from reminders.delivery import stopping

Reply = tuple[int, bytes]

# RFC 5321, section 4.5.3.2.6 allows ten minutes for the answer to the dot; a
# background task has less than five to live.
DOT_TIMEOUT_SECONDS = 120.0
_LOOK_SECONDS = 0.2
_CLOSING = 421


class Refused(Exception):  # noqa: N818
    """The server said no, before the dot."""

    def __init__(self, stage: str, code: int, text: str) -> None:
        super().__init__(f"{stage}: {code} {text}")
        self.stage, self.code, self.text = stage, code, text


class Unreachable(Exception):  # noqa: N818
    """There was no answer, or gibberish, before the dot: nothing was accepted."""

    def __init__(self, stage: str, text: str) -> None:
        super().__init__(f"{stage}: {text}")
        self.stage, self.text = stage, text


class Unanswered(Exception):  # noqa: N818
    """There was no answer to the dot: nobody knows whether it was accepted."""


class Talker:
    """Connects, secures and signs in as the settings say. `plain` and `tls` talk."""

    plain: type[smtplib.SMTP] = smtplib.SMTP
    tls: type[smtplib.SMTP_SSL] = smtplib.SMTP_SSL

    def connected(self) -> smtplib.SMTP:
        context = ssl.create_default_context()
        smtp = self._called(context)
        try:
            smtp.ehlo_or_helo_if_needed()
            if settings.EMAIL_USE_TLS:
                smtp.starttls(context=context)
                # What was said before counts no more (RFC 3207, section 4.2).
                smtp.ehlo_or_helo_if_needed()
            if settings.EMAIL_HOST_USER:
                smtp.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _called(self, context: ssl.SSLContext) -> smtplib.SMTP:
        host, port = settings.EMAIL_HOST, settings.EMAIL_PORT
        timeout = settings.EMAIL_TIMEOUT
        if settings.EMAIL_USE_SSL:
            smtp: smtplib.SMTP = self.tls(host, port, timeout=timeout, context=context)
        else:
            smtp = self.plain(host, port, timeout=timeout)
        _send_at_once(smtp.sock)
        return smtp


class Conversation:
    """A connection to the mail server, opened when first needed, kept for the next.

    As a context it says goodbye at the end, or just hangs up after an exception.
    """

    def __init__(self, talker: Talker | None = None) -> None:
        self._smtp: smtplib.SMTP | None = None
        self._talker = talker or Talker()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if kind is None:
            self._say(lambda smtp: smtp.quit())
        self.hang_up()

    @property
    def is_open(self) -> bool:
        return self._smtp is not None

    def connect(self) -> None:
        """Connect and sign in, unless that is done. Raises Refused or Unreachable."""
        self._open()

    def offer(self, *, sender: str, recipient: str, mime: bytes) -> None:
        """Say everything but the dot. Raises Refused or Unreachable.

        A connection kept from an earlier message may have gone stale; then a new
        one is tried once.
        """
        if self._smtp:
            try:
                return self._offer(sender, recipient, mime)
            except Unreachable:
                self.hang_up()
            except Refused as refusal:
                if refusal.code != _CLOSING:
                    raise
                self.hang_up()
        return self._offer(sender, recipient, mime)

    def end(self, step: Callable[[str], None]) -> Reply:
        """Write the dot and return the answer to it. Raises Unanswered."""
        smtp = self._open()
        try:
            smtp.send(b".\r\n")
            step("dot_written")
            if smtp.sock:
                _wait_for_answer(smtp.sock)
            reply = smtp.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self.hang_up()
            raise Unanswered(str(error)) from error
        if reply[0] == _CLOSING:
            self.hang_up()
        return reply

    def hang_up(self) -> None:
        """Drop the connection without a word, whatever was half said on it."""
        if self._smtp:
            self._smtp.close()
            self._smtp = None

    def _offer(self, sender: str, recipient: str, mime: bytes) -> None:
        smtp = self._open()
        options = () if mime.isascii() else ("BODY=8BITMIME",)
        try:
            self._ask("mail", lambda: smtp.mail(sender, options))
            self._ask("rcpt", lambda: smtp.rcpt(recipient))
            self._ask("data", lambda: smtp.docmd("DATA"), wanted=3)
        except Refused:
            self._say(lambda smtp: smtp.rset())
            raise
        try:
            smtp.send(with_dots_doubled(mime))
        except (smtplib.SMTPException, OSError) as error:
            raise Unreachable("body", str(error)) from error

    def _ask(self, stage: str, say: Callable[[], Reply], *, wanted: int = 2) -> None:
        """Say something and hear an answer of the wanted hundred."""
        try:
            code, text = say()
        except (smtplib.SMTPException, OSError) as error:
            raise Unreachable(stage, str(error)) from error
        said = text.decode(errors="replace")
        if code < 0:
            raise Unreachable(stage, f"No answer but: {said}")
        if code // 100 != wanted:
            raise Refused(stage, code, said)

    def _say(self, word: Callable[[smtplib.SMTP], Reply]) -> None:
        """Say something whose answer does not matter."""
        if self._smtp:
            try:
                word(self._smtp)
            except (smtplib.SMTPException, OSError):
                self.hang_up()

    def _open(self) -> smtplib.SMTP:
        if self._smtp is None:
            try:
                self._smtp = self._talker.connected()
            except smtplib.SMTPResponseException as error:
                said = _as_text(error.smtp_error)
                if error.smtp_code < 0:
                    raise Unreachable("connect", f"No answer but: {said}") from error
                raise Refused("connect", error.smtp_code, said) from error
            except (smtplib.SMTPException, OSError) as error:
                raise Unreachable("connect", str(error)) from error
        return self._smtp


def _send_at_once(sock: socket.socket | None) -> None:
    """The dot goes by itself, after the body. Left to Nagle's algorithm it would wait
    for the server's host to confirm the body, which takes its time for that: 40 ms.
    """
    if sock:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _wait_for_answer(sock: socket.socket) -> None:
    """Return when something arrives; TimeoutError when it is too late, or we end."""
    give_up_at = time.monotonic() + DOT_TIMEOUT_SECONDS
    while not _has_arrived(sock):
        if time.monotonic() > min(give_up_at, stopping.deadline()):
            raise TimeoutError("no answer to the dot")


def _has_arrived(sock: socket.socket) -> bool:
    if isinstance(sock, ssl.SSLSocket) and sock.pending():
        return True
    return bool(select.select([sock], [], [], _LOOK_SECONDS)[0])


def with_dots_doubled(mime: bytes) -> bytes:
    """A message as it goes over the wire, whole lines (RFC 5321, section 4.5.2)."""
    doubled = re.sub(rb"(?m)^\.", b"..", mime)
    return doubled if doubled.endswith(b"\r\n") else doubled + b"\r\n"


def _as_text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said
