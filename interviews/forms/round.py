from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.forms.utils import ErrorDict
from django.http import QueryDict

from accounts.models import User
from applications.models import Company, Contact
from interviews.actions import Person, SessionDetails
from interviews.forms import wall_clock
from interviews.forms.cautions import Caution, cautions, early_promise
from interviews.forms.people import people_rows
from interviews.forms.times import TimesForm
from interviews.models import Format, Round, Setting


class RoundForm(TimesForm):
    """A round as the owner knows it: one session, its people, what was asked.

    Bound and valid, `details` are arguments of the actions that save it; what should
    be looked at twice is in `cautions`, what still waits for a second press in
    `unseen`.
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
        self.round = round_
        self.cautions: list[Caution] = []
        known = _what_is_known(round_) if round_ else {"time_zone": owner.time_zone}
        initial = {**known, **(initial or {})}
        super().__init__(data, owner=owner, now=now, initial=initial)
        self.people = people_rows(data, blank=self.blank_rows)
        self._offer_known_people()

    # --- what the page offers ------------------------------------------------

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
        """The people of the company, and whoever takes part from elsewhere."""
        company = self.company()
        seated = [person.pk for person in self.round.people] if self.round else []
        known = Contact.objects.for_user(self.owner)
        return known.filter(Q(company=company) | Q(pk__in=seated))

    def company(self) -> Company | None:
        """Where the round takes place, as far as it is known."""
        return self.round.application.company if self.round else None

    @property
    def known_people(self) -> list[tuple[Contact, bool]]:
        """The people of the company, and whether each takes part."""
        ticked = {str(pk) for pk in self["known"].value() or []}
        return [(c, str(c.pk) in ticked) for c in self._colleagues()]

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
    def session(self) -> SessionDetails:
        """The one session the form speaks of."""
        words = ("time_zone", "setting", "place", "link")
        return SessionDetails(
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            formats=self.cleaned_data["formats"],
            **{name: self.cleaned_data[name] for name in words},
        )

    @property
    def everyone(self) -> list[Person]:
        """Those ticked and those typed."""
        ticked = [Person(name=c.name, contact=c) for c in self.cleaned_data["known"]]
        return ticked + self.people.people

    @property
    def details(self) -> dict[str, Any]:
        """What `actions.edit_round` is to save."""
        words = ("number", "to_prepare", "promised_on")
        return {
            "session": self.session,
            "people": self.everyone,
            **{name: self.cleaned_data[name] for name in words},
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._take_link_from_place(cleaned)
        if self.starts_at and self._is_moved:
            self.cautions = cautions(
                owner=self.owner,
                starts_at=self.starts_at,
                ends_at=self.ends_at,
                now=self.now,
                editing=self.is_about,
            )
        self.cautions += self._early_promise(cleaned)
        if number := cleaned.get("number"):
            self._refuse_taken(number)
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

    def _early_promise(self, cleaned: dict[str, Any]) -> list[Caution]:
        """A promise for a day before the round, unless that was so when it was opened."""
        is_new = self._is_moved or "promised_on" in self.changed_data
        promised_on = cleaned.get("promised_on")
        if not (is_new and promised_on and self.starts_at):
            return []
        day = self.starts_at.astimezone(self._zone).date()
        return early_promise(promised_on, day)

    @property
    def is_about(self) -> Round | None:
        """The round that is there already, and neither clashes with itself nor
        takes its own number.
        """
        return self.round

    @property
    def _is_moved(self) -> bool:
        if self.round is None:
            return True
        session = self.round.all_sessions[0]
        return (session.starts_at, session.ends_at) != (self.starts_at, self.ends_at)

    def _refuse_taken(self, number: int) -> None:
        if self.round and not self.round.cancelled_at:
            self.refuse_number_among(self.round.application.rounds.standing(), number)

    def refuse_number_among(self, rounds: QuerySet[Round], number: int) -> None:
        """Say beside the field that another round of these has the number."""
        others = rounds.exclude(pk=self.is_about.pk) if self.is_about else rounds
        if taken := others.filter(number=number).first():
            self.say_taken(taken)

    def say_taken(self, taken: Round) -> None:
        """Say beside the field which round has the number."""
        self.add_error(
            "number", f"There is a {taken.name.lower()} there already. Which is this?"
        )


def _what_is_known(round_: Round) -> dict[str, Any]:
    session = round_.all_sessions[0]
    return {
        "number": round_.number,
        "to_prepare": round_.to_prepare,
        "promised_on": round_.promised_on,
        "setting": session.setting,
        "formats": session.formats,
        "time_zone": session.time_zone,
        "place": session.place,
        "link": session.link,
        "no_date": session.starts_at is None,
        **wall_clock.shown(session.starts_at, session.ends_at, session.zone),
    }
