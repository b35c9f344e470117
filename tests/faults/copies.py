"""Many owners like one, copied in the database: seconds for a hundred thousand rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.account.models import EmailAddress
from django.db import connection, models

from accounts.models import User
from applications.models import Application, Company, Contact
from interviews.models import FollowUp, Interviewer, Round, Session
from reminders.models import Outbox, PlanCheck, Preferences, Reminder

# Each refers to those before it only.
_MODELS: tuple[type[models.Model], ...] = (
    User,
    EmailAddress,
    Preferences,
    Company,
    Contact,
    Application,
    Round,
    Session,
    Interviewer,
    FollowUp,
    PlanCheck,
    Reminder,
    Outbox,
)
_Apart = Mapping[Any, int]


def copied(*, times: int) -> None:
    """Copy all there is, so many times, each under numbers of its own."""
    apart = {model: _largest(model) for model in _MODELS}
    with connection.cursor() as cursor:
        for model in _MODELS:
            cursor.execute(_statement(model, apart), [times])
        cursor.execute("ANALYZE")


def _largest(model: type[models.Model]) -> int:
    """The largest number in use: so far apart, those of two copies never meet."""
    numbers = model._default_manager.values_list("pk", flat=True)
    return max((pk for pk in numbers if isinstance(pk, int)), default=0)


def _statement(model: type[models.Model], apart: _Apart) -> str:
    table = model._meta.db_table
    fields = [each for each in model._meta.concrete_fields if not each.generated]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(field, apart) for field in fields)
    return (
        f'INSERT INTO "{table}" ({columns}) SELECT {values}'  # noqa: S608
        f' FROM "{table}", generate_series(1, %s) n'
    )


def _value(field: models.Field[object, object], apart: _Apart) -> str:
    column = f'"{field.column}"'
    if field.name == "email":
        return f"n || '.' || {column}"
    if field.name == "key":
        number = f"(round_id + n * {apart[Round]})::text"
        return f"regexp_replace({column}, '[0-9]+', {number})"
    if isinstance(field, models.UUIDField) and field.primary_key:
        return f"md5({column}::text || n)::uuid"
    named = field.related_model or (field.model if field.primary_key else None)
    return f"{column} + n * {apart[named]}" if named in apart else column
