"""Who sees the operator's pages, and what they show."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from config.environment import derived_path
from operations.admin_site import OperatorSite
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(alice: User) -> User:
    """Alice runs the installation, too; without a second factor yet."""
    alice.is_staff = alice.is_superuser = True
    alice.save()
    return alice


@pytest.fixture
def operator(staff: User) -> User:
    Authenticator.objects.create(user=staff, type=Authenticator.Type.TOTP, data={})
    return staff


@pytest.fixture
def operator_client(operator: User) -> Client:
    client = Client()
    client.force_login(operator)
    return client


def pages() -> list[str]:
    names = [
        f"{model._meta.app_label}_{model._meta.model_name}"
        for model in admin.site._registry
    ]
    return ["admin:index", *(f"admin:{name}_changelist" for name in names)]


def test_the_usual_address_is_nothing(operator_client):
    assert operator_client.get("/admin/").status_code == 404
    assert operator_client.get("/admin/login/").status_code == 404


def test_the_address_follows_from_the_key_and_is_printed(capsys, settings):
    assert derived_path("one key") == derived_path("one key")
    assert derived_path("one key") != derived_path("another key")
    assert len(derived_path("one key")) > 24

    call_command("admin_address")

    address = capsys.readouterr().out.strip()
    assert address == f"{settings.SITE_URL}{reverse('admin:index')}"
    assert derived_path(settings.SECRET_KEY) in address


@pytest.mark.parametrize("name", pages())
def test_strangers_sign_in_first_and_others_are_refused(name, client, mallory_client):
    to_sign_in = client.get(reverse(name), follow=True)
    assert to_sign_in.redirect_chain[-1][0].startswith(reverse("account_login"))

    refused = mallory_client.get(reverse(name), follow=True)
    assert refused.status_code == 403


@pytest.mark.parametrize("name", pages())
def test_staff_without_a_second_factor_are_sent_to_set_one_up(name, staff, client):
    client.force_login(staff)

    answer = client.get(reverse(name), follow=True)

    assert answer.redirect_chain[-1][0].startswith(reverse("mfa_index"))
    assert "need a second factor" in answer.content.decode()


def test_recovery_codes_alone_are_no_second_factor(staff, client):
    RecoveryCodes.activate(staff)
    client.force_login(staff)

    answer = client.get(reverse("admin:index"), follow=True)

    assert answer.redirect_chain[-1][0].startswith(reverse("mfa_index"))


@pytest.mark.parametrize("name", pages())
def test_an_operator_sees_every_page(name, operator_client):
    assert operator_client.get(reverse(name)).status_code == 200


def test_no_password_is_taken_here(staff, client):
    """The ordinary sign-in, with its limits and second factor, is the only door."""
    answer = client.post(
        reverse("admin:login"), {"username": staff.email, "password": PASSWORD}
    )

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))
    assert "_auth_user_id" not in client.session


def test_a_password_is_changed_where_everybody_changes_theirs(operator_client):
    answer = operator_client.get(reverse("admin:password_change"))

    assert answer.url == reverse("account_change_password")


def test_guessing_an_operators_password_is_slowed_down(operator, client):
    door = reverse("account_login") + "?next=" + reverse("admin:index")
    answers = [
        client.post(door, {"login": operator.email, "password": f"guess {n}"})
        for n in range(7)
    ]
    after = client.post(door, {"login": operator.email, "password": PASSWORD})

    assert answers[0].status_code == 200
    assert "_auth_user_id" not in client.session
    assert "Too many" in after.content.decode()


def test_only_pages_of_ours_are_let_in():
    labels = {model._meta.app_label for model in admin.site._registry}

    assert isinstance(admin.site, OperatorSite)
    assert labels == {"accounts", "reminders"}


def test_only_a_superuser_gives_rights(operator_client, operator, mallory, client):
    page = reverse("admin:accounts_user_change", args=[mallory.pk])
    assert 'name="is_superuser"' in operator_client.get(page).content.decode()

    helper = User.objects.create_user("helper@example.com", is_staff=True)
    helper.user_permissions.set(Permission.objects.filter(codename__endswith="_user"))
    Authenticator.objects.create(user=helper, type=Authenticator.Type.TOTP, data={})
    client.force_login(helper)
    client.post(page, {"is_active": "on", "is_staff": "on", "is_superuser": "on"})

    mallory.refresh_from_db()
    assert not mallory.is_superuser
    assert not mallory.is_staff
