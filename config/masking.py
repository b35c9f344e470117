"""Links that open something by themselves never stand whole in a log."""

from __future__ import annotations

import logging
import re

# A private calendar, and what mails link to.
_OPENS_BY_ITSELF = re.compile(r"(/calendar/|/m/(?:\w+/)?)[\w.:~%-]{20,}")


def masked(text: str) -> str:
    """ "/calendar/…" for the address of somebody's calendar."""
    return _OPENS_BY_ITSELF.sub(r"\1…", text)


class Masking(logging.Filter):
    """Lets every record through, without such links in its words."""

    def filter(self, record: logging.LogRecord) -> bool:
        words = record.getMessage()
        if (safe := masked(words)) != words:
            record.msg, record.args = safe, ()
        return True
