"""Everything that writes companies and people by themselves.

Reminders name people and companies, so each action tells the live applications
of the company that they changed, one after the other in the order of their keys.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from applications.actions import add_contact, changing, company_named
from applications.models import Company, Contact


@transaction.atomic
def add_person(*, owner: User, company_name: str, **fields: Any) -> Contact:
    """Add somebody at a company, either of them perhaps known already."""
    company = company_named(company_name, owner=owner)
    return add_contact(owner=owner, company=company, **fields)


@transaction.atomic
def update_company(company: Company, *, now: datetime, **fields: Any) -> Company:
    """Write `fields`, columns of `Company`."""
    for name, value in fields.items():
        setattr(company, name, value)
    company.save(update_fields=list(fields))
    _tell_applications(company, now=now)
    return company


@transaction.atomic
def update_contact(contact: Contact, *, now: datetime, **fields: Any) -> Contact:
    """Write `fields`, columns of `Contact`."""
    for name, value in fields.items():
        setattr(contact, name, value)
    contact.save(update_fields=list(fields))
    _tell_applications(contact.company, now=now)
    return contact


def _tell_applications(company: Company, *, now: datetime) -> None:
    for application in company.applications.live().order_by("pk"):
        with changing(application, now=now):
            pass
