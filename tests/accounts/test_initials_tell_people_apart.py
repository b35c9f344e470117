from __future__ import annotations

import pytest

from accounts.templatetags.callback import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Dana Wu", "DW"),
        ("Initech", "IN"),
        ("Dana (HR)", "DH"),
        ("Person 196", "P96"),
        ("Person 7", "P7"),
        ("Anna Maria Lopez", "AL"),
        ("", ""),
        ("?", ""),
    ],
)
def test_two_letters_and_a_number_where_there_is_one(name, letters):
    assert initials(name) == letters
