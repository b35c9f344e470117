"""What belongs to an owner, table by table: all that export and import know.

A table's rows refer to rows of the tables before it. Whoever adds a model or a field
says here what becomes of it; a test fails until they do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.db import models

from accounts.models import User
from applications.models import (
    Application,
    Company,
    Contact,
    Note,
    Offer,
    ResearchNote,
    SavedView,
    StageChange,
    Undo,
)
from calendars.models import Edition, Feed
from interviews import glance
from interviews.models import (
    AdviceTick,
    AskedQuestion,
    Debrief,
    FollowUp,
    Interviewer,
    Invite,
    NotForMe,
    OwnItem,
    Review,
    Round,
    Session,
    Sign,
    Task,
    Topic,
)
from preparation.models import Question, Story
from reminders.models import (
    DeliveryAttempt,
    Message,
    Outbox,
    PlanCheck,
    Preferences,
    RefusedAddress,
    Reminder,
)

_OWNER = "whose export it is"
_FOLLOWS = "follows from its rounds and what is owed"
_SECRET = "a secret: it must not lie in a file"  # noqa: S105


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of one model. `owner` is the lookup from a row to its owner.

    `left_out` names the fields that are not exported, with the reason. `restored`:
    whether an import makes the rows again; the others only tell the owner what is
    known about them. `only` are the rows that count.
    """

    name: str
    model: type[models.Model]
    owner: str
    left_out: Mapping[str, str] = field(default_factory=dict)
    restored: bool = True
    only: models.Q = field(default_factory=models.Q)

    def rows(self, owner: User) -> models.QuerySet[Any]:
        found = self.model._default_manager.filter(self.only, **{self.owner: owner})
        return found.order_by("pk")

    @property
    def fields(self) -> list[models.Field[Any, Any]]:
        """The fields that are exported, without the primary key."""
        return [
            each
            for each in self.model._meta.concrete_fields
            if not each.primary_key and each.name not in self.left_out
        ]


# A reminder that has been told in any way; what is only planned is planned again.
TOLD = (
    Reminder.State.TOLD,
    Reminder.State.KEPT,
    Reminder.State.IN_DOUBT,
    Reminder.State.UNRESOLVED,
    Reminder.State.FAILED,
)

TABLES = (
    Table(
        name="reminder_preferences",
        model=Preferences,
        owner="owner",
        left_out={"owner": _OWNER},
    ),
    Table(name="companies", model=Company, owner="owner", left_out={"owner": _OWNER}),
    Table(name="research_notes", model=ResearchNote, owner="company__owner"),
    Table(name="stories", model=Story, owner="owner", left_out={"owner": _OWNER}),
    Table(name="contacts", model=Contact, owner="owner", left_out={"owner": _OWNER}),
    Table(
        name="applications",
        model=Application,
        owner="owner",
        left_out={
            "owner": _OWNER,
            "has_ended": "follows from the stage",
            **dict.fromkeys(glance.FIELDS, _FOLLOWS),
        },
    ),
    Table(
        name="saved_views", model=SavedView, owner="owner", left_out={"owner": _OWNER}
    ),
    Table(name="notes", model=Note, owner="application__owner"),
    Table(name="offers", model=Offer, owner="application__owner"),
    Table(name="stage_changes", model=StageChange, owner="application__owner"),
    Table(name="rounds", model=Round, owner="application__owner"),
    Table(name="sessions", model=Session, owner="round__application__owner"),
    Table(
        name="invites",
        model=Invite,
        owner="owner",
        left_out={
            "owner": _OWNER,
            "found": "only drafts have it",
            "typed": "only drafts have it",
        },
        # A draft is thrown away after a week.
        only=models.Q(round__isnull=False) | models.Q(application__isnull=False),
    ),
    Table(
        name="interviewers",
        model=Interviewer,
        owner="session__round__application__owner",
    ),
    Table(name="prepared_questions", model=Question, owner="round__application__owner"),
    Table(name="follow_ups", model=FollowUp, owner="round__application__owner"),
    Table(name="advice_ticks", model=AdviceTick, owner="round__application__owner"),
    Table(name="not_for_me", model=NotForMe, owner="round__application__owner"),
    Table(name="tasks", model=Task, owner="round__application__owner"),
    Table(name="own_items", model=OwnItem, owner="round__application__owner"),
    Table(name="debriefs", model=Debrief, owner="round__application__owner"),
    Table(
        name="asked_questions",
        model=AskedQuestion,
        owner="debrief__round__application__owner",
    ),
    Table(name="topics", model=Topic, owner="debrief__round__application__owner"),
    Table(name="signs", model=Sign, owner="round__application__owner"),
    Table(name="reviews", model=Review, owner="round__application__owner"),
    Table(
        name="reminders_told",
        model=Reminder,
        owner="owner",
        left_out={
            "owner": _OWNER,
            "message": "the mail itself is among the mails",
        },
        only=models.Q(state__in=TOLD),
    ),
    # From here on: told, not restored.
    Table(
        name="mails",
        model=Message,
        owner="owner",
        left_out={
            "owner": _OWNER,
            "mime": "a file of its own, in the folder mails",
            "token": _SECRET,
            "lease_until": "means nothing once it is over",
            "sending_since": "means nothing once it is over",
            "resent_at": "means nothing once it is over",
            "next_attempt_at": "means nothing elsewhere",
        },
        restored=False,
    ),
    Table(
        name="delivery_attempts",
        model=DeliveryAttempt,
        owner="message__owner",
        restored=False,
    ),
    Table(
        name="refused_addresses",
        model=RefusedAddress,
        owner="owner",
        left_out={"owner": _OWNER},
        restored=False,
    ),
    Table(
        name="calendar_feed",
        model=Feed,
        owner="owner",
        left_out={"owner": _OWNER, "nonce": _SECRET},
        restored=False,
    ),
    Table(
        name="email_addresses",
        model=EmailAddress,
        owner="user",
        left_out={"user": _OWNER},
        restored=False,
    ),
    Table(
        name="signed_in_browsers",
        model=UserSession,
        owner="user",
        left_out={"user": _OWNER, "session_key": _SECRET, "data": _SECRET},
        restored=False,
    ),
    Table(
        name="second_factors",
        model=Authenticator,
        owner="user",
        left_out={"user": _OWNER, "data": _SECRET},
        restored=False,
    ),
    Table(
        name="connected_accounts",
        model=SocialAccount,
        owner="user",
        left_out={"user": _OWNER},
        restored=False,
    ),
)
RESTORED = tuple(table for table in TABLES if table.restored)

# Models that belong to an owner and are in no export, with the reason.
LEFT_OUT: Mapping[type[models.Model], str] = {
    EmailConfirmation: _SECRET,
    SocialToken: _SECRET,
    LogEntry: "what an operator did on the operator's pages; theirs, not the owner's",
    Edition: "follows from the rounds and what is owed",
    Outbox: "follows from the reminders",
    PlanCheck: "follows from the applications",
    Undo: "how to take back what was done a moment ago",
}
# The account itself: its fields in the export, and those that are not.
ACCOUNT_FIELDS = (
    "email",
    "name",
    "time_zone",
    "answer_wait_days",
    "new_to_job_hunting",
    "date_joined",
    "last_login",
)
ACCOUNT_LEFT_OUT = {
    "id": "another number elsewhere",
    "password": _SECRET,
    "is_staff": "given by the operator of an installation",
    "is_superuser": "given by the operator of an installation",
    "is_active": "given by the operator of an installation",
}
