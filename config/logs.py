"""How a line of the log is written, and what is not worth one."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from http import HTTPStatus


def worth_telling(record: logging.LogRecord) -> bool:
    """All but the forms that were refused: somebody typed, and is told beside it."""
    status = getattr(record, "status_code", None)
    return status != HTTPStatus.UNPROCESSABLE_ENTITY


class JsonLines(logging.Formatter):
    """One JSON object a line; the `facts` of a record are fields of their own.

    Python's own formatter is enough for that: a library that carries context along
    would know no more than what each line is given.
    """

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, object] = {
            "at": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        facts = getattr(record, "facts", None)
        line |= facts or {"event": record.getMessage()}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str, ensure_ascii=False)
