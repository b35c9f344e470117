"""What is not worth a line in the logs."""

from __future__ import annotations

import logging
from http import HTTPStatus


def worth_telling(record: logging.LogRecord) -> bool:
    """All but the forms that were refused: somebody typed, and is told beside it."""
    status = getattr(record, "status_code", None)
    return status != HTTPStatus.UNPROCESSABLE_ENTITY
