"""The settings: one file, read from the environment or from `.env`.

Every name is listed in `.env.example`. An empty value counts as not given. All
mistakes are reported together (`environs` with `seal()`), never one by one.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any

import django_stubs_ext
from environs import Env, validate

import config.celery  # noqa: F401 -- whoever sends a task finds its application
from config.background import beat_schedule
from config.environment import (
    derived_path,
    parse_admin_path,
    parse_database_url,
    parse_email_url,
    parse_oidc_server,
    parse_redis_url,
    parse_secret_key,
    parse_sender,
    parse_site_url,
    unusable,
)
from config.kept import kept_secret
from config.logs import worth_telling
from config.stack import discovery

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
# Written once, in pyproject.toml.
VERSION: str = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())["project"][
    "version"
]

# --- What the environment says ---------------------------------------------

env = Env(eager=False)
# `make demo` sets this. A demo is an installation of its own: it reads no `.env`.
DEMO = os.environ.get("CALLBACK_DEMO") == "yes"
if not DEMO:
    env.read_env(BASE_DIR / ".env", recurse=False)
for name in [name for name, value in os.environ.items() if value == ""]:
    del os.environ[name]

CALLBACK_DATA = env.path("CALLBACK_DATA", BASE_DIR / "var").absolute()

# Where a stack runs on this data folder, its servers and its port are ours.
STACK_FOUND = discovery.running_environment(CALLBACK_DATA)
for name, value in STACK_FOUND.items():
    os.environ.setdefault(name, value)

env.add_parser("site_url", parse_site_url)
env.add_parser("email_url", parse_email_url)
env.add_parser("database_url", parse_database_url)
env.add_parser("oidc_server", parse_oidc_server)
env.add_parser("redis_url", parse_redis_url)
env.add_parser("secret_key", parse_secret_key)
env.add_parser("sender", parse_sender)
env.add_parser("admin_path", parse_admin_path)

PORT = env.int("PORT", 8000, validate=validate.Range(min=1, max=65535))
DEBUG = env.bool("DEBUG", False)
SITE = env.site_url("SITE_URL", f"http://localhost:{PORT or 8000}")
MAIL_SERVER = None if DEMO else env.email_url("EMAIL_URL", "")
DEFAULT_FROM_EMAIL = env.sender("DEFAULT_FROM_EMAIL", "")
SECRET_KEY = env.secret_key("SECRET_KEY", "")
ADMIN_PATH = env.admin_path("ADMIN_PATH", "")
REDIS_URL = env.redis_url("REDIS_URL", "redis://127.0.0.1:6379/0")
REGISTRATION_OPEN = env.bool("REGISTRATION_OPEN", None)
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", None, validate=validate.Range(min=0))

# Sign-in through an OpenID provider. Who names a part of it has to name all three.
OIDC_ONLY = env.bool("OIDC_ONLY", False)
_oidc = ("OIDC_SERVER_URL", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
_unless_begun: dict[str, Any] = (
    {} if OIDC_ONLY or any(name in os.environ for name in _oidc) else {"default": ""}
)
OIDC_SERVER_URL = env.oidc_server("OIDC_SERVER_URL", **_unless_begun)
OIDC_CLIENT_ID = env.str("OIDC_CLIENT_ID", **_unless_begun)
OIDC_CLIENT_SECRET = env.str("OIDC_CLIENT_SECRET", **_unless_begun)
OIDC_NAME = env.str("OIDC_NAME", "your organisation")

_seconds = validate.Range(min=1)
# How long one worker may hold a message, how old an unanswered hand-over must be
# to count as in doubt, and how often somebody looks for what is due.
REMINDER_LEASE_SECONDS = env.int("REMINDER_LEASE_SECONDS", 120, validate=_seconds)
REMINDER_SWEEP_SECONDS = env.int("REMINDER_SWEEP_SECONDS", 900, validate=_seconds)
REMINDER_TICK_SECONDS = env.int("REMINDER_TICK_SECONDS", 15, validate=_seconds)
# How long a worker that is asked to end still waits for the answer to a mail.
REMINDER_STOP_SECONDS = env.int("REMINDER_STOP_SECONDS", 120, validate=_seconds)
# What becomes of a mail nobody knows to have arrived: where to look for it, when to
# give up looking, and what then.
REMINDER_RELAY_LOG = env.str("REMINDER_RELAY_LOG", "")
REMINDER_DOUBT_SECONDS = env.int("REMINDER_DOUBT_SECONDS", 1800, validate=_seconds)
REMINDER_IN_DOUBT = env.str(
    "REMINDER_IN_DOUBT", "resend", validate=validate.OneOf(["resend", "hold"])
)
LOG_FORMAT = env.str("LOG_FORMAT", "plain", validate=validate.OneOf(["plain", "json"]))
LOG_LEVEL = env.str(
    "LOG_LEVEL", "info", validate=validate.OneOf(["debug", "info", "warning", "error"])
)

DATABASE = env.database_url("DATABASE_URL", "")

env.seal()

# --- Address ----------------------------------------------------------------

SITE_URL = SITE.url
ALLOWED_HOSTS: list[str] = SITE.hosts
CSRF_TRUSTED_ORIGINS = SITE.origins
FORCE_SCRIPT_NAME = SITE.path or None
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
# Every other address than this machine's own is reached through a proxy of the
# operator: gunicorn listens on 127.0.0.1. Sign-in is limited by the client's address,
# which is the one that the outermost of so many proxies has seen.
if TRUSTED_PROXIES is None:
    TRUSTED_PROXIES = 0 if SITE.is_loopback else 1
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
if REGISTRATION_OPEN is None:
    REGISTRATION_OPEN = SITE.is_loopback

# What a form may send beside its files: an invitation of 5 MB pasted as text
# (docs/invites.md), and what a browser adds to carry it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024

# --- Secrets, cookies, headers ----------------------------------------------

SECRET_KEY_IS_SET = bool(SECRET_KEY)
try:
    SECRET_KEY = SECRET_KEY or kept_secret(CALLBACK_DATA / "secret_key")
except OSError as error:
    raise unusable(CALLBACK_DATA, error) from error
# Where operators look; nobody guesses it, and it is the same on every machine.
ADMIN_PATH = ADMIN_PATH or derived_path(SECRET_KEY)

SECURE_SSL_REDIRECT = SITE.is_https
# A monitor asks the process itself, in plain HTTP.
SECURE_REDIRECT_EXEMPT = [
    f"^{re.escape(f'{SITE.path}/'.lstrip('/'))}(healthz|readyz)$",
]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SITE.is_https else 0
# Below a path the host belongs to others, too: its subdomains are not ours to bind.
SECURE_HSTS_INCLUDE_SUBDOMAINS = SITE.is_https and not SITE.path
SECURE_REFERRER_POLICY = "same-origin"
# TLS ends at a proxy in front of us, which must set this header itself.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SITE.is_https else None
# Preloading is a promise to browser makers that only the owner of a domain can make.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
# Browsers share cookies between the ports of one host: the port keeps two
# installations on one machine apart. __Host- binds a cookie to exactly this host;
# it demands the whole host, so below a path the name says __Secure- and the cookie
# goes to that path only.
_cookie = f"callback-{PORT}-"
if SITE.is_https:
    _cookie = "__Secure-callback-" if SITE.path else "__Host-"
SESSION_COOKIE_NAME = f"{_cookie}session"
CSRF_COOKIE_NAME = f"{_cookie}csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE.is_https
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = SITE.path or "/"
# Signed in for 30 days after the last visit, and never longer than 90 in all
# (accounts.sessions holds both).
SESSION_COOKIE_AGE = 30 * 24 * 3600
SESSION_LONGEST_SECONDS = 90 * 24 * 3600
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
# Messages name companies; a cookie of theirs would go to all paths of the host.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}

# --- Parts ------------------------------------------------------------------

INSTALLED_APPS = [
    "operations.admin_config.OperatorConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",  # its templates, for those we do not write ourselves
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    # What speaks to a provider takes 10 MB in each process: only where there is one.
    *(["allauth.socialaccount.providers.openid_connect"] if OIDC_SERVER_URL else []),
    "allauth.usersessions",
    "django_htmx",
    "template_partials",
    "csp",
    "accounts",
    "guidance",
    "applications",
    "interviews",
    "preparation",
    "reminders",
    "calendars",
    "dashboard",
    "portability",
    "operations",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Static files are compressed already; pages are where no proxy does it (docs/adr/0009).
    "config.compression.CompressedPages",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.HtmxAnswers",
    "accounts.middleware.GoneIsNotFound",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.sessions.SessionLimits",
    "accounts.oidc.ProviderRules",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Fields look as in templates/django/forms/.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- Data -------------------------------------------------------------------

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES: dict[str, Any] = {"default": DATABASE}
# Sessions and rate limits live in the database: Redis may be wiped at any moment.
SESSION_ENGINE = "accounts.session_store"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # Django's 300 would let a stranger push the rate limits out by making more.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- Language and time: stored in UTC, shown in the owner's zone --------------

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Static files -----------------------------------------------------------

STATIC_URL = f"{SITE.path}/static/"
STATIC_ROOT = BASE_DIR / "build" / "static"
STATICFILES_DIRS: list[Any] = [
    BASE_DIR / "static",
    # Third-party files, fetched by `make assets`.
    ("v", BASE_DIR / "build" / "assets"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG

# --- Mail -------------------------------------------------------------------

EMAIL_CONFIGURED = MAIL_SERVER is not None
DEFAULT_FROM_EMAIL = DEFAULT_FROM_EMAIL or f"Callback <callback@{SITE.host}>"
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 15
if MAIL_SERVER:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = MAIL_SERVER.host
    EMAIL_PORT = MAIL_SERVER.port
    EMAIL_HOST_USER = MAIL_SERVER.user
    EMAIL_HOST_PASSWORD = MAIL_SERVER.password
    EMAIL_USE_TLS = MAIL_SERVER.starttls
    EMAIL_USE_SSL = MAIL_SERVER.implicit_tls
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = CALLBACK_DATA / "mail"

# --- Accounts ---------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.signing_in.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "dashboard:today"
PASSWORD_HASHERS = [
    "accounts.passwords.Argon2Hasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
] + [{"NAME": "accounts.passwords.MaximumLengthValidator"}]
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "add_email": "accounts.forms.AddEmailForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "login": "accounts.forms.LoginForm",
    "reauthenticate": "accounts.forms.ReauthenticateForm",
    "reset_password": "accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.ResetPasswordKeyForm",
    "set_password": "accounts.forms.SetPasswordForm",
    "signup": "accounts.forms.SignupForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# Without a mail server nobody could answer a verification mail.
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if EMAIL_CONFIGURED else "none"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = EMAIL_CONFIGURED
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60  # told on the page and in the mail
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_PREVENT_ENUMERATION = True
# Anybody can type anybody's address.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = SITE.scheme
# A password or a second factor is asked for again before anything dangerous; a
# change of either is told by mail where mail leaves.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_EMAIL_NOTIFICATIONS = EMAIL_CONFIGURED

# Second factors.
MFA_ADAPTER = "accounts.factors.FactorsAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# No tolerance of neighbouring codes: allauth remembers a used one for 30 seconds only,
# so with it a code could be used twice.
MFA_TOTP_ISSUER = "Callback"
# Where no mail leaves nobody can verify an address; they may protect their account
# all the same.
MFA_ALLOW_UNVERIFIED_EMAIL = not EMAIL_CONFIGURED
# Browsers take http://localhost for safe; allauth has to be told.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SITE.is_loopback and not SITE.is_https
MFA_FORMS = {
    "activate_totp": "accounts.forms.ActivateAppForm",
    "add_webauthn": "accounts.forms.AddPasskeyForm",
    "authenticate": "accounts.forms.SecondFactorForm",
    "reauthenticate": "accounts.forms.SecondFactorAgainForm",
}

# The provider. An address links to an account here only if both sides know it is
# verified (accounts.oidc).
SOCIALACCOUNT_ADAPTER = "accounts.oidc.SocialAccountAdapter"
SOCIALACCOUNT_FORMS = {"signup": "accounts.forms.ProviderSignupForm"}
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "oidc",
                "name": OIDC_NAME,
                "client_id": OIDC_CLIENT_ID,
                "secret": OIDC_CLIENT_SECRET,
                "settings": {"server_url": OIDC_SERVER_URL},
            }
        ]
        if OIDC_SERVER_URL
        else [],
    }
}

# --- Background work ----------------------------------------------------------
# What no environment changes is in config/background.py.

CELERY_BROKER_URL = REDIS_URL
CELERY_BEAT_SCHEDULE = beat_schedule(REMINDER_TICK_SECONDS)

# --- Logs: to standard error, kept by whoever runs us ---------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "%(levelname)s %(name)s: %(message)s"},
        "json": {"()": "config.logs.JsonLines"},
    },
    "filters": {
        "worth_telling": {
            "()": "django.utils.log.CallbackFilter",
            "callback": worth_telling,
        },
        "masking": {"()": "config.masking.Masking"},
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": LOG_FORMAT,
            "filters": ["worth_telling", "masking"],
        }
    },
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL.upper()},
}
