"""`prepare_jobs`: makes the worker's queue, as who migrates."""

import os
from typing import Any

from django.core.management.base import BaseCommand

from varjebarn.ops.worker import queue


class Command(BaseCommand):
    help = "Makes the tables of the worker's queue, or brings them up to date."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        queue.prepare(os.environ["DATABASE_URL"])
