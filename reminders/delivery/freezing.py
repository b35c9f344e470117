"""The bytes of a message, stored before anything of it leaves: every try is the same."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import connection

from reminders.models import Message

# In SQL: Django would write a case for each message and each column.
_FREEZE = """
UPDATE reminders_message AS message
SET message_id = new.message_id, subject = new.subject, mime = new.mime
FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::bytea[])
  AS new (id, token, message_id, subject, mime)
WHERE message.id = new.id AND message.token = new.token AND message.state = 'claimed'
RETURNING message.id
"""


def frozen(messages: Sequence[Message]) -> set[uuid.UUID]:
    """Store what was rendered; those that are still ours, by their keys."""
    if not messages:
        return set()
    rows = ((m.pk, m.token, m.message_id, m.subject, m.mime) for m in messages)
    with connection.cursor() as cursor:
        cursor.execute(_FREEZE, [list(column) for column in zip(*rows, strict=True)])
        return {pk for (pk,) in cursor.fetchall()}
