from __future__ import annotations


class StackError(Exception):
    """The stack cannot start; the text says what to do about it."""
