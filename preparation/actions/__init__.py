"""Everything that writes what the owner prepares.

Stories belong to the owner and to no application: nothing is planned from them, so
nobody is told.
"""

from __future__ import annotations

from preparation.actions.stories import add_story, delete_story, edit_story

__all__ = ["add_story", "delete_story", "edit_story"]
