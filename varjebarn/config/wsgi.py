"""The server's door. It does not open on a role that could step over the row policies."""

import os

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "varjebarn.config.settings")

application = get_wsgi_application()

from varjebarn.database.checks import check_roles  # noqa: E402 - Django has to be started first

if faults := check_roles(databases=("default", "login")):
    raise ImproperlyConfigured("; ".join(fault.msg for fault in faults))
