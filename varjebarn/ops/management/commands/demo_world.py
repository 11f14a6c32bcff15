"""`demo_world`: the invented people of the demo. Made as somebody, through the commands, once."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from varjebarn.ops.world.building import HalfAWorld, build_cast
from varjebarn.ops.world.crowd import make_crowd


class Command(BaseCommand):
    """Make the cast with their stories, or the further children."""

    help = "Makes the demo's invented people: --cast first, --children after. May be run again."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which half to make."""
        half = parser.add_mutually_exclusive_group(required=True)
        half.add_argument("--cast", action="store_true", help="the cast, their stories, the county")
        half.add_argument("--children", action="store_true", help="200 further children")

    def handle(self, *, cast: bool, **_options: object) -> None:
        """Make what is not there yet."""
        today = timezone.localdate()
        if not cast:
            make_crowd(today)
            return
        try:
            build_cast(today)
        except HalfAWorld:
            raise CommandError(
                "Demons personer blev bara delvis gjorda förra gången: kör om med --reset."
            ) from None
