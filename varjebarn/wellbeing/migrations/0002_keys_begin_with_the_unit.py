"""Ties signals, their notes and assessments to the child's file, and to each other, in one unit."""

from typing import ClassVar

from django.db import migrations

from varjebarn.database.operations import belongs_to

FILE = "people_childfile"
TABLES = ("wellbeing_assessment", "wellbeing_signal", "wellbeing_signalnote")


class Migration(migrations.Migration):
    """Composite keys: (unit_id, …_id) to (unit_id, id)."""

    dependencies: ClassVar = [
        ("wellbeing", "0001_initial"),
        ("people", "0002_keys_begin_with_the_unit"),
    ]
    operations: ClassVar = [
        *(belongs_to(table, "child_file_id", FILE) for table in TABLES),
        belongs_to("wellbeing_signal", "assessment_id", "wellbeing_assessment"),
        belongs_to("wellbeing_signalnote", "signal_id", "wellbeing_signal"),
    ]
