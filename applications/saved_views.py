"""Everything that writes saved views."""

from __future__ import annotations

from django.db import transaction

from accounts.models import User
from applications.actions import lock_owner
from applications.models import SavedView

# Ours: more would not fit in a row of names.
MOST = 30


@transaction.atomic
def save(owner: User, *, name: str, query: str) -> SavedView | None:
    """Keep a query under a name, in the place of one of that name.

    None: there are as many as there may be.
    """
    lock_owner(owner)
    own = SavedView.objects.for_user(owner)
    view = own.named(name).first()
    if view is None and own.count() >= MOST:
        return None
    view = view or SavedView(owner=owner)
    view.name, view.query = name, query
    view.save()
    return view
