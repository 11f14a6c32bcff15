"""Ties every view to its child's file within its own unit."""

from typing import ClassVar

from django.db import migrations

from varjebarn.database.operations import belongs_to


class Migration(migrations.Migration):
    """Composite keys: (unit_id, child_file_id) to (unit_id, id)."""

    dependencies: ClassVar = [
        ("participation", "0001_initial"),
        ("people", "0002_keys_begin_with_the_unit"),
    ]
    operations: ClassVar = [
        belongs_to("participation_view", "child_file_id", "people_childfile"),
    ]
