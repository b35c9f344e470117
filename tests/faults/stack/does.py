from __future__ import annotations

from tests.stack.running import Stack


def do(stack: Stack, deed: str) -> str:
    """Do one of the deeds on the stack's database; returns what it says."""
    return stack.shell(f"from tests.faults.stack import deeds; deeds.{deed}")
