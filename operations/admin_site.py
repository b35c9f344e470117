"""The operator's pages: who may see them, and which there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.account.decorators import secure_admin_login
from django.apps import apps
from django.contrib import messages
from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from accounts.models import User
from operations.delivery_page import delivery

_OURS = {"accounts", "reminders"}


def has_second_factor(user: User) -> bool:
    """Whether this person signs in with more than a password.

    True for everybody where the installation knows no second factor at all.
    """
    if not apps.is_installed("allauth.mfa"):
        return True
    from allauth.mfa.models import Authenticator
    from allauth.mfa.utils import is_mfa_enabled

    # Recovery codes stand in for one of these; alone they are none.
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return bool(is_mfa_enabled(user, types=kinds))


class OperatorSite(AdminSite):
    """For staff with a second factor, who sign in where everybody does."""

    site_header = site_title = "Callback, for operators"
    index_title = "How it runs"
    enable_nav_sidebar = False
    index_template = "operations/index.html"

    def get_urls(self) -> list[Any]:
        page = path("delivery/", self.admin_view(self._delivery), name="delivery")
        return [page, *super().get_urls()]

    def _delivery(self, request: HttpRequest) -> HttpResponse:
        """For staff who may look at messages."""
        if not request.user.has_perm("reminders.view_message"):
            raise PermissionDenied
        request.current_app = self.name
        return delivery(request)

    def register(
        self,
        model_or_iterable: type[Model] | Iterable[type[Model]],
        admin_class: type[ModelAdmin[Any]] | None = None,
        **options: Any,
    ) -> None:
        """Let in our own pages only: those of packages would show keys and tokens."""
        models = (
            [model_or_iterable]
            if isinstance(model_or_iterable, type)
            else list(model_or_iterable)
        )
        ours = [model for model in models if model._meta.app_label in _OURS]
        super().register(ours, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        user = request.user
        return (
            isinstance(user, User)
            and super().has_permission(request)
            and has_second_factor(user)
        )

    @method_decorator(never_cache)
    @method_decorator(login_not_required)
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send visitors to sign in and staff to set up what they lack; 403 for others.

        No password is taken here: the limits and the second factor of the ordinary
        sign-in hold for operators too.
        """
        response: HttpResponse = secure_admin_login(_show_the_way)(request)
        return response

    def password_change(  # type: ignore[override]  # a redirect is a page, too
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """On the page where everybody changes theirs."""
        return redirect("account_change_password")


def _show_the_way(request: HttpRequest) -> HttpResponse:
    if isinstance(request.user, User) and not has_second_factor(request.user):
        messages.warning(
            request, "The operator’s pages need a second factor. Set one up first."
        )
        return redirect("mfa_index")
    return redirect("admin:index")
