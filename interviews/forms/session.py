from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import QueryDict

from accounts.models import User
from applications.models import Contact
from interviews.actions import Person, SessionDetails
from interviews.forms import wall_clock
from interviews.forms.cautions import Caution
from interviews.forms.people import people_rows
from interviews.forms.times import TimesForm
from interviews.models import Format, Session, Setting


class KnownPeopleField(forms.MultipleChoiceField):
    """Some of the people offered; cleans to contacts and asks the database nothing."""

    default_error_messages = {
        "invalid_choice": "Somebody you ticked is not at this company. "
        "Please tick again."
    }

    def __init__(self, people: Sequence[Contact], **kwargs: Any) -> None:
        self.people = {str(contact.pk): contact for contact in people}
        choices = [(pk, contact.name) for pk, contact in self.people.items()]
        super().__init__(choices=choices, **kwargs)

    def clean(self, value: Any) -> list[Contact]:
        return [self.people[pk] for pk in super().clean(value)]


class SessionForm(TimesForm):
    """One session of a round: when and where it is, how it goes, who takes part.

    Bound and valid, `session` is what the actions are to save. `rows` are the
    sessions the round has already, by their keys as text; `row` says which it is.
    """

    row = forms.Field(required=False, widget=forms.HiddenInput)
    setting = forms.ChoiceField(
        label="Where",
        choices=[("", "Not said"), *Setting.choices],
        required=False,
        widget=forms.RadioSelect,
    )
    formats = forms.MultipleChoiceField(
        label="Format",
        choices=Format.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    place = forms.CharField(
        label="Place or phone number", max_length=500, required=False
    )
    link = forms.URLField(
        label="Link",
        max_length=2000,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )

    blank_rows = 1

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        owner: User,
        now: datetime,
        rows: Mapping[str, Session],
        **kwargs: Any,
    ) -> None:
        self.rows = rows
        self.time_cautions: list[Caution] = []
        super().__init__(data, owner=owner, now=now, **kwargs)
        self._read_people(data)

    def _read_people(self, data: QueryDict | None) -> None:
        self.people = people_rows(
            data,
            prefix=f"{self.mark}people",
            blank=self.blank_rows,
            typed=self.initial.get("people", ()),
        )

    @property
    def mark(self) -> str:
        """What the names of its fields begin with; nothing in the first session."""
        return f"{self.prefix}-" if self.prefix else ""

    @property
    def is_taken_out(self) -> bool:
        """Whether saving takes the session out of the round."""
        return False

    # --- who may take part -------------------------------------------------------

    def offer(self, colleagues: Sequence[Contact]) -> None:
        """Let people be ticked who are known already."""
        self.fields["known"] = KnownPeopleField(
            colleagues,
            label="You know them already",
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    @property
    def known_people(self) -> list[tuple[Contact, bool]]:
        """Those who may be ticked, and whether each takes part."""
        field = self.fields["known"]
        assert isinstance(field, KnownPeopleField)  # noqa: S101
        ticked = {str(pk) for pk in self["known"].value() or []}
        return [(contact, pk in ticked) for pk, contact in field.people.items()]

    # --- what was typed ----------------------------------------------------------

    def keep(self) -> None:
        """Show what was typed without judging it yet."""
        self._errors = ErrorDict()
        for row in self.people.forms:
            row.keep()

    def is_valid(self) -> bool:
        rows_are_valid = self.people.is_valid()
        return super().is_valid() and rows_are_valid

    @property
    def has_errors(self) -> bool:
        return bool(self.errors) or any(self.people.errors)

    def has_changed(self) -> bool:
        return super().has_changed() or self.people.has_changed()

    @property
    def was(self) -> Session | None:
        """The session as it stands, if the round has it already."""
        row: Session | None = self.cleaned_data.get("row")
        return row

    @property
    def is_moved(self) -> bool:
        """Whether it is new or its times are."""
        was = self.was
        return was is None or (was.starts_at, was.ends_at) != self.times

    @property
    def times(self) -> tuple[datetime | None, datetime | None]:
        return self.starts_at, self.ends_at

    @property
    def everyone(self) -> list[Person]:
        """Those ticked and those typed."""
        ticked = [Person(name=c.name, contact=c) for c in self.cleaned_data["known"]]
        return ticked + self.people.people

    @property
    def session(self) -> SessionDetails:
        words = ("time_zone", "setting", "formats", "place", "link")
        return SessionDetails(
            id=self.was.pk if self.was else None,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            people=self.everyone,
            **{name: self.cleaned_data[name] for name in words},
        )

    def clean_row(self) -> Session | None:
        # One that another tab took out is new again.
        return self.rows.get(str(self.cleaned_data["row"]))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._take_link_from_place(cleaned)
        return cleaned

    def _take_link_from_place(self, cleaned: dict[str, Any]) -> None:
        """An address on the web typed as the place is the link, if there is no other."""
        place = cleaned.get("place", "")
        if not place.startswith(("http://", "https://")) or cleaned.get("link"):
            return
        try:
            cleaned["link"] = self.fields["link"].clean(place)
        except ValidationError:
            return  # not quite one: it stays where it was typed
        cleaned["place"] = ""


def shown(session: SessionDetails) -> dict[str, Any]:
    """A session as its form begins with it, times on the clock of its own zone.

    Those of its people who are not in Callback yet fill rows to type in.
    """
    zone = ZoneInfo(session.time_zone)
    return {
        "row": session.id,
        "time_zone": session.time_zone,
        "setting": session.setting,
        "formats": session.formats,
        "place": session.place,
        "link": session.link,
        "known": [p.contact.pk for p in session.people if p.contact],
        "people": [
            {"name": p.name, "title": p.title, "email": p.email, "kind": p.kind}
            for p in session.people
            if not p.contact
        ],
        **wall_clock.shown(session.starts_at, session.ends_at, zone),
    }
