from __future__ import annotations

from django.db import models


class MailServer(models.Model):
    """What all senders together know of one SMTP server; no row: nothing bad.

    While `next_try_at` is set nobody sends; whoever moves it on may try once.
    """

    # Host and port, such as mail.example.com:587.
    address = models.CharField(max_length=300, primary_key=True)
    # In a row, without a success between them.
    failures = models.PositiveIntegerField(default=0)
    failing_since = models.DateTimeField(null=True, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    # The last failure: at which step, and the words of the server or the system.
    stage = models.CharField(max_length=20, blank=True)
    said = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return self.address
