from __future__ import annotations

from django import template
from django.utils import timezone

from accounts.models import User
from dashboard.today import due_count

register = template.Library()


@register.simple_tag
def things_due(user: User) -> int:
    """How many things Today lists as due for this user."""
    return due_count(user, timezone.now())
