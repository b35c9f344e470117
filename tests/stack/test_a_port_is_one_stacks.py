"""Two stacks that start in the same seconds do not choose the same port."""

from __future__ import annotations

import sys

import pytest

from config.stack.servers import claim, free_port


@pytest.mark.skipif(sys.platform != "linux", reason="the claim is Linux's")
def test_a_claimed_port_is_not_claimed_again_until_it_is_let_go():
    port = free_port()
    first = claim(port)
    assert first is not None

    assert claim(port) is None

    first.close()
    again = claim(port)
    assert again is not None
    again.close()
