"""Ties every row about a child to its file within its own unit."""

from typing import ClassVar

from django.db import migrations

from varjebarn.database.operations import belongs_to

FILE = "people_childfile"
TABLES = (
    "people_identifier",
    "people_guardian",
    "people_involvement",
    "people_namedreader",
    "people_caseload",
    "people_familyreader",
    "people_notice",
)


class Migration(migrations.Migration):
    """Composite keys: (unit_id, child_file_id) to (unit_id, id)."""

    dependencies: ClassVar = [("people", "0001_initial")]
    operations: ClassVar = [belongs_to(table, "child_file_id", FILE) for table in TABLES]
