"""A new model or field that belongs to an owner has to be named in `portability`."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from accounts.models import User
from portability.tables import (
    ACCOUNT_FIELDS,
    ACCOUNT_LEFT_OUT,
    LEFT_OUT,
    RESTORED,
    TABLES,
)
from tests.portability.life import document, exported, live


def _parents(model: type[models.Model]) -> set[type[models.Model]]:
    return {
        field.related_model
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and isinstance(field.related_model, type)
    }


def belonging_to_users() -> set[type[models.Model]]:
    """Models from which foreign keys lead to a user, over however many steps."""
    found: set[type[models.Model]] = {User}
    while more := {
        model
        for model in apps.get_models(include_auto_created=False)
        if model not in found and _parents(model) & found
    }:
        found |= more
    return found - {User}


def test_every_model_of_an_owner_is_in_it_or_has_a_reason():
    named = [table.model for table in TABLES] + list(LEFT_OUT)
    assert len(named) == len(set(named))
    assert set(named) == belonging_to_users()
    assert all(LEFT_OUT.values())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_field_is_in_it_or_has_a_reason(table):
    names = {field.name for field in table.model._meta.concrete_fields}
    assert set(table.left_out) <= names
    assert all(table.left_out.values())
    own = {field.name for field in table.fields}
    keys = {
        field.name for field in table.model._meta.concrete_fields if field.primary_key
    }
    assert own | set(table.left_out) | keys == names


def test_nothing_many_to_many_is_forgotten():
    """Every relation is a table of its own."""
    assert not any(
        field for table in TABLES for field in table.model._meta.local_many_to_many
    )


def test_every_field_of_the_account_is_in_it_or_has_a_reason():
    names = {field.name for field in User._meta.concrete_fields}
    assert names == set(ACCOUNT_FIELDS) | set(ACCOUNT_LEFT_OUT)


def test_parents_come_before_their_children():
    seen: set[type[models.Model]] = set()
    for table in RESTORED:
        needed = {
            field.related_model
            for field in table.fields
            if isinstance(field, models.ForeignKey)
        }
        assert needed <= seen, table.name
        seen.add(table.model)


def test_a_full_life_leaves_no_table_empty(alice):
    live(alice)
    written = document(exported(alice))
    empty = {table.name for table in RESTORED if not written[table.name]}
    # Nothing has been told yet; the test of the import tells something first.
    assert empty == {"reminders_told"}


def test_no_secret_is_in_it(alice, alice_client):
    from tests.accounts.factors import SECRET, give_app

    codes = give_app(alice)
    alice_client.get("/you/")
    data = str(document(exported(alice)))
    assert "totp" in data
    for secret in (SECRET, *codes, alice.password, alice_client.session.session_key):
        assert secret not in data


def test_nobody_elses_is_in_it(alice, mallory):
    live(alice, word="canary")
    live(mallory, word="magpie")
    assert "canary" not in str(document(exported(mallory)))
    assert "magpie" in str(document(exported(mallory)))
