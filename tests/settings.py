"""The settings, with what an installation has that names an OpenID provider.

Tests name one when they need one, and whatever follows a provider is loaded once.
"""

from __future__ import annotations

from config.settings import *  # noqa: F403, TID251
from config.settings import INSTALLED_APPS as _OURS  # noqa: TID251

_PROVIDER = "allauth.socialaccount.providers.openid_connect"
INSTALLED_APPS = _OURS if _PROVIDER in _OURS else [*_OURS, _PROVIDER]
