from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from applications.actions import lock_owner, write_application
from applications.models import Application, Stage
from interviews.actions.details import SessionDetails
from interviews.actions.rounds import add_round
from interviews.models import Round


@transaction.atomic
def log_invite(
    *,
    owner: User,
    application: Application | None,
    company_name: str,
    role: str,
    session: SessionDetails,
    now: datetime,
    **details: Any,
) -> Round:
    """Log an invite; without an `application`, for the job of that company and role.

    That job is made when the owner does not follow it yet. `details` are those of
    `add_round`. Pressed twice, the button makes one round: the second press gets what
    the first has made. Raises NumberTaken.
    """
    lock_owner(owner)
    application = application or _job(owner, company_name, role)
    if application is None:
        application = write_application(
            owner=owner,
            company_name=company_name,
            role=role,
            stage=Stage.INTERVIEWING,
            now=now,
        )
    twin = application.rounds.just_logged(session.starts_at, session.ends_at, now=now)
    return twin or add_round(application, session=session, now=now, **details)


def _job(owner: User, company_name: str, role: str) -> Application | None:
    return Application.objects.for_job(owner, company=company_name, role=role).first()
