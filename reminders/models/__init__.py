from __future__ import annotations

from reminders.models.delivery_attempt import DeliveryAttempt
from reminders.models.kind import Kind
from reminders.models.mail_server import MailServer
from reminders.models.message import Message
from reminders.models.outbox import Outbox
from reminders.models.plan_check import PlanCheck
from reminders.models.preferences import Lead, Preferences, Weekday
from reminders.models.pulse import Pulse
from reminders.models.refused_address import RefusedAddress
from reminders.models.reminder import Reminder

__all__ = [
    "DeliveryAttempt",
    "Kind",
    "Lead",
    "MailServer",
    "Message",
    "Outbox",
    "PlanCheck",
    "Preferences",
    "Pulse",
    "RefusedAddress",
    "Reminder",
    "Weekday",
]
