"""`audit_seal`: seals the log once, or every second, with `vb_seal`'s address."""

import os
import time
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser

from varjebarn.audit.sealing import SealBroken, Sealer

PAUSE = 1.0


class Command(BaseCommand):
    help = "Seals every event that no older one can join. --watch: every second, until stopped."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--watch", action="store_true", help="every second, until stopped")

    def handle(self, *, watch: bool, **_options: Any) -> None:
        try:
            while watch:
                self._watch()
            self.stdout.write(f"{self._seal_once()} händelser förseglade.")
        except SealBroken:
            raise CommandError("Förseglingen är ändrad: kör audit verify.") from None

    def _seal_once(self) -> int:
        with psycopg.connect(os.environ["SEAL_DATABASE_URL"], autocommit=True) as connection:
            return Sealer().seal(connection)

    def _watch(self) -> None:
        """Seal until the connection is lost; then whoever called us connects anew."""
        try:
            with psycopg.connect(os.environ["SEAL_DATABASE_URL"], autocommit=True) as connection:
                sealer = Sealer()
                while True:
                    sealer.seal(connection)
                    time.sleep(PAUSE)
        except psycopg.OperationalError:
            time.sleep(PAUSE)
