"""From an uploaded file to checked rows: every mistake is named, none is guessed away.

Nothing here writes. A file may be the zip of an export or its account.json alone.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from accounts.models import User
from accounts.timezones import validate_time_zone
from interviews.models import Round, Session
from portability.export import FORMAT, JSON_NAME, VERSION
from portability.tables import RESTORED, TOLD, Table
from portability.values import checked
from reminders.models import Kind, Reminder

LARGEST_BYTES = 20 * 1024 * 1024
LARGEST_ROWS = 200_000
_MOST_MISTAKES = 20
_KEY = re.compile(
    r"([a-z_]{1,20}):(round|application|owner):(\d{1,19})(?::f(\d{1,19}))?"
    r"(:[\w:-]{1,50})?"
)

_NAME = User._meta.get_field("name")
_NEW = User._meta.get_field("new_to_job_hunting")
_WAIT = User._meta.get_field("answer_wait_days")
# As the settings allow.
LONGEST_WAIT = 60

Rows = dict[str, dict[Any, "Row"]]


class UnreadableError(Exception):
    """The file cannot be imported; `mistakes` say why, in words for the owner."""

    def __init__(self, *mistakes: str) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


@dataclass
class Row:
    """Checked values of one row; `references` name rows of other tables by their id."""

    values: dict[str, Any] = field(default_factory=dict)
    references: dict[str, Any] = field(default_factory=dict)


@dataclass
class Account:
    """A whole file, checked: ready to be written."""

    email: str
    name: str
    time_zone: str
    answer_wait_days: int
    new_to_job_hunting: bool | None
    exported_at: str
    rows: Rows

    def count(self, table: str) -> int:
        return len(self.rows[table])


def read(data: bytes) -> Account:
    """The account in a file. Raises UnreadableError with every mistake found, up to 20."""
    document = _document(data)
    reader = _Reader(document)
    rows = {table.name: reader.table(table) for table in RESTORED}
    reader.check_together(rows)
    name, zone, wait = reader.name(), reader.time_zone(), reader.answer_wait_days()
    new = reader.new_to_job_hunting()
    if reader.mistakes:
        raise UnreadableError(*reader.mistakes)
    account = document["account"]
    return Account(
        email=str(account.get("email", "")),
        name=name,
        time_zone=zone,
        answer_wait_days=wait,
        new_to_job_hunting=new,
        exported_at=str(document.get("exported_at", "")),
        rows=rows,
    )


def _document(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST_BYTES:
        raise UnreadableError("The file is larger than 20 MB.")
    try:
        document = json.loads(_json_of(data))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "This is no export of Callback: it is no JSON."
        ) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise UnreadableError("This is no export of Callback.")
    if document.get("version") != VERSION:
        raise UnreadableError(
            "It was made by another version of Callback: upgrade first."
        )
    if not isinstance(document.get("account"), dict):
        raise UnreadableError("The part “account” is missing.")
    return document


def _json_of(data: bytes) -> bytes:
    """The JSON of a zip, or the file itself; never unpacks more than it may."""
    if not data.startswith(b"PK"):
        return data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(JSON_NAME) as f:
            text = f.read(LARGEST_BYTES + 1)
    except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise UnreadableError(f"There is no {JSON_NAME} in this zip.") from error
    if len(text) > LARGEST_BYTES:
        raise UnreadableError("What is in the zip is larger than 20 MB.")
    return text


class _Reader:
    """Walks through a document and collects what is wrong with it."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self.mistakes: list[str] = []
        self.known: dict[type[models.Model], set[Any]] = {}
        self.budget = LARGEST_ROWS

    def wrong(self, where: str, what: str) -> None:
        if len(self.mistakes) == _MOST_MISTAKES:
            raise UnreadableError(*self.mistakes, "… and more.")
        self.mistakes.append(f"{where}: {what}")

    def name(self) -> str:
        return str(
            self._value(_NAME, self.document["account"].get("name", ""), "account")
        )

    def answer_wait_days(self) -> int:
        """As it is kept; a file that does not say means what is usual."""
        usual = _WAIT.get_default()
        days = self.document["account"].get("answer_wait_days", usual)
        if type(days) is not int or not 1 <= days <= LONGEST_WAIT:
            self.wrong("account", "the wait for an answer is no such number of days.")
            return int(usual)
        return days

    def new_to_job_hunting(self) -> bool | None:
        """A file that does not say says nothing."""
        said = self.document["account"].get("new_to_job_hunting")
        known: bool | None = self._value(_NEW, said, "account")
        return known

    def time_zone(self) -> str:
        name = self.document["account"].get("time_zone")
        try:
            validate_time_zone(name if isinstance(name, str) else "")
        except ValidationError:
            self.wrong("account", "there is no such time zone.")
        return str(name)

    def table(self, table: Table) -> dict[Any, Row]:
        listed = self.document.get(table.name)
        if not isinstance(listed, list):
            self.wrong(table.name, "this part is missing.")
            listed = []
        self.budget -= len(listed)
        if self.budget < 0:
            raise UnreadableError(f"There are more than {LARGEST_ROWS} rows in it.")
        found: dict[Any, Row] = {}
        for number, raw in enumerate(listed, start=1):
            where = f"{table.name}, row {number}"
            if not isinstance(raw, dict) or not isinstance(raw.get("id"), int | str):
                self.wrong(where, "this is no row.")
            elif raw["id"] in found:
                self.wrong(where, "its id is there twice.")
            else:
                found[raw["id"]] = self._row(table, raw, where)
        self.known[table.model] = set(found)
        return found

    def _row(self, table: Table, raw: dict[str, Any], where: str) -> Row:
        row = Row()
        names = {each.name for each in table.fields}
        for name in sorted(set(raw) - names - {"id"}):
            self.wrong(where, f"“{name}” is not known here.")
        for each in table.fields:
            if each.name not in raw:
                self.wrong(where, f"“{each.name}” is missing.")
            elif isinstance(each, models.ForeignKey):
                row.references[each.name] = self._reference(each, raw, where)
            else:
                row.values[each.name] = self._value(each, raw[each.name], where)
        return row

    def _reference(
        self, to: models.ForeignKey[Any, Any], raw: dict[str, Any], where: str
    ) -> Any:
        value = raw[to.name]
        if value is None and to.null:
            return None
        known = self.known[to.related_model]
        if not isinstance(value, int | str) or value not in known:
            self.wrong(where, f"“{to.name}” names a row that is not there.")
        return value

    def _value(self, of: models.Field[Any, Any], raw: Any, where: str) -> Any:
        try:
            value = checked(of, raw)
        except ValidationError as error:
            self.wrong(where, f"{of.name}: {' '.join(error.messages)}")
        except (TypeError, ValueError, OverflowError):
            self.wrong(where, f"{of.name}: this is no such value.")
        else:
            return value
        return None

    def check_together(self, rows: Rows) -> None:
        """What no single row can tell."""
        with_session = {
            row.references.get("round") for row in rows[_name_of(Session)].values()
        }
        for number, key in enumerate(rows[_name_of(Round)], start=1):
            if key not in with_session:
                self.wrong(f"rounds, row {number}", "it has no session.")
        told = rows[_name_of(Reminder)].values()
        for number, row in enumerate(told, start=1):
            if not _tells_of_its_thing(row):
                self.wrong(f"reminders_told, row {number}", "its key does not fit.")
            if row.values.get("state") not in TOLD:
                self.wrong(f"reminders_told, row {number}", "it was not told.")


def _tells_of_its_thing(row: Row) -> bool:
    key = _KEY.fullmatch(str(row.values.get("key")))
    if not key or key[1] != row.values.get("kind") or key[1] not in Kind.values:
        return False
    kind = Kind(key[1])
    application, round_ = (row.references.get(n) for n in ("application", "round"))
    if kind.is_about_the_search:
        return key[2] == "owner" and application is round_ is None
    if kind is Kind.OFFER_DEADLINE:
        return key.group(2, 3) == ("application", str(application)) and round_ is None
    return key.group(2, 3) == ("round", str(round_)) and application is not None


def key_for(
    key: str, reminder: Mapping[str, Any], follow_ups: Mapping[Any, models.Model]
) -> str:
    """The same key, naming what the reminder is about here.

    `reminder` are its values: owner, application and round, the last two perhaps None.
    `follow_ups` are the messages owed here, by their number in the file: a key may name
    one of several (`planning.rounds`). One that is no more keeps its number.
    """
    match = _KEY.fullmatch(key)
    if match is None:
        raise ValueError(key)
    kind, about, _, one, rest = match.groups()
    found = follow_ups.get(int(one)) if one else None
    part = f":f{found.pk if found else one}" if one else ""
    return f"{kind}:{about}:{reminder[about].pk}{part}{rest or ''}"


def _name_of(model: type[models.Model]) -> str:
    return next(table.name for table in RESTORED if table.model is model)
