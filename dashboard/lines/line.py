"""What a line of Today consists of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


# Not frozen: that makes each of them three times as slow to make, and a page has eighty.
@dataclass(slots=True, kw_only=True)
class Act:
    """A link, or where `key` is given a button that posts; `about` says of what."""

    label: str
    url: str
    about: str
    key: str = ""
    look: str = ""
    value: str = ""
    # Answers with the line as it now is, for htmx.
    swaps: bool = False


@dataclass(slots=True, kw_only=True)
class Line:
    """Who (`badge` or `icon`), what, with whom and why (`detail`), and by when."""

    at: datetime
    key: str
    what: str
    url: str
    detail: str
    when: str
    badge: str = ""
    icon: str = ""
    tag: str = ""
    is_sample: bool = False
    acts: tuple[Act, ...] = ()
    # Second to those: behind a menu.
    rest: tuple[Act, ...] = ()


@dataclass(frozen=True)
class Group:
    name: str
    tone: str
    lines: list[Line] = field(default_factory=list)
