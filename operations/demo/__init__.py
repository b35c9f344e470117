"""A sample search: forty applications over four months, told relative to today.

`jobs` is the story itself, in the words of `interviews.sample`, which plays it, too;
`telling` settles the reminders of its past.
"""

from __future__ import annotations
