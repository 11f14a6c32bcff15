"""`manage readme`: writes the table of needs into README.md, or says that it differs."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from varjebarn.ops.readme.needs import ROOT, load_needs
from varjebarn.ops.readme.table import render, splice


class Command(BaseCommand):
    """Make README.md's table from docs/data/needs.toml."""

    help = "Writes the table of what the county asks for into README.md."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add --check, which only compares."""
        parser.add_argument(
            "--check", action="store_true", help="compare only; exit 1 if it differs"
        )

    def handle(self, *, check: bool, **_options: object) -> None:
        """Write the file, or compare it."""
        readme = ROOT / "README.md"
        found = readme.read_text(encoding="utf-8")
        wanted = splice(found, render(load_needs()))
        if wanted == found:
            self.stdout.write("README.md agrees with docs/data/needs.toml.")
        elif check:
            raise CommandError("README.md differs: run `python3 run.py manage readme`.")
        else:
            readme.write_text(wanted, encoding="utf-8")
            self.stdout.write("README.md written.")
