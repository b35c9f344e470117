"""Everything that writes an account, beside what allauth writes itself."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from accounts.models import User
from accounts.signals import time_zone_changed


@transaction.atomic
def change_time_zone(user: User, *, time_zone: str, now: datetime) -> User:
    """Live in another zone from now on; `time_zone` is a checked IANA name."""
    user.time_zone = time_zone
    user.save(update_fields=["time_zone"])
    time_zone_changed.send(User, user=user, now=now)
    return user


def change_name(user: User, *, name: str) -> User:
    """What the owner's notes are signed with; may be empty."""
    user.name = name
    user.save(update_fields=["name"])
    return user


def change_answer_wait(user: User, *, days: int) -> User:
    """Wait so long for an answer before asking; the caller plans again."""
    user.answer_wait_days = days
    user.save(update_fields=["answer_wait_days"])
    return user


def say_how_new(user: User, *, new_to_job_hunting: bool | None) -> User:
    """Whether looking for work is new to them; None takes the answer back."""
    user.new_to_job_hunting = new_to_job_hunting
    user.save(update_fields=["new_to_job_hunting"])
    return user


@transaction.atomic
def replace_email(user: User, *, email: str) -> EmailAddress:
    """Change the address at once, unverified: for installations that send no mail."""
    EmailAddress.objects.filter(user=user).delete()
    user.email = email.lower()
    user.save(update_fields=["email"])
    return EmailAddress.objects.create(user=user, email=user.email, primary=True)
