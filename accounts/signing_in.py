"""Who signs in, and who is signed in already."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend

from accounts.models import User
from accounts.prepared import Prepared

_BY_KEY = Prepared(lambda pk: User.objects.filter(pk=pk), pk=int)


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """allauth's, which looks up whose session it is by a planned statement."""

    def get_user(self, user_id: int) -> User | None:
        """None where there is nobody of that key, or they may not sign in."""
        for user in _BY_KEY(pk=user_id):
            if self.user_can_authenticate(user):
                return user
        return None
