"""What one mail says, before it is set in text and HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reminders.models import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A link with its words."""

    label: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A line of fact; `url` stands after the text where there is one."""

    text: str
    label: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Errand:
    """Somebody to write to, with what can be done about it from the mail."""

    name: str
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Tip:
    """A piece of advice, why it is given and where it stands."""

    text: str
    reason: str
    credit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """One round: its facts, whom to write to, the advice that fits it."""

    title: str
    facts: tuple[Fact, ...]
    errands: tuple[Errand, ...] = ()
    # Named, but without links of their own: a mail must stay small.
    others: str = ""
    advice: tuple[Tip, ...] = ()
    # Said above the advice when the documents speak of another round than this.
    advice_note: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A whole mail of one kind to one owner."""

    kind: Kind
    subject: str
    preheader: str
    heading: str
    button: Target
    sections: tuple[Section, ...]
    settings_url: str
    stop_url: str
    more_rounds: str = ""

    @property
    def is_about_one(self) -> bool:
        return len(self.sections) == 1

    @property
    def acts_by_link(self) -> bool:
        """Whether its links act without a sign-in, which the mail then says."""
        return any(section.errands for section in self.sections)

    @property
    def about_links(self) -> str:
        """Which links act without a sign-in: those of a person, and a round's own."""
        which = "The links beside a name"
        if self.is_about_one:
            which = f"“{self.button.label}” and the links beside a name"
        return (
            f"{which} work without signing in and end after 30 days, so please do not"
            " pass this mail on."
        )

    @property
    def because(self) -> str:
        """What the owner has switched on, for the why-you-get-this line."""
        return {
            Kind.PREPARE: "reminders before a round",
            Kind.THANK_YOU: "reminders for thank-you notes",
            Kind.STATUS_CHECK: "reminders for overdue answers",
        }[self.kind]


def without_repeats(
    targets: Sequence[Target], button: Target | None
) -> tuple[Target, ...]:
    """The targets but the one that is the main button already."""
    return tuple(t for t in targets if button is None or t.url != button.url)
