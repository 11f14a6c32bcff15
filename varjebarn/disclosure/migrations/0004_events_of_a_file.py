"""Finds a child's consent events without reading those of the whole unit."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index, beginning with the unit."""

    dependencies: ClassVar = [("disclosure", "0003_decisions_not_to_share")]
    operations: ClassVar = [
        migrations.AddIndex(
            model_name="consentevent",
            index=models.Index(fields=["unit", "child_file", "id"], name="consent_event_file"),
        ),
    ]
