"""The answer to a search: a fixed number of queries, each for a few rows."""

from __future__ import annotations

from itertools import islice
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from accounts.words import holding
from applications.models import Application, Company, Contact, Note
from applications.models.application import ApplicationQuerySet
from dashboard.search.advice import advice
from dashboard.search.hit import Group, Hit
from dashboard.search.nearly import nearly
from dashboard.search.places import places
from interviews.models import Round

# Ours: of each sort, what is looked over at a glance.
MOST = 6
LONGEST = 100
# Ours: of so many jobs, those last heard of, the rounds are looked at.
_LOOKED_INTO = 100
_EXCERPT = 90


def search(owner: User, typed: str) -> list[Group]:
    """What holds every word typed, in any capitals; nearly so where little does."""
    words = typed[:LONGEST].replace("\0", "").casefold().split()
    if not words:
        return [Group("Go to", list(places([])))]
    groups = [
        Group("Applications", _applications(owner, words)),
        Group("Companies", _companies(owner, words)),
        Group("People", _people(owner, words)),
        Group("Rounds", _rounds(owner, words)),
        Group("Notes", _notes(owner, words)),
        Group("Go to", list(islice(places(words), MOST))),
        Group("Guidance", list(islice(advice(words), MOST))),
    ]
    if not any(group.hits for group in groups[:3]):
        groups.insert(0, Group("Did you mean", _nearly(owner, " ".join(words))))
    return [group for group in groups if group.hits]


def _applications(owner: User, words: list[str]) -> list[Hit]:
    rows = _jobs(owner).select_related("company")
    found = holding(rows, words, "company__name", "role", "location", "tags")
    return [
        Hit(
            f"{row.role}",
            row.get_absolute_url(),
            "briefcase",
            f"{_named(row)} · {row.get_stage_display()}",
        )
        for row in found.live_first()[:MOST]
    ]


def _jobs(owner: User) -> ApplicationQuerySet:
    """The owner's, and the same of their companies: those of others are not read."""
    return Application.objects.for_user(owner).filter(company__owner=owner)


def _companies(owner: User, words: list[str]) -> list[Hit]:
    rows = holding(Company.objects.for_user(owner), words, "name")
    return [
        Hit(row.name, row.get_absolute_url(), "building")
        for row in rows.order_by("name", "pk")[:MOST]
    ]


def _people(owner: User, words: list[str]) -> list[Hit]:
    rows = Contact.objects.for_user(owner).filter(company__owner=owner)
    rows = rows.select_related("company")
    found = holding(rows, words, "name", "title", "email", "company__name")
    return [
        Hit(
            row.name,
            row.get_absolute_url(),
            "user",
            " · ".join(part for part in (row.title, row.company.name) if part),
        )
        for row in found.order_by("name", "pk")[:MOST]
    ]


def _rounds(owner: User, words: list[str]) -> list[Hit]:
    """By the company, the role or what to prepare; "second globex" narrows by number."""
    numbers = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
    named = [numbers[word] for word in words if word in numbers]
    plain = [word for word in words if word not in {*numbers, "interview", "round"}]
    if not plain:
        return []
    rows = Round.objects.for_user(owner).standing()
    if named:
        rows = rows.filter(number__in=named)
    found = _latest_of(rows, owner, plain)
    return [
        Hit(
            row.name,
            row.get_absolute_url(),
            "calendar",
            f"{_named(row.application)} · {row.application.role}",
        )
        for row in found
    ]


def _latest_of(rows: QuerySet[Round], owner: User, words: list[str]) -> list[Round]:
    """Rounds of jobs with these words; where these are few, what to prepare counts."""
    rows = rows.select_related("application__company").order_by("-created_at", "-pk")
    jobs = holding(_jobs(owner), words, "company__name", "role").live_first()
    keys = list(jobs.values_list("pk", flat=True)[:_LOOKED_INTO])
    found = list(rows.filter(application__in=keys)[:MOST]) if keys else []
    if len(found) < MOST:
        rest = rows.exclude(to_prepare="").exclude(application__in=keys)
        fields = ("application__company__name", "application__role", "to_prepare")
        found += holding(rest, words, *fields)[: MOST - len(found)]
    return found


def _notes(owner: User, words: list[str]) -> list[Hit]:
    rows = Note.objects.for_user(owner).select_related("application__company")
    found = holding(rows, words, "text").order_by("-created_at", "-pk")
    return [
        Hit(
            excerpt(row.text, words[0]),
            f"{row.application.get_absolute_url()}#note-{row.pk}",
            "notes",
            _named(row.application),
        )
        for row in found[:MOST]
    ]


def _named(application: Application) -> str:
    """Its company; what is made up says so."""
    return f"{application.company.name}{' (sample)' if application.is_sample else ''}"


def excerpt(text: str, word: str) -> str:
    """The words around the first place where `word` stands, in one line."""
    line = " ".join(text.split())
    at = max(0, line.casefold().find(word) - _EXCERPT // 3)
    cut = line[at : at + _EXCERPT]
    return f"{'…' if at else ''}{cut}{'…' if at + _EXCERPT < len(line) else ''}"


def _nearly(owner: User, typed: str) -> list[Hit]:
    """Companies, people and roles whose names are like what was typed."""
    return [
        *_alike(typed, Company.objects.for_user(owner), "name", "building"),
        *_alike(typed, Contact.objects.for_user(owner), "name", "user"),
        *_alike(typed, Application.objects.for_user(owner), "role", "briefcase"),
    ]


def _alike(typed: str, rows: QuerySet[Any], field: str, icon: str) -> list[Hit]:
    """One row for each name that is like it; only the keys are read of the others."""
    known = dict(rows.order_by().values_list(field, "pk"))
    page = rows.model
    return [
        Hit(name, page(pk=known[name]).get_absolute_url(), icon)
        for name in nearly(typed, known, most=MOST)
    ]
