"""Names as people type them."""

from __future__ import annotations


def one_line(name: str) -> str:
    """The name without blanks around it, and with single ones within."""
    return " ".join(name.split())
