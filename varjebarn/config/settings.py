"""One settings file for every installation; what differs comes from the environment."""

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from varjebarn.config.environment import BASE, database, refuse_public_demo, switch, words

DEMO = switch("VARJEBARN_DEMO")
DEBUG = False
PACKAGE = Path(__file__).resolve().parent.parent
STATE = Path(os.environ.get("VARJEBARN_STATE", BASE / ".demo"))

SECRET_KEY = os.environ.get("VARJEBARN_SECRET_KEY") or os.urandom(32).hex()
ALLOWED_HOSTS = words("VARJEBARN_HOSTS", "127.0.0.1,localhost,[::1]")
if DEMO:
    refuse_public_demo(ALLOWED_HOSTS)
CSRF_TRUSTED_ORIGINS = words("VARJEBARN_ORIGINS")
ROOT_URLCONF = "varjebarn.config.urls"
WSGI_APPLICATION = "varjebarn.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The domain, from the ground up; then the web; then what belongs to logins.
INSTALLED_APPS = [
    "varjebarn.database",
    "varjebarn.audit",
    "varjebarn.organisations",
    "varjebarn.people",
    "varjebarn.disclosure",
    "varjebarn.practice",
    "varjebarn.participation",
    "varjebarn.wellbeing",
    "varjebarn.plan",
    "varjebarn.steering",
    "varjebarn.interop",
    "varjebarn.web",
    "varjebarn.ops",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "template_partials",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",  # built in from Django 6
    "django.contrib.sessions.middleware.SessionMiddleware",
    "varjebarn.web.shared.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "varjebarn.web.acting.ActingMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [
            PACKAGE / "web" / slice_ / "templates"
            for slice_ in ("shared", "public", "staff", "family", "county", "keeper", "demo")
        ],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "varjebarn.web.shared.context.page",
            ],
        },
    },
]
FORM_RENDERER = "varjebarn.web.shared.forms.Designsystemet"

# Two connections, two roles: the domain never reads a login, a login never reads a child.
DATABASES = {
    "default": database("DATABASE_URL", server_side_binding=True, prepare_threshold=5),
    "login": database(
        "LOGIN_DATABASE_URL", server_side_binding=True, options="-c search_path=login"
    ),
}
DATABASE_ROUTERS = ["varjebarn.database.router.LoginRouter"]

LANGUAGE_CODE = "sv"
LANGUAGES = [
    ("sv", _("Svenska")),
    ("sv-simple", _("Lättläst")),
    ("en-gb", _("English")),
]
LOCALE_PATHS = sorted(path for path in PACKAGE.glob("**/locale") if path.is_dir())
FORMAT_MODULE_PATH = ["varjebarn.config.formats"]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
USE_I18N = True
LANGUAGE_COOKIE_NAME = "vb_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"

# Cookies: `__Host-` and Secure everywhere but in the demo, which is plain http on this machine.
_HOST = "" if DEMO else "__Host-"
SECURE = not DEMO
TOKEN_COOKIE = f"{_HOST}vb_session"
ASSIGNMENT_COOKIE = f"{_HOST}vb_assignment"
SESSION_COOKIE_NAME = f"{_HOST}vb_websession"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = f"{_HOST}vb_csrf"
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "varjebarn.web.shared.errors.csrf_failure"
SECURE_SSL_REDIRECT = SECURE and not switch("VARJEBARN_BEHIND_PROXY")
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = (
    "same-origin"  # none leaves the site; without any, Origin is null and CSRF fails
)
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if switch("VARJEBARN_BEHIND_PROXY") else None
)
X_FRAME_OPTIONS = "DENY"

# A scanned paper is held in memory and kept in the database: nothing of it is left on a disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}

# Log-in: allauth recognises the person; the database opens the login that acts.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {"login": "varjebarn.web.public.forms.LoginForm"}
ACCOUNT_ADAPTER = "varjebarn.web.login.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
# How many minutes one may sit still before the login ends; a warning comes before (1 to 60).
IDLE_MINUTES = {
    "staff": int(os.environ.get("VARJEBARN_IDLE_STAFF", "15")),
    "family": int(os.environ.get("VARJEBARN_IDLE_FAMILY", "30")),
}
LOGIN_URL = "/konto/login/"
LOGIN_REDIRECT_URL = "/konto/vidare/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Notices to the family: that there is something new, and where. Without a mail server and a gateway
# they become files in the installation's own folder.
ADDRESS = os.environ.get("VARJEBARN_ADDRESS", "http://127.0.0.1:8000")
NOTICE_ADDRESS = ADDRESS + "/familj/"
EMAIL_HOST = os.environ.get("VARJEBARN_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("VARJEBARN_MAIL_PORT", "25"))
EMAIL_USE_TLS = switch("VARJEBARN_MAIL_TLS")
EMAIL_HOST_USER = os.environ.get("VARJEBARN_MAIL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("VARJEBARN_MAIL_PASSWORD", "")
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = STATE / "mail"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
DEFAULT_FROM_EMAIL = os.environ.get("VARJEBARN_MAIL_FROM", "svara-inte@localhost")
SMS_GATEWAY = os.environ.get("VARJEBARN_SMS_GATEWAY", "")
SMS_TOKEN = os.environ.get("VARJEBARN_SMS_TOKEN", "")

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("VARJEBARN_STATIC", STATE / "static"))
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
STORAGES = {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# Log lines name addresses and outcomes, never what somebody typed (R42).
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}, "varjebarn": {"level": "INFO"}},
}
SILENCED_SYSTEM_CHECKS = ["security.W021"]
