from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import QueryDict
from django.utils import timezone

from accounts import clock
from accounts.autosave.marks import joined, mark, read
from accounts.models import User
from accounts.typed import Typed

# What the page says beside the words themselves: not to be shown as words again.
_OWN_NAMES = {"csrfmiddlewaretoken", "opened", "autosave", "chosen"}
_OWN_PREFIXES = ("choice-", "seen-")
# Buttons that do more than save. After a clash the owner presses them again.
_BUTTONS = {"action", "anyway", "more", "then"}


@dataclass(frozen=True)
class Piece:
    """One thing of a form: as it was typed here, and as it is stored now."""

    name: str
    label: str
    mine: Any
    stored: Any


@dataclass(frozen=True)
class Clash:
    """A piece changed here and elsewhere, both in words; `seen` is what was shown."""

    name: str
    label: str
    mine: str
    theirs: str
    seen: str
    # Typed in one box: may be put right by hand where the two are compared.
    is_text: bool
    may_keep_both: bool


class Autosaved(Typed):
    """A form in which nothing is written over unseen; stands where `Typed` stands.

    Valid, `cleaned_data` is what to write: the words of this page, and where only
    another page has changed something, that. `changes` names what differs from what
    is stored. With `clashes` it is not valid.

    An autosaved form is valid with half of it: what cannot be written yet stays as it
    is stored and is in `left`, with the reason.
    """

    clashes: list[Clash]
    left: dict[str, str]
    changes: dict[str, Any]

    @property
    def is_autosave(self) -> bool:
        """Sent by the page itself; nobody has pressed anything."""
        return self.is_bound and "autosave" in self.data

    @property
    def has_chosen(self) -> bool:
        """Sent where both were compared."""
        return self.is_bound and "chosen" in self.data

    @property
    def version(self) -> str:
        """For the page: the marks of what it was opened with, "name=mark name=mark"."""
        if self.is_bound:
            return str(self.data.get("opened", ""))
        return joined({name: mark(value) for name, value in self.stored().items()})

    @property
    def stored_at(self) -> datetime | None:
        """When the words that are stored were written, where that is known."""
        return None

    def stored(self) -> Mapping[str, Any]:
        """What is stored now, by field. Fields that are not named are not compared."""
        return {
            name: self.get_initial_for_field(field, name)
            for name, field in self.fields.items()
        }

    def pieces(self) -> Iterator[Piece]:
        """Everything that may clash and is not wrong in itself."""
        for name, stored in self.stored().items():
            if name in self.cleaned_data:
                mine = self.cleaned_data[name]
                yield Piece(name, self.called(name), mine, stored)

    def called(self, name: str) -> str:
        """The word for a piece."""
        return str(self[name].label)

    def tell(self, name: str, value: Any) -> str:
        """The value of a piece in words."""
        field = self.fields[name]
        if isinstance(value, date):
            return clock.day(value, now_day=timezone.now().date())
        if isinstance(field, forms.ModelChoiceField):
            return str(_cleaned(field, value) or "")
        if isinstance(field, forms.ChoiceField):
            words = dict(field.choices)  # type: ignore[arg-type]
            several = value if isinstance(value, list | tuple) else [value]
            return ", ".join(str(words.get(each, each)) for each in several)
        return str(value or "")

    def both(self, name: str, mine: Any, stored: Any) -> Any:
        """Mine and theirs, one after the other; None where there is no such thing."""
        return f"{mine}\n\n{stored}" if self._is_text(name) else None

    def carried(self) -> Iterator[tuple[str, str]]:
        """What was posted, for a page that posts it again: names and values."""
        shown = {clash.name for clash in self.clashes if clash.is_text}
        dropped = _OWN_NAMES | shown | (_BUTTONS - set(self.fields))
        for name, values in cast("QueryDict", self.data).lists():
            if name not in dropped and not name.startswith(_OWN_PREFIXES):
                yield from ((name, value) for value in values)

    def full_clean(self) -> None:
        self.clashes, self.left, self.changes = [], {}, {}
        super().full_clean()
        if self.is_bound:
            self._settle()

    def is_valid(self) -> bool:
        return super().is_valid() and not self.clashes

    def told(self, reader: User) -> dict[str, Any]:
        """For the page that saved itself: when, and what it is opened with now.

        The marks are of the words that the page shows, not of what another page has
        put in their place: those are `elsewhere`.
        """
        opened = self._opened | {p.name: mark(p.mine) for p in self._settled}
        return {
            "at": clock.time(timezone.now(), reader.zone),
            "opened": joined(opened),
            "left": {self.called(name): why for name, why in self.left.items()},
            "elsewhere": self._elsewhere,
        }

    # --- how it is settled -------------------------------------------------------

    def _settle(self) -> None:
        self._opened = read(str(self.data.get("opened", "")))
        self._elsewhere: list[str] = []
        if self.is_autosave:
            self._leave_mistakes()
        self._settled = [p for p in self.pieces() if p.name not in self.left]
        for piece in self._settled:
            self._settle_one(piece)

    def _leave_mistakes(self) -> None:
        """What cannot be written stays as it is stored, and the rest is written."""
        stored = self.stored()
        for name in [each for each in self.errors if each != NON_FIELD_ERRORS]:
            self.left[name] = str(self.errors.pop(name)[0])
            self.cleaned_data[name] = _cleaned(self.fields[name], stored.get(name))

    def _settle_one(self, piece: Piece) -> None:
        mine, stored = mark(piece.mine), mark(piece.stored)
        opened = self._opened.get(piece.name, stored)
        if mine == stored:
            return
        if mine == opened:  # changed elsewhere, and not here
            self._elsewhere.append(piece.label)
            self._take(piece)
        elif opened == stored or self._chosen(piece, stored):
            self.changes[piece.name] = self.cleaned_data[piece.name]
        else:
            self.clashes.append(self._clash(piece, seen=stored))

    def _chosen(self, piece: Piece, stored: str) -> bool:
        """Whether the owner, seeing what is stored now, has said what to keep."""
        name = piece.name
        seen = self.data.get(f"seen-{name}", "-")
        if not self.has_chosen or seen != stored:
            return False
        choice = self.data.get(f"choice-{name}")
        both = self.both(name, piece.mine, piece.stored)
        if choice == "theirs":
            self._take(piece)
        elif choice == "both" and both is not None:
            self.cleaned_data[name] = both
        return True

    def _take(self, piece: Piece) -> None:
        """Leave what is stored."""
        field = self.fields.get(piece.name)
        taken = _cleaned(field, piece.stored) if field else piece.stored
        self.cleaned_data[piece.name] = taken

    def _clash(self, piece: Piece, *, seen: str) -> Clash:
        name, stored = piece.name, piece.stored
        return Clash(
            name,
            piece.label,
            mine=self.tell(name, piece.mine),
            theirs=self.tell(name, stored),
            seen=seen,
            is_text=self._is_text(name),
            may_keep_both=bool(seen)
            and bool(mark(piece.mine))
            and self.both(name, piece.mine, stored) is not None,
        )

    def _is_text(self, name: str) -> bool:
        widget = self.fields[name].widget if name in self.fields else None
        return isinstance(widget, forms.Textarea)


def _cleaned(field: forms.Field, stored: Any) -> Any:
    """What is stored, as the form would have given it."""
    try:
        return field.clean(stored)
    except ValidationError:  # it was written under other rules
        return stored
