"""What follows a change: the second half of the one hidden door in the house."""

from __future__ import annotations

from django.dispatch import Signal

# Sent with `dossiers` (their applications locked) and `now` (aware datetime) whenever
# the messages owed were brought in line, whatever asked for it. Floors above plan from
# the same dossiers, so that nobody reads them twice.
brought_in_line = Signal()
