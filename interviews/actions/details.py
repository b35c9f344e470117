from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from applications.models import Contact


@dataclass(frozen=True, kw_only=True)
class SessionDetails:
    """One session as the owner entered it; times aware, stored as UTC."""

    time_zone: str
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    setting: str = ""
    formats: list[str] = field(default_factory=list)
    place: str = ""
    link: str = ""

    def as_fields(self) -> dict[str, Any]:
        """The columns of `Session`."""
        return {
            "time_zone": self.time_zone,
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "setting": self.setting,
            "formats": self.formats,
            "place": self.place,
            "link": self.link,
        }


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who takes part, as the owner typed them, or known as `contact`."""

    name: str
    contact: Contact | None = None
    title: str = ""
    email: str = ""
    kind: str = ""
