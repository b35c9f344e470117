from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse

from accounts.models import User


class ContactQuerySet(models.QuerySet["Contact"]):
    def for_user(self, user: User) -> Self:
        return self.filter(owner=user)


class Contact(models.Model):
    """A person at a company."""

    class Kind(models.TextChoices):
        HR = "hr", "HR"
        HIRING_MANAGER = "hiring_manager", "Hiring manager"
        EXECUTIVE = "executive", "Executive"
        PEER = "peer", "Peer"
        OTHER = "other", "Other"

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="contacts"
    )
    company = models.ForeignKey(
        "applications.Company", on_delete=models.CASCADE, related_name="contacts"
    )
    name = models.CharField(max_length=200)
    title = models.CharField("job title", max_length=200, blank=True)
    email = models.EmailField("email", blank=True)
    kind = models.CharField(max_length=20, choices=Kind, blank=True)
    # Somebody the owner wants to stay in touch with, whatever came of it; and why.
    kept = models.BooleanField("stay in touch", default=False)
    kept_note = models.TextField(blank=True)
    # Came with the sample data, and goes with it.
    is_sample = models.BooleanField(default=False, db_default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("applications:contact", args=[self.pk])

    @property
    def kind_in_words(self) -> str:
        """As within a sentence: "hiring manager", but "HR"; or nothing."""
        words = str(self.get_kind_display())
        return words if self.kind == self.Kind.HR else words.lower()
