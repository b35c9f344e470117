"""Template words of the pages about signing in."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import quote

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from accounts import devices, oidc

register = template.Library()


@register.simple_tag(takes_context=True)
def passkeys_possible(context: Context) -> bool:
    """Whether browsers allow passkeys here: by name, over https or on localhost.

    Web Authentication, section 5.1.3: an address in numbers is no valid domain.
    """
    request: HttpRequest = context["request"]
    host = request.get_host().rpartition(":")[0] or request.get_host()
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return request.is_secure() or host == "localhost"
    return False


@register.simple_tag
def provider() -> str:
    """What the OpenID provider is called; empty where there is none."""
    return oidc.provider_name()


@register.simple_tag
def provider_only() -> bool:
    """Whether nobody signs in by password here."""
    return bool(settings.OIDC_ONLY)


@register.simple_tag
def registration_open() -> bool:
    """Whether anybody may make an account here."""
    return bool(settings.REGISTRATION_OPEN and not settings.OIDC_ONLY)


@register.simple_tag
def code_minutes() -> str:
    """How long a code that was mailed works."""
    return str(settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT // 60)


@register.filter
def device(user_agent: str) -> str:
    """ "Firefox on Linux"."""
    return devices.in_words(user_agent)


@register.filter
def in_fours(secret: str) -> str:
    """A long key as people copy it: in groups of four."""
    return " ".join(secret[i : i + 4] for i in range(0, len(secret), 4))


@register.filter
def codes_file(codes: list[str]) -> SafeString:
    """The codes as a file in the link itself: they are shown once and kept nowhere."""
    text = "Callback recovery codes. Each works once.\n\n" + "\n".join(codes) + "\n"
    return mark_safe("data:text/plain;charset=utf-8," + quote(text))  # noqa: S308 (quoted)
