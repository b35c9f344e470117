"""How passwords are kept, and how long they may be."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.exceptions import ValidationError

from accounts.models import User

# Far beyond any phrase or password manager; hashing a megabyte for a stranger is not
# our business. Never an attribute of the field: browsers would cut what is pasted.
LONGEST_PASSWORD = 1024


class Argon2Hasher(Argon2PasswordHasher):
    """Argon2id as OWASP's Password Storage Cheat Sheet asks at least: 19 MiB, two
    passes, one lane.

    Django's own choice takes 100 MiB and eight threads for every attempt; a few
    sign-ins at once would be a small machine's whole memory.
    """

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1


class MaximumLengthValidator:
    """Refuses what is longer than `LONGEST_PASSWORD`."""

    def validate(self, password: str, user: User | None = None) -> None:
        refuse_endless(password)

    def get_help_text(self) -> str:
        return f"At most {LONGEST_PASSWORD} characters."


def refuse_endless(password: str) -> None:
    """Raise ValidationError for a password nobody types."""
    if len(password) > LONGEST_PASSWORD:
        raise ValidationError(
            f"At most {LONGEST_PASSWORD} characters, please.",
            code="password_too_long",
        )
