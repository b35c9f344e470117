"""Nothing is imported here: the supervisor and beat do without Django."""

from __future__ import annotations
