"""Ties every row about a child to its file, and to its parent, within its own unit."""

from typing import ClassVar

from django.db import migrations

from varjebarn.database.operations import belongs_to

FILE = "people_childfile"
TABLES = (
    "disclosure_consent",
    "disclosure_consentscope",
    "disclosure_consenter",
    "disclosure_consentevent",
    "disclosure_disclosure",
    "disclosure_recipient",
    "disclosure_delivery",
    "disclosure_receipt",
    "disclosure_submission",
)


class Migration(migrations.Migration):
    """Composite keys: (unit_id, …_id) to (unit_id, id)."""

    dependencies: ClassVar = [
        ("disclosure", "0001_initial"),
        ("people", "0002_keys_begin_with_the_unit"),
    ]
    operations: ClassVar = [
        *(belongs_to(table, "child_file_id", FILE) for table in TABLES),
        belongs_to("disclosure_consentscope", "consent_id", "disclosure_consent"),
        belongs_to("disclosure_consenter", "consent_id", "disclosure_consent"),
        belongs_to("disclosure_consentevent", "consent_id", "disclosure_consent"),
        belongs_to("disclosure_disclosure", "consent_id", "disclosure_consent"),
        belongs_to("disclosure_recipient", "disclosure_id", "disclosure_disclosure"),
    ]
