from __future__ import annotations

from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from accounts.timezones import validate_time_zone


class UserManager(BaseUserManager["User"]):
    """Makes users; the address is the sign-in name and is kept in lower case."""

    def create_user(
        self, email: str, password: str | None = None, **fields: Any
    ) -> User:
        """Return a saved user.

        Raises ValueError without an address.
        """
        if not email:
            raise ValueError("A user needs an email address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, email: str, password: str | None = None, **fields: Any
    ) -> User:
        """Return a saved user who may open the operator's pages."""
        return self.create_user(
            email, password, **{**fields, "is_staff": True, "is_superuser": True}
        )

    def get_by_natural_key(self, username: str | None) -> User:
        """Find by address in any case, as people type it."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person looking for work: signs in by email, lives in a time zone."""

    email = models.EmailField("email address", unique=True)
    # As it stands under what they write to others.
    name = models.CharField("your name", max_length=120, blank=True)
    time_zone = models.CharField(
        max_length=64, default="UTC", validators=[validate_time_zone]
    )
    # How long they wait for an answer, where no date was promised, before they ask.
    answer_wait_days = models.PositiveSmallIntegerField(default=7)
    # Some advice is for who is; None: they have not said.
    new_to_job_hunting = models.BooleanField(null=True, blank=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")),
                name="accounts_user_email_is_lower_case",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    def clean(self) -> None:
        super().clean()
        self.email = self.email.lower()

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which this person's days and clock times are meant."""
        return ZoneInfo(self.time_zone)
