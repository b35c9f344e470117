from __future__ import annotations


class StackError(Exception):
    """The stack cannot start; the text says what to do about it.

    `exit_code` is 2 where the settings are to be mended, as for any mistake in them.
    """

    def __init__(self, text: str, *, exit_code: int = 1) -> None:
        super().__init__(text)
        self.exit_code = exit_code
