"""`send_notices`: sends what waits, once, as `vb_notify`. The worker does the same every minute."""

import os
from typing import Any

from django.core.management.base import BaseCommand

from varjebarn.ops.notices.letters import send_letters
from varjebarn.ops.notices.sending import send_notices


class Command(BaseCommand):
    """Tell those who have chosen mail or SMS that there is something new."""

    help = "Sends the notices and the county's letters that wait, to those who have asked for them."
    requires_system_checks = ()

    def handle(self, **_options: Any) -> None:
        """Send, and say how many; never to whom."""
        url = os.environ["NOTIFY_DATABASE_URL"]
        self.stdout.write(f"{send_notices(url) + send_letters(url)} meddelanden skickade.")
