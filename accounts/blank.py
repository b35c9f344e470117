"""Forms as they lie there before anybody has typed into them.

Most pages show one or more, mostly folded, and drawing their fields took longer than
anything else on the page. They read the same for everybody, so each is drawn once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.forms import BaseForm
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class BlankField:
    """What a template asks of a field: `{{ form.name.as_field_group }}`."""

    as_field_group: SafeString


class Blank(Mapping[str, BlankField]):
    """Stands for an unbound form in a template."""

    is_bound = False
    errors: Mapping[str, str] = {}

    def __init__(self, fields: Mapping[str, BlankField]) -> None:
        self._fields = fields

    def __getitem__(self, name: str) -> BlankField:
        return self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


def blank(
    form: Callable[..., BaseForm], *, auto_id: str = "id_%s", **initial: str
) -> Blank:
    """The form with these values; for one whose fields are those of its class.

    Nothing of an owner may be among the values but what many share, such as a stage.
    """
    return _drawn(form, auto_id, tuple(initial.items()))


@lru_cache(maxsize=100)
def _drawn(
    form: Callable[..., BaseForm], auto_id: str, initial: tuple[tuple[str, str], ...]
) -> Blank:
    made = form(auto_id=auto_id, initial=dict(initial))
    return Blank({field.name: BlankField(field.as_field_group()) for field in made})
