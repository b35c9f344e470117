"""The cast and the stage: alice owns things, mallory is a stranger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.conf import LazySettings
from django.db import connection, transaction
from django.test import Client, override_settings
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from reminders.delivery import journal
from tests import browsing
from tests.sink import Sink
from tests.spread import pytest_xdist_make_scheduler as pytest_xdist_make_scheduler
from tests.stack.running import passable

PASSWORD = "correct horse battery staple"


@pytest.fixture(scope="session", autouse=True)
def _quick_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Hashes that cost nothing, static files without a build step before each run."""
    with override_settings(
        # Every client looks through this folder once: an empty one costs nothing.
        STATIC_ROOT=str(tmp_path_factory.mktemp("static")),
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "staticfiles": {
                "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
            },
        },
    ):
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """The database, which can be dropped: what a browser asked for last is let go.

    A thread of the live server ends a moment after its browser has, and until then it
    holds a connection.
    """
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    connection.close()


@pytest.fixture(autouse=True)
def _nothing_left_on_the_disk() -> Iterator[None]:
    """A sender that died in one test is not found by the next."""
    yield
    for path in journal.folder().glob("*"):
        path.unlink()


@pytest.fixture
def passable_folder() -> Iterator[Path]:
    """A folder that root's servers may pass through; pytest's own is closed to them."""
    with passable() as folder:
        yield folder


@pytest.fixture(scope="module")
def ground(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What a fixture of this scope makes stands under all tests of a file.

    A transaction around theirs: what they change is undone after each, and all of it
    after the last.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def create_user(email: str) -> User:
    user = User.objects.create_user(
        email=email, password=PASSWORD, time_zone="Europe/Berlin"
    )
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


@pytest.fixture
def alice(db: None) -> User:
    """The owner."""
    return create_user("alice@example.com")


@pytest.fixture
def mallory(db: None) -> User:
    """The stranger, who must see and change nothing of alice's."""
    return create_user("mallory@example.com")


@pytest.fixture
def alice_client(alice: User, db: None) -> Client:
    client = Client()
    client.force_login(alice)
    return client


@pytest.fixture
def proven_client(alice_client: Client) -> Client:
    """Alice, who has just typed her password again."""
    alice_client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return alice_client


@pytest.fixture
def mallory_client(mallory: User) -> Client:
    client = Client()
    client.force_login(mallory)
    return client


@pytest.fixture
def sink(settings: LazySettings) -> Iterator[Sink]:
    """A real SMTP server, named in the settings as EMAIL_URL would name it."""
    server = Sink()
    server.start()
    settings.EMAIL_CONFIGURED = True
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = server.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with browsing.launched() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of a visitor nobody knows, on the live server."""
    with browsing.watched_page(browser, live_server.url) as page:
        yield page


@pytest.fixture
def alice_page(page: Page, alice_client: Client, live_server: LiveServer) -> Page:
    """The same page, with alice signed in."""
    browsing.sign_in(page, alice_client, live_server.url)
    return page
