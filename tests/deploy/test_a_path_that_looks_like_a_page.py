"""Both a proxy that keeps the path and one that takes it off are understood."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.prefix import BelowPrefix, first_segments


def path_seen_by_the_program(prefix: str, path: str) -> str:
    seen = {}

    def program(environ, start_response):
        seen.update(environ)
        return []

    BelowPrefix(program, prefix)({"PATH_INFO": path}, lambda *_: lambda _: None)
    return seen["PATH_INFO"]


@pytest.mark.parametrize(
    ("prefix", "path", "seen"),
    [
        ("", "/rounds/1/", "/rounds/1/"),
        ("/jobs", "/rounds/1/", "/rounds/1/"),  # taken off by the proxy
        ("/jobs", "/jobs/rounds/1/", "/rounds/1/"),  # kept
        ("/jobs", "/jobs/", "/"),
        ("/jobs", "/jobs", ""),
        ("/jobs", "/jobsearch/", "/jobsearch/"),
        ("/my/jobs", "/my/jobs/you/", "/you/"),
        ("/my/jobs", "/my/", "/my/"),
    ],
)
def test_the_path_is_taken_off_once(prefix, path, seen):
    assert path_seen_by_the_program(prefix, path) == seen


def test_pages_are_known_by_how_they_begin():
    assert {"applications", "accounts", "rounds", "m", "healthz"} <= first_segments()


@pytest.mark.parametrize("prefix", ["/applications", "/accounts/jobs", "/static"])
def test_a_path_that_is_a_page_of_ours_is_refused(prefix):
    with pytest.raises(ImproperlyConfigured, match="Choose another path"):
        BelowPrefix(lambda *_: [], prefix)
