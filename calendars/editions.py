"""Which edition of an entry there is. Derived: whatever changed an entry raises it.

Runs in the transaction of the edit, with the application locked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from accounts.prepared import Prepared
from accounts.rows import rewrite
from calendars import gathering
from calendars.entries import Entry
from calendars.ics import Edited
from calendars.models import Edition
from interviews.dossiers import Dossier


def keep(dossiers: Sequence[Dossier], *, now: datetime) -> None:
    """Note what is new and what says something else than before.

    An entry that is gone keeps its number: should it come back, it goes on from there.
    """
    entries = list(gathering.of_dossiers(dossiers))
    if not entries:
        return
    keys = [dossier.application.pk for dossier in dossiers]
    known = _known(_of_applications(keys))
    new, changed = [], []
    for application_id, entry in entries:
        edition = known.get(entry.key)
        if edition is None:
            new.append(_first(entry, application_id, now))
        elif edition.fingerprint != entry.fingerprint:
            changed.append(_next(edition, entry, now))
    Edition.objects.bulk_create(new, ignore_conflicts=True)
    rewrite(changed, ["sequence", "fingerprint", "changed_at"])


def _of_applications(keys: Sequence[int]) -> Iterable[Edition]:
    if len(keys) == 1:
        return _OF_ONE(application=keys[0])
    return Edition.objects.filter(application__in=keys)


# Asked with every edit.
_OF_ONE = Prepared(
    lambda application: Edition.objects.filter(application=application),
    application=int,
)


def latest(entries: Iterable[Entry]) -> list[Edited]:
    """The entries with their editions; one query. Writes nothing."""
    entries = list(entries)
    keys = [entry.key for entry in entries]
    known = _known(Edition.objects.filter(key__in=keys))
    return [_edited(entry, known.get(entry.key)) for entry in entries]


def _known(editions: Iterable[Edition]) -> Mapping[str, Edition]:
    return {edition.key: edition for edition in editions}


def _first(entry: Entry, application_id: int, now: datetime) -> Edition:
    return Edition(
        application_id=application_id,
        key=entry.key,
        fingerprint=entry.fingerprint,
        changed_at=now,
    )


def _next(edition: Edition, entry: Entry, now: datetime) -> Edition:
    edition.sequence += 1
    edition.fingerprint = entry.fingerprint
    edition.changed_at = now
    return edition


def _edited(entry: Entry, edition: Edition | None) -> Edited:
    if edition is None:
        return Edited(entry, sequence=0, changed_at=entry.since)
    return Edited(entry, edition.sequence, edition.changed_at)
