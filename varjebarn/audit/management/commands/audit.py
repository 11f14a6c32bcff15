"""`audit verify` and `audit head`: the independent verifier, with `vb_audit`'s address."""

import argparse
import sys

from django.core.management.base import BaseCommand, CommandParser

from varjebarn.audit import verify


class Command(BaseCommand):
    help = "Verifies the sealed log (verify), or writes its newest head as JSON (head)."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("words", nargs=argparse.REMAINDER, help="verify [--head FILE] | head")

    def handle(self, *, words: list[str], **_options: object) -> None:
        sys.exit(verify.main(words, program="audit"))
