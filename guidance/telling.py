"""Advice and library as plain data, for JSON."""

from __future__ import annotations

from typing import Any

from guidance.choose import Chosen, Entry
from guidance.citations import Citation
from guidance.library import Advice, Library
from guidance.situation import Phase


def chosen_as_data(chosen: Chosen) -> list[dict[str, Any]]:
    """What applies, in the order shown: open first, then folded by heading."""
    folded = [
        _entry(entry, heading=group.heading, shown="folded", note=chosen.note)
        for group in chosen.folded
        for entry in group.entries
    ]
    opened = [
        _entry(entry, heading=entry.heading, shown="open", note=chosen.note)
        for entry in chosen.open
    ]
    return opened + folded


def _entry(entry: Entry, *, heading: str, shown: str, note: str) -> dict[str, Any]:
    return {
        "id": entry.id,
        "form": entry.form.value,
        "heading": heading,
        "text": entry.text,
        "hedge": entry.hedge,
        "why": entry.why,
        "reason": entry.reason,
        "origin": entry.origin.value,
        "sources": [_citation(citation) for citation in entry.citations],
        "credit": entry.credit,
        "shown": shown,
        "when": entry.when,
        "note": note,
    }


def library_as_data(library: Library) -> list[dict[str, Any]]:
    return [_advice(advice) for advice in library]


def _advice(advice: Advice) -> dict[str, Any]:
    conditions = advice.conditions
    return {
        "id": advice.id,
        "phases": [phase.value for phase in Phase if phase in advice.phases],
        "kind": advice.kind.value,
        "form": advice.form.value,
        "text": advice.wording.text,
        "hedge": advice.wording.hedge,
        "why": advice.wording.why,
        "variants": {name: dict(words) for name, words in advice.variants.items()},
        "conditions": {
            "all": [condition.text for condition in conditions.all],
            "any": [condition.text for condition in conditions.any],
            "none": [condition.text for condition in conditions.none],
            "in_words": advice.when,
        },
        "priority": int(advice.priority),
        "lead_time": advice.lead_time.name.lower(),
        "origin": advice.origin.value,
        "our_part": advice.our_part,
        "sources": [
            {**_citation(citation), "points": list(citation.points)}
            for citation in advice.citations
        ],
        "credit": advice.credit,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "document": citation.source.id,
        "name": citation.name,
        "heading": citation.heading,
        "address": citation.address,
    }
