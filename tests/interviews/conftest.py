from __future__ import annotations

import pytest
import time_machine

from tests.interviews.world import NOW


@pytest.fixture
def monday(time_machine: time_machine.TimeMachineFixture) -> None:
    """Let the clock stand at `world.NOW`, Monday noon in Berlin."""
    time_machine.move_to(NOW, tick=False)
