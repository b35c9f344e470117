from __future__ import annotations

from typing import Any, NoReturn

from django.db.backends.postgresql import base

from config.stack.absent import StackAbsentError


class DatabaseWrapper(base.DatabaseWrapper):
    """PostgreSQL's dialect without a server behind it."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> NoReturn:
        raise StackAbsentError
