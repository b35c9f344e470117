"""The table: what was asked for, which rows that finds, and how they are written."""

from __future__ import annotations
