"""The one-machine stack: servers, web, worker and beat under one supervisor."""

from __future__ import annotations
