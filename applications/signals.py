"""The one hidden door in the house.

Every action that changes an application, or anything below it, sends
`application_changed` once, last, inside its transaction. Floors above listen, the
lower first: interviews bring the follow-ups in line, then reminders plan again.
This floor does not know who they are.
"""

from __future__ import annotations

from django.dispatch import Signal

# Sent with `application` (locked by the sender) and `now` (aware datetime).
application_changed = Signal()

# The same for one action on many of one owner's: sent with `applications`, all locked.
applications_changed = Signal()
