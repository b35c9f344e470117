"""What an account tells the floors above, inside the writing transaction."""

from __future__ import annotations

from django.dispatch import Signal

# Sent with `user` (saved) and `now` (aware datetime): their days and clock times
# are now meant in another zone.
time_zone_changed = Signal()
