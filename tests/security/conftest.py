"""What alice owns is planted once for a file; what a test changes is undone after it."""

from __future__ import annotations

import pytest

from accounts.models import User
from tests.conftest import create_user
from tests.security.world import plant


@pytest.fixture(scope="module")
def alice(ground: None) -> User:
    return create_user("alice@example.com")


@pytest.fixture(scope="module")
def planted(alice: User) -> dict[str, object]:
    """The arguments of every route that leads to something of alice's."""
    return plant(alice)
