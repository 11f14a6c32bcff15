"""`load_reference`: what an installation needs before anybody logs in."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from varjebarn.audit.reference import load_review_policy
from varjebarn.disclosure.reference import load_consent_policy, load_grounds
from varjebarn.organisations.reference import load_reference
from varjebarn.practice.commands import load_packs


class Command(BaseCommand):
    help = "Loads organisations, first keepers, grounds, policies and practice models."

    def handle(self, *_args: Any, **_options: Any) -> None:
        with transaction.atomic():
            load_reference()
            load_grounds()
            load_consent_policy()
            load_packs()
            load_review_policy()
