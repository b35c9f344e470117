from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib import admin
from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from accounts.models import User

_RIGHTS = ("is_active", "is_staff", "is_superuser")


@admin.register(User)
class UserAdmin(admin.ModelAdmin[User]):
    """Who has an account, and how much they use it; never what they write.

    Address, password and zone have pages of their own: other rows follow them. The
    rights of an account are for a superuser to give.
    """

    list_display = (
        "email",
        "address_verified",
        "applications",
        "is_active",
        "is_staff",
        "date_joined",
        "last_login",
    )
    list_filter = ("is_active", "is_staff", "date_joined")
    search_fields = ("email",)
    ordering = ("-date_joined",)
    fields = (
        "email",
        "address_verified",
        "time_zone",
        "applications",
        "date_joined",
        "last_login",
        *_RIGHTS,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """With the number of applications and whether the address is theirs."""
        verified = EmailAddress.objects.filter(
            user=OuterRef("pk"), primary=True, verified=True
        )
        counted = (
            User.objects.filter(pk=OuterRef("pk"))
            .annotate(count=Count("applications"))
            .values("count")
        )
        return (
            super()
            .get_queryset(request)
            .annotate(
                verified=Exists(verified),
                application_count=Coalesce(
                    Subquery(counted, output_field=IntegerField()), 0
                ),
            )
        )

    @admin.display(boolean=True, ordering="verified")
    def address_verified(self, user: User) -> bool:
        return bool(getattr(user, "verified", False))

    @admin.display(ordering="application_count")
    def applications(self, user: User) -> int:
        return int(getattr(user, "application_count", 0))

    def get_readonly_fields(
        self, request: HttpRequest, obj: User | None = None
    ) -> tuple[str, ...]:
        superuser = isinstance(request.user, User) and request.user.is_superuser
        shown = [str(name) for name in self.get_fields(request, obj)]
        return tuple(name for name in shown if not (superuser and name in _RIGHTS))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # they sign up, or `createsuperuser` makes them

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
