"""Sessions in the database, as Django keeps them, looked up by a planned statement.

Each request begins with it, and with whose session it is (`accounts.signing_in`).
"""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.prepared import Prepared

_STANDING = Prepared(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now),
    key=str,
    now=datetime,
)


class SessionStore(db.SessionStore):
    """Loaded by `SESSION_ENGINE`, which asks for a class of this name."""

    def _get_session_from_db(self) -> Session | None:
        key = self.session_key or ""
        # Whoever sends another kind of key, say with a NUL in it, has no session.
        if key.isalnum():
            for session in _STANDING(key=key, now=timezone.now()):
                return session
        self._session_key = None
        return None
