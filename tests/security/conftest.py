"""What alice owns is planted once for a file; what a test changes is undone after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from accounts.models import User
from tests.conftest import create_user
from tests.security.world import plant


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A transaction around those of the tests: nothing of it is left behind."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def alice(ground: None) -> User:
    return create_user("alice@example.com")


@pytest.fixture(scope="module")
def planted(alice: User) -> dict[str, object]:
    """The arguments of every route that leads to something of alice's."""
    return plant(alice)
