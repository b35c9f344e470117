"""A migrated database that others are copied from: that takes a tenth of migrating."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.backup.installation import installed


@pytest.fixture(scope="session")
def worker() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "alone")


@pytest.fixture(scope="session")
def migrated(worker: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its name. Nobody may be connected to it while it is copied."""
    name = f"migrated_{worker}"
    with installed(name, tmp_path_factory.mktemp("migrated") / "data") as installation:
        installation.manage("migrate", "--verbosity=0")
        installation.manage("createcachetable")
        yield name
