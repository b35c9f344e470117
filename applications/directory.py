"""Everything that writes companies and people by themselves.

Reminders name people and companies, so each action tells the live applications
of the company that they changed.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from applications.actions import add_contact, changing_company, company_named
from applications.models import Company, Contact


@transaction.atomic
def add_person(
    *, owner: User, company_name: str, now: datetime, **fields: Any
) -> Contact:
    """Add somebody at a company, either of them perhaps known already.

    `fields` are those of `add_contact`.
    """
    company = company_named(company_name, owner=owner)
    with changing_company(company, now=now):
        return add_contact(owner=owner, company=company, **fields)


def update_company(company: Company, *, now: datetime, **fields: Any) -> Company:
    """Write `fields`, columns of `Company`."""
    with changing_company(company, now=now) as applications:
        for name, value in fields.items():
            setattr(company, name, value)
        company.save(update_fields=list(fields))
        for application in applications.values():
            application.company = company
    return company


def update_contact(contact: Contact, *, now: datetime, **fields: Any) -> Contact:
    """Write `fields`, columns of `Contact`."""
    with changing_company(contact.company, now=now):
        for name, value in fields.items():
            setattr(contact, name, value)
        contact.save(update_fields=list(fields))
    return contact
