from __future__ import annotations

from reminders.views.lift import lift
from reminders.views.mail_links import mail_link
from reminders.views.mail_notes import mail_notes
from reminders.views.mail_snooze import mail_snooze
from reminders.views.preferences import preferences, preview
from reminders.views.reminder_list import content, reminder_list
from reminders.views.snooze import snooze, unsnooze
from reminders.views.stop import stop

__all__ = [
    "content",
    "lift",
    "mail_link",
    "mail_notes",
    "mail_snooze",
    "preferences",
    "preview",
    "reminder_list",
    "snooze",
    "stop",
    "unsnooze",
]
