from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms.utils import ErrorDict
from django.http import QueryDict

from accounts import clock
from accounts.models import User
from accounts.timezones import validate_time_zone
from applications.models import Company, Contact
from interviews.actions import Person, SessionDetails
from interviews.forms import wall_clock
from interviews.forms.cautions import Caution, cautions
from interviews.forms.people import people_rows
from interviews.models import Format, Round, Setting

_DAY = 24 * 60


class RoundForm(forms.Form):
    """A round as the owner knows it: one session, its people, what was asked.

    Bound and valid, it gives `session`, `everyone` and `cleaned_data`; what should be
    looked at twice is in `cautions`, what still waits for a second press in
    `unseen`. Times are typed as the invitation gives them, in `time_zone`.
    """

    number = forms.IntegerField(label="Round", min_value=1, max_value=50)
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
    no_date = forms.BooleanField(label="They want me back, no date yet", required=False)
    starts = wall_clock.WallClockField(label="Starts", required=False)
    ends = forms.TimeField(
        label="Ends",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    length = forms.IntegerField(
        label="or lasts, in minutes",
        min_value=5,
        max_value=7 * _DAY,
        required=False,
        widget=forms.NumberInput(attrs={"list": "lengths", "placeholder": "60"}),
    )
    time_zone = forms.CharField(
        label="Time zone of these times", validators=[validate_time_zone]
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
    to_prepare = forms.CharField(
        label="They ask you to prepare",
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    promised_on = forms.DateField(
        label="They promised to answer by",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    blank_rows = 1

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        owner: User,
        now: datetime,
        round_: Round | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        self.owner = owner
        self.now = now
        self.round = round_
        self.cautions: list[Caution] = []
        self.notices: list[str] = []
        self.session = SessionDetails(time_zone=owner.time_zone)
        super().__init__(data, initial={**self._what_is_known(), **(initial or {})})
        self.people = people_rows(data, blank=self.blank_rows)
        self._offer_zones()
        self._offer_known_people()

    # --- what the page offers ------------------------------------------------

    def _what_is_known(self) -> dict[str, Any]:
        if self.round is None:
            return {"time_zone": self.owner.time_zone}
        session = self.round.all_sessions[0]
        return {
            "number": self.round.number,
            "to_prepare": self.round.to_prepare,
            "promised_on": self.round.promised_on,
            "setting": session.setting,
            "formats": session.formats,
            "time_zone": session.time_zone,
            "place": session.place,
            "link": session.link,
            "no_date": session.starts_at is None,
            **wall_clock.shown(session.starts_at, session.ends_at, session.zone),
        }

    def _offer_zones(self) -> None:
        starts = self["starts"].value()
        on = starts if isinstance(starts, datetime) else self.now
        kept = str(self["time_zone"].value() or "")
        self.fields["time_zone"].widget = wall_clock.ZoneSelect(
            top=(self.owner.time_zone, kept), on=on.date()
        )

    def _offer_known_people(self) -> None:
        self.fields["known"] = forms.ModelMultipleChoiceField(
            label="You know them already",
            queryset=self._colleagues(),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=[p.pk for p in self.round.people] if self.round else [],
            error_messages={
                "invalid_choice": "Somebody you ticked is not at this company. "
                "Please tick again."
            },
        )

    def _colleagues(self) -> QuerySet[Contact]:
        company = self.company()
        known = Contact.objects.for_user(self.owner)
        return known.filter(company=company) if company else known.none()

    def company(self) -> Company | None:
        """Where the round takes place, as far as it is known."""
        return self.round.application.company if self.round else None

    @property
    def known_people(self) -> list[tuple[Contact, bool]]:
        """The people of the company, and whether each takes part."""
        ticked = {str(pk) for pk in self["known"].value() or []}
        return [(c, str(c.pk) in ticked) for c in self._colleagues()]

    @property
    def for_you(self) -> str:
        """The times in the owner's zone, when the invitation speaks in another."""
        session = self.session
        if session.starts_at is None or session.time_zone == self.owner.time_zone:
            return ""
        times = (session.starts_at, session.ends_at)
        return clock.span(*times, self.owner.zone, now=self.now)

    @property
    def has_errors(self) -> bool:
        return bool(self.errors) or any(self.people.errors)

    # --- what was typed --------------------------------------------------------
    def with_another_row(self) -> None:
        """Give one more row for a person, and judge nothing yet."""
        self.people = self.people.with_another_row()
        self._errors = ErrorDict()

    def is_valid(self) -> bool:
        rows_are_valid = self.people.is_valid()
        return super().is_valid() and rows_are_valid

    @property
    def unseen(self) -> list[Caution]:
        """The cautions that ask, and that the owner was not shown before."""
        seen = self.data.getlist("seen") if isinstance(self.data, QueryDict) else []
        return [c for c in self.cautions if c.asks and c.key not in seen]

    @property
    def everyone(self) -> list[Person]:
        """Those ticked and those typed."""
        ticked = [
            Person(name=c.name, title=c.title, email=c.email, kind=c.kind)
            for c in self.cleaned_data["known"]
        ]
        return ticked + self.people.people

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not {"time_zone", "starts", "ends", "length"} & set(self.errors):
            self._clean_times(cleaned)
        if number := cleaned.get("number"):
            self._refuse_taken(number)
        return cleaned

    def _clean_times(self, cleaned: dict[str, Any]) -> None:
        starts_at = ends_at = None
        try:
            if not cleaned["no_date"]:
                starts_at, ends_at = self._times(cleaned)
        except ValidationError as error:
            self.add_error(None, error)
            return
        self.session = SessionDetails(
            starts_at=starts_at,
            ends_at=ends_at,
            **{
                name: cleaned.get(name, "")
                for name in ("time_zone", "setting", "place", "link")
            },
            formats=cleaned.get("formats", []),
        )
        if starts_at and self._is_moved(starts_at, ends_at):
            self.cautions = cautions(
                owner=self.owner,
                starts_at=starts_at,
                ends_at=ends_at,
                now=self.now,
                editing=self.round,
            )

    def _times(self, cleaned: dict[str, Any]) -> tuple[datetime, datetime | None]:
        """Start and end in UTC. Raises ValidationError for the field at fault."""
        wall, zone = cleaned["starts"], ZoneInfo(cleaned["time_zone"])
        if wall is None:
            raise ValidationError({"starts": self._why_no_start(cleaned)})
        try:
            starts_at = wall_clock.moment(wall, zone)
        except ValidationError as error:
            raise ValidationError({"starts": error}) from None
        if wall_clock.happens_twice(wall, zone):
            self.notices.append(
                f"{wall:%H:%M} comes twice that night, as the clocks go back. "
                "The first one was taken."
            )
        return starts_at, self._end(cleaned, wall, starts_at)

    def _why_no_start(self, cleaned: dict[str, Any]) -> str:
        if cleaned["ends"] or cleaned["length"]:
            return "Give the start as well."
        return "When does it start? If they gave no date yet, tick the box above."

    def _end(
        self, cleaned: dict[str, Any], wall: datetime, starts_at: datetime
    ) -> datetime | None:
        minutes, ends = cleaned["length"], cleaned["ends"]
        by_length = starts_at + timedelta(minutes=minutes) if minutes else None
        if ends is None:
            return by_length
        if ends <= wall.time():
            raise ValidationError(
                {
                    "ends": "The end is before the start. If it goes past midnight, "
                    "give how long it lasts instead."
                }
            )
        try:
            by_clock = wall_clock.moment(
                datetime.combine(wall.date(), ends), ZoneInfo(cleaned["time_zone"])
            )
        except ValidationError as error:
            raise ValidationError({"ends": error}) from None
        if by_length and by_length != by_clock:
            raise ValidationError(
                {"length": "That does not fit the end beside it. Keep one of them."}
            )
        return by_clock

    def _is_moved(self, starts_at: datetime, ends_at: datetime | None) -> bool:
        if self.round is None:
            return True
        session = self.round.all_sessions[0]
        return (session.starts_at, session.ends_at) != (starts_at, ends_at)

    def _refuse_taken(self, number: int) -> None:
        """Say beside the field that another round has the number."""
        if self.round and not self.round.cancelled_at:
            others = self.round.application.rounds.standing().exclude(pk=self.round.pk)
            self.refuse_number_among(others, number)

    def refuse_number_among(self, rounds: QuerySet[Round], number: int) -> None:
        if taken := rounds.filter(number=number).first():
            self.add_error(
                "number",
                f"There is a {taken.name.lower()} there already. Which is this?",
            )
