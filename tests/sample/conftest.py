"""What is made once for a file; what a test changes is undone after it."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.utils import timezone

from accounts.models import User
from interviews.sample import filling
from tests.conftest import create_user


@pytest.fixture(scope="module")
def alice(ground: None) -> User:
    return create_user("alice@example.com")


@pytest.fixture(scope="module")
def now(alice: User) -> datetime:
    """The moment at which her account was filled with the sample data."""
    now = timezone.now()
    assert filling.fill(alice, now=now)
    return now
