"""Getting due reminders to their owners by mail: never lost, never twice.

Claim (`claim`), check and render (`readying`), hand over up to the dot (`smtp`),
pass the fence (`fence`), write the dot, record the answer (`results`). The order,
and who recovers what after a crash between any two steps, is told in `sender`.
"""

from __future__ import annotations
