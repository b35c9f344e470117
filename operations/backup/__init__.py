"""Everything of an installation in one file, and back (docs/adr/0003).

`archive` is the file, `tables` what goes in and out of PostgreSQL, `files` what is
kept of the data folder, `writing` and `reading` the two ways through them.
"""

from __future__ import annotations
