from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import reverse_lazy

from accounts.models import User
from applications.forms import NameField
from applications.models import Application, Company
from applications.names import one_line
from applications.offering import MOST_OFFERED, by_name, lately_heard_of
from interviews.actions import SessionDetails
from interviews.forms.day import COUNT
from interviews.forms.round import RoundForm
from interviews.models import Invite, Round, Session

_BOTH = "You picked an application above. Empty this, or pick “{new}”."
# Ours: more than these nobody goes on with.
_MOST_DRAFTS = 5
_MORE = (
    f"The {MOST_OFFERED} you last heard of. For another, leave this and type its company"
    " and role as they stand on your list."
)
_NEW = "A new one, typed below"


class ApplicationField(forms.ModelChoiceField[Application]):
    """Names an application by company first; says so when it is closed."""

    def label_from_instance(self, obj: Application) -> str:
        closed = f" ({obj.get_stage_display().lower()})" if obj.is_closed else ""
        return f"{obj.company} · {obj.role}{closed}"

    def choice_of(self, application: Application) -> tuple[int, str]:
        return application.pk, self.label_from_instance(application)


class InviteForm(RoundForm):
    """A round that is new, and perhaps its application too.

    Bound and valid, `application` is the one it belongs to, or None: then it is to
    be made from `company_name` and `role`.
    """

    company_name = NameField(label="Company", max_length=200, required=False)
    role = NameField(label="Role", max_length=200, required=False)

    field_order = ["application", "company_name", "role"]
    # Callback is for being called back.
    usual_number = 2
    # Whose place, zone and length it begins with.
    like: Session | None = None

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        owner: User,
        now: datetime,
        initial: Mapping[str, Any] | None = None,
        sessions: Sequence[SessionDetails] = (),
    ) -> None:
        self.applications = (
            Application.objects.for_user(owner).unarchived().select_related("company")
        )
        self.application: Application | None = None
        initial = {"number": self.usual_number, **(initial or {})}
        self.picked = self._picked(data, initial)
        super().__init__(data, owner=owner, now=now, initial=initial, sessions=sessions)
        self._offer_applications()
        self.fields["number"].required = False
        self.fields["number"].help_text = (
            "The next one there."
            if self.picked
            else "A callback is usually the second; change it if this is the first."
        )
        self._number_follows("company_name", "role")
        if data is None:
            self._begin_typing_here()

    def _picked(
        self, data: QueryDict | None, initial: Mapping[str, Any]
    ) -> Application | None:
        """The application chosen so far, whatever else is typed."""
        if data is None:
            known = initial.get("application")
            return known if isinstance(known, Application) else None
        pk = data.get("application", "")
        return self.applications.filter(pk=pk).first() if pk.isdecimal() else None

    def _offer_applications(self) -> None:
        """Any may be picked; of very many, those lately heard of are offered."""
        field = ApplicationField(queryset=self.applications, required=False)
        field.choices = [("", _NEW), *map(field.choice_of, self.offered)]
        if len(self.offered) >= MOST_OFFERED:
            field.help_text = _MORE
        self.fields["application"] = field
        self.order_fields(self.field_order)
        self._number_follows("application")

    @cached_property
    def offered(self) -> list[Application]:
        """By name, with the one picked."""
        found = lately_heard_of(self.applications)
        return by_name({*found, self.picked} if self.picked else found)

    def _number_follows(self, *names: str) -> None:
        """Let a change of these fields bring the number and the people of the job."""
        sent = ", ".join(f"[name={name}]" for name in (*names, COUNT))
        for name in names:
            self.fields[name].widget.attrs |= {
                "hx-get": reverse_lazy("interviews:invite"),
                "hx-include": sent,
                "hx-target": "#which-round",
                "hx-swap": "outerHTML",
                "hx-trigger": "change",
            }

    @property
    def drafts(self) -> Sequence[Invite]:
        """What the owner had read last and has not saved yet."""
        known = Invite.objects.for_user(self.owner).to_go_on_with()
        return list(known[:_MOST_DRAFTS])

    def _begin_typing_here(self) -> None:
        """For a known job the cursor is where it goes on; else it is in the box."""
        if self.picked:
            self.fields["starts"].widget.attrs["autofocus"] = True

    def company(self) -> Company | None:
        """Where the round takes place: of the application, or as typed so far."""
        if self.picked:
            return self.picked.company
        # Not cleaned yet, and PostgreSQL takes no NUL.
        name = one_line(self.data.get("company_name", "").replace("\0", ""))
        companies = Company.objects.for_user(self.owner)
        return companies.named(name).first() if name else None

    @property
    def is_about(self) -> Round | None:
        """What the same press of the button has made a moment ago, if it did."""
        if self.application is None:
            return None
        rounds = self.application.rounds
        return rounds.just_logged(*self.begins.times, now=self.now)

    @property
    def details(self) -> dict[str, Any]:
        """What `actions.log_invite` is to save."""
        words = ("company_name", "role")
        job = {name: self.cleaned_data[name] for name in words}
        return {**super().details, **job, "application": self.application}

    def clean(self) -> dict[str, Any]:
        self._clean_application(self.cleaned_data)
        return super().clean()

    def _clean_application(self, cleaned: dict[str, Any]) -> None:
        company, role = cleaned.get("company_name", ""), cleaned.get("role", "")
        self.application = cleaned.get("application")
        if self.application:
            for name in ("company_name", "role"):
                if cleaned.get(name):
                    self.add_error(name, _BOTH.format(new=_NEW))
            return
        if not company:
            self.add_error("company_name", "Pick an application above, or name one.")
        if not role:
            self.add_error("role", "For which role?")
        # The same words again mean the same job, not a second one.
        job = Application.objects.for_job(self.owner, company=company, role=role)
        self.application = job.first()

    def _refuse_taken(self, number: int) -> None:
        if self.application:
            self.refuse_number_among(self.application.rounds.standing(), number)
