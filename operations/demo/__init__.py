"""A sample search: forty applications over four months, told relative to today.

`story` has the words, `jobs_…` the story itself, `calendar` its days, `acting` plays
it through the same actions people use, `telling` settles the reminders of its past.
"""

from __future__ import annotations
