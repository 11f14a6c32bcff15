"""`send_reminders`: reminds of what is due, once, as `vb_notify`. The worker does the same every minute."""

import os
from typing import Any

from django.core.management.base import BaseCommand

from varjebarn.ops.notices.reminders import send_reminders


class Command(BaseCommand):
    """Remind the silent of a question, and the process leaders of an agreement that lapses."""

    help = "Sends reminders of questions that wait for an answer, and of agreements that lapse."
    requires_system_checks = ()

    def handle(self, **_options: Any) -> None:
        """Send, and say how many; never to whom."""
        sent = send_reminders(os.environ["NOTIFY_DATABASE_URL"])
        self.stdout.write(f"{sent} påminnelser skickade.")
