"""The story itself. Every name and every text is made up."""

from __future__ import annotations

from operations.demo.jobs.closed import CLOSED
from operations.demo.jobs.early import EARLY
from operations.demo.jobs.interviewing import INTERVIEWING
from operations.demo.jobs.later import LATER

JOBS = (*EARLY, *INTERVIEWING, *LATER, *CLOSED)
