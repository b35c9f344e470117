from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict

from accounts.models import User
from applications.models import Company, Contact
from interviews.actions import SessionDetails
from interviews.forms import rearranging
from interviews.forms.cautions import Caution, Times, cautions, early_promise
from interviews.forms.day import MOST, FurtherSessionForm, further_sessions
from interviews.forms.session import SessionForm, shown
from interviews.models import Round

# Ours: nobody is asked back more often.
MOST_ROUNDS = 50


class RoundForm(SessionForm):
    """A round as the owner knows it: its sessions, their people, what was asked.

    It is the form of the first session, whose fields have plain names, with the
    fields of the round; the `further` sessions stand in forms of their own. It begins
    with `round_` as it stands, or with `sessions`, as whoever read an invitation
    found them: the first is always there. Bound and valid, `details` are arguments of
    the actions that save it; what should be looked at twice is in `cautions`, what
    still waits for a second press in `unseen`.
    """

    number = forms.IntegerField(label="Round", min_value=1, max_value=MOST_ROUNDS)
    no_date = forms.BooleanField(label="They want me back, no date yet", required=False)
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

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        owner: User,
        now: datetime,
        round_: Round | None = None,
        initial: Mapping[str, Any] | None = None,
        sessions: Sequence[SessionDetails] = (),
    ) -> None:
        self.round = round_
        self.promise_cautions: list[Caution] = []
        standing = round_.all_sessions if round_ else []
        begin_with = sessions or [SessionDetails.of(row) for row in standing]
        first, *self._begin_further_with = begin_with or [
            SessionDetails(time_zone=owner.time_zone)
        ]
        known = _what_is_known(round_) if round_ else {}
        super().__init__(
            data,
            owner=owner,
            now=now,
            rows={str(row.pk): row for row in standing},
            initial={**shown(first), **known, **(initial or {})},
        )
        self._colleagues = list(self._people_to_offer())
        self.offer(self._colleagues)
        self._read_further(data)

    def _read_further(self, data: QueryDict | None) -> None:
        usual = self.initial["time_zone"]
        begin_with = [
            {**shown(s), "time_zone": "" if s.time_zone == usual else s.time_zone}
            for s in self._begin_further_with
        ]
        self.further = further_sessions(
            data,
            initial=begin_with,
            form_kwargs={
                "owner": self.owner,
                "now": self.now,
                "rows": self.rows,
                "colleagues": self._colleagues,
            },
        )

    # --- what the page offers ------------------------------------------------

    @property
    def parts(self) -> list[SessionForm]:
        """The forms of all sessions, as they stand on the page."""
        return [self, *self.further.forms]

    @property
    def has_several(self) -> bool:
        return bool(self.further.forms)

    @property
    def may_take_out(self) -> bool:
        """Whether another session would be left."""
        return not all(session.is_taken_out for session in self.further.forms)

    @property
    def may_add(self) -> bool:
        return len(self.parts) < MOST

    def _people_to_offer(self) -> QuerySet[Contact]:
        """The people of the company, and whoever takes part from elsewhere."""
        company = self.company()
        seated = [person.pk for person in self.round.people] if self.round else []
        known = Contact.objects.for_user(self.owner)
        return known.filter(Q(company=company) | Q(pk__in=seated))

    def company(self) -> Company | None:
        """Where the round takes place, as far as it is known."""
        return self.round.application.company if self.round else None

    @property
    def names_typed(self) -> list[str]:
        """People typed into any session; they may be typed into another, too."""
        rows = [row for session in self.parts for row in session.people]
        return list(dict.fromkeys(filter(None, (row["name"].value() for row in rows))))

    # --- what was typed --------------------------------------------------------

    def rearrange(self) -> SessionForm:
        """Do what the pressed button asks for, and judge nothing yet.

        Returns the session it was about.
        """
        assert isinstance(self.data, QueryDict)  # noqa: S101
        pressed = self.data
        self.data = rearranging.rearranged(pressed)
        self._read_people(self.data)
        self._read_further(self.data)
        for session in self.parts:
            session.keep()
        self.further.keep()
        about = self._session_of(pressed)
        if rearranging.ADD_PERSON in pressed:
            about.people.begin_typing()
        elif rearranging.ADD_SESSION in pressed:
            about.fields["starts"].widget.attrs["autofocus"] = True
        return about

    def _session_of(self, pressed: QueryDict) -> SessionForm:
        if rearranging.ADD_SESSION in pressed:
            return self.parts[-1]
        named = {session.prefix: session for session in self.parts}
        return named.get(pressed.get(rearranging.ADD_PERSON), self)

    def is_valid(self) -> bool:
        return super().is_valid() and self.further.is_valid()

    @property
    def has_errors(self) -> bool:
        further = any(session.has_errors for session in self._further)
        return super().has_errors or further or bool(self.further.non_form_errors())

    @property
    def _further(self) -> list[FurtherSessionForm]:
        """The further sessions that stay."""
        return self.further.standing

    @property
    def _in_order(self) -> list[SessionForm]:
        """The sessions that stay and have a start, by it; the first one among them."""
        timed = [s for s in (self, *self._further) if s.starts_at]
        return sorted(timed, key=lambda session: session.starts_at or self.now)

    @property
    def begins(self) -> SessionForm:
        """The session the round begins with."""
        return next(iter(self._in_order), self)

    @property
    def cautions(self) -> list[Caution]:
        of_times = [c for s in (self, *self._further) for c in s.time_cautions]
        return of_times + self.promise_cautions

    @property
    def unseen(self) -> list[Caution]:
        """The cautions that ask, and that the owner was not shown before."""
        seen = self.data.getlist("seen") if isinstance(self.data, QueryDict) else []
        return [c for c in self.cautions if c.asks and c.key not in seen]

    @property
    def remarks(self) -> list[str]:
        """What to say once it is saved."""
        notices = [notice for s in (self, *self._further) for notice in s.notices]
        return [*(c.text for c in self.cautions if not c.asks), *notices]

    @property
    def details(self) -> dict[str, Any]:
        """What `actions.edit_round` is to save."""
        words = ("number", "to_prepare", "promised_on")
        sessions = [s.session for s in (self, *self._further)] + self._unmentioned
        first, *further = sorted(sessions, key=lambda session: session.order)
        return {
            "session": first,
            "people": first.people,
            "further": further,
            **{name: self.cleaned_data[name] for name in words},
        }

    @property
    def _unmentioned(self) -> list[SessionDetails]:
        """Sessions of the round that came to it after the page was opened: they stay."""
        seen = {str(session["row"].value()) for session in self.further.forms}
        seen |= {str(session.was.pk) for session in (self,) if session.was}
        return [
            SessionDetails.of(row) for pk, row in self.rows.items() if pk not in seen
        ]

    def clean_row(self) -> Any:
        if "row" not in self.data and self.round:
            return self.round.all_sessions[0]
        return super().clean_row()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for session in self.further.forms:
            session.usual_zone = cleaned.get("time_zone") or self.owner.time_zone
        self.further.is_valid()
        self._look_twice(cleaned)
        if number := cleaned.get("number"):
            self._refuse_taken(number)
        return cleaned

    def _has_no_date(self, cleaned: dict[str, Any]) -> bool:
        return bool(cleaned["no_date"])

    def _look_twice(self, cleaned: dict[str, Any]) -> None:
        """Gather what the owner should look at twice."""
        sessions = self._in_order
        found = cautions(
            owner=self.owner,
            sessions=[
                Times(s.starts_at, s.ends_at, is_new=s.is_moved)
                for s in sessions
                if s.starts_at
            ],
            now=self.now,
            editing=self.is_about,
        )
        for session, its in zip(sessions, found, strict=True):
            session.time_cautions = its
        self.promise_cautions = self._early_promise(cleaned)

    def _early_promise(self, cleaned: dict[str, Any]) -> list[Caution]:
        """A promise for a day before the round, unless that was so when it was opened."""
        begins = self.begins
        is_new = begins.is_moved or "promised_on" in self.changed_data
        promised_on = cleaned.get("promised_on")
        if not (is_new and promised_on and begins.starts_at):
            return []
        return early_promise(
            promised_on, begins.starts_at.astimezone(begins.zone).date()
        )

    @property
    def is_about(self) -> Round | None:
        """The round that is there already, and neither clashes with itself nor
        takes its own number.
        """
        return self.round

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
    return {
        "number": round_.number,
        "to_prepare": round_.to_prepare,
        "promised_on": round_.promised_on,
        "no_date": round_.all_sessions[0].starts_at is None,
    }
