"""`worker`: does what nobody waits for, as `vb_worker`, until it is told to stop."""

import os
from typing import Any

from django.core.management.base import BaseCommand

from varjebarn.ops.worker import queue


class Command(BaseCommand):
    help = "Does the jobs in the queue, and what comes back by the clock, until told to stop."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        queue.work(os.environ["WORKER_DATABASE_URL"])
