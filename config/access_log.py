from __future__ import annotations

from typing import Any

from gunicorn.glogging import Logger

from config.masking import masked


class AccessLog(Logger):  # type: ignore[misc]  # published without types
    """gunicorn's logger: an operator may switch the access log on."""

    def atoms(self, *args: Any) -> dict[str, Any]:
        """What a line is made of (request line, address, referrer), links masked."""
        found: dict[str, Any] = super().atoms(*args)
        return {
            name: masked(value) if isinstance(value, str) else value
            for name, value in found.items()
        }
