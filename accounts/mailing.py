"""Mail that leaves after the answer, so that the wait tells a stranger nothing."""

from __future__ import annotations

import logging
from concurrent.futures import Future, ThreadPoolExecutor

from django.core.mail import EmailMessage

_logger = logging.getLogger(__name__)
# Few: a slow mail server shall not eat the machine. At its end a process waits for
# what is still on its way.
_senders = ThreadPoolExecutor(max_workers=2, thread_name_prefix="mail")


class SentLater:
    """Stands where a message is sent; hands it over and does not wait."""

    def __init__(self, mail: EmailMessage) -> None:
        self.mail = mail

    def send(self) -> Future[None]:
        return _senders.submit(_send, self.mail)


def _send(mail: EmailMessage) -> None:
    try:
        mail.send()
    except Exception:
        # Whoever asked can only ask again; the operator must see why.
        _logger.exception("A mail could not be sent: %s", mail.subject)
