"""Long words that save themselves, and are never written over unseen.

A form takes part by three lines: its class begins with `Autosaved`, its view is
decorated with `one_writer` and answers with `saved` or `compared`, and its template
holds `{% autosave form %}` inside `<form method="post">`. docs/architecture.md tells
it from the outside; static/js/words.js is the other half.

The page carries a mark of each field as it was stored when the page was opened. When
it is posted, a field that only one side has changed is settled by itself. One that was
changed here and elsewhere is a clash: nothing is written, and the owner sees both.
Without a mark (another program, an old page) the posted words are taken as they are.
"""

from __future__ import annotations

from accounts.autosave.answers import lock_writer, one_writer, saved, unsaved
from accounts.autosave.form import Autosaved, Clash, Piece
from accounts.autosave.marks import mark

__all__ = [
    "Autosaved",
    "Clash",
    "Piece",
    "lock_writer",
    "mark",
    "one_writer",
    "saved",
    "unsaved",
]
