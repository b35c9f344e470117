from __future__ import annotations


class GuidanceError(ValueError):
    """Content that cannot be used; the message names the file and the item."""
