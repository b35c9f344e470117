"""Many owners like one, copied in the database: seconds for a hundred thousand rows."""

from __future__ import annotations

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
# More than there are rows of any kind to copy: the numbers of two copies never meet.
_APART = 1_000_000
_BY_NAME = {
    "email": "n || '.' || email",
    "key": "regexp_replace(key, '[0-9]+', (round_id + n * {apart})::text)",
}


def copied(*, times: int) -> None:
    """Copy all there is, so many times, each under numbers of its own."""
    with connection.cursor() as cursor:
        for model in _MODELS:
            cursor.execute(_statement(model), [times])
        cursor.execute("ANALYZE")


def _statement(model: type[models.Model]) -> str:
    table = model._meta.db_table
    fields = [each for each in model._meta.concrete_fields if not each.generated]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(field) for field in fields)
    return (
        f'INSERT INTO "{table}" ({columns}) SELECT {values}'  # noqa: S608
        f' FROM "{table}", generate_series(1, %s) n'
    )


def _value(field: models.Field[object, object]) -> str:
    if field.name in _BY_NAME:
        return _BY_NAME[field.name].format(apart=_APART)
    if isinstance(field, models.UUIDField) and field.primary_key:
        return f'md5("{field.column}"::text || n)::uuid'
    if field.primary_key or field.related_model in _MODELS:
        return f'"{field.column}" + n * {_APART}'
    return f'"{field.column}"'
