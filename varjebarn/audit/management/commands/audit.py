"""`audit verify`, `audit head` and `audit key`: the independent verifiers, and the public keys."""

import argparse
import os
import sys

from django.core.management.base import BaseCommand, CommandParser

from varjebarn.audit import verify, verify_extract

EXTRACTED = "--extract"


class Command(BaseCommand):
    help = (
        "Verifies the sealed log or an extract of it, writes its newest head, or the public keys."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "words",
            nargs=argparse.REMAINDER,
            help="verify [--head FILE] [--key KEY] | verify --extract FILE [--key KEY] "
            "[--seal-key KEY] [--head FILE] | head | key",
        )

    def handle(self, *, words: list[str], **_options: object) -> None:
        if words == ["key"]:
            for name in ("SEAL_PUBLIC_KEY", "EXTRACT_PUBLIC_KEY"):
                self.stdout.write(f"{name} {os.environ.get(name, '-')}")
            return
        if words[:1] == ["verify"] and EXTRACTED in words:
            rest = [word for word in words[1:] if word != EXTRACTED]
            sys.exit(verify_extract.main(rest, program="audit verify --extract"))
        sys.exit(verify.main(words, program="audit"))
