from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import User
from applications.actions import lock_owner
from applications.models.application import DOUBLE_PRESS
from preparation.models import Story


@transaction.atomic
def add_story(*, owner: User, title: str, now: datetime, **fields: Any) -> Story:
    """Put a story into the bank; `fields` are columns of `Story`.

    The same title within seconds is the same press of the button: one story.
    """
    lock_owner(owner)
    pressed = (now - DOUBLE_PRESS, now)
    twins = Story.objects.for_user(owner).filter(title=title, created_at__range=pressed)
    return twins.first() or Story.objects.create(
        owner=owner, title=title, created_at=now, updated_at=now, **fields
    )


def edit_story(story: Story, *, now: datetime, **fields: Any) -> Story:
    """Tell it otherwise."""
    for name, value in fields.items():
        setattr(story, name, value)
    story.updated_at = now
    story.save(update_fields=[*fields, "updated_at"])
    return story


def delete_story(story: Story) -> None:
    """Delete for good; one that is deleted already stays so."""
    Story.objects.filter(pk=story.pk).delete()
