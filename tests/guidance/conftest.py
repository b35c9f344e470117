from __future__ import annotations

from hypothesis import settings

# A busy machine must not fail a rule: the properties are about what, not how fast.
settings.register_profile("guidance", deadline=None)
settings.load_profile("guidance")
