from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import moments, planned, sessions

        sessions.connect()
        planned.connect()
        moments.connect()
