from __future__ import annotations

from tests.interviews.conftest import monday

__all__ = ["monday"]
