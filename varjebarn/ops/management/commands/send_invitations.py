"""`send_invitations`: sends what is new about meetings, once, as `vb_notify`. The worker does so too."""

import os
from typing import Any

from django.core.management.base import BaseCommand

from varjebarn.ops.notices.invitations import send_invitations


class Command(BaseCommand):
    """Send members of the county's bodies their invitations, changes and cancellations."""

    help = "Sends invitations to meetings, and what has changed, to members who get mail."
    requires_system_checks = ()

    def handle(self, **_options: Any) -> None:
        """Send, and say how many; never to whom."""
        sent = send_invitations(os.environ["NOTIFY_DATABASE_URL"])
        self.stdout.write(f"{sent} kallelser skickade.")
