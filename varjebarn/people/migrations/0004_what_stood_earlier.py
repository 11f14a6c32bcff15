"""Keeps what stood in a row before it was corrected."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

from varjebarn.database.operations import belongs_to


class Migration(migrations.Migration):
    """One table in the unit's own compartment, tied to its file."""

    dependencies: ClassVar = [
        ("organisations", "0001_initial"),
        ("people", "0003_each_sees_for_oneself"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Earlier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("table", models.TextField()),
                ("row_id", models.BigIntegerField()),
                ("words", models.JSONField(help_text="The columns that changed, as they were.")),
                (
                    "changed_by",
                    models.BigIntegerField(
                        help_text="The person, as the log names them.", null=True
                    ),
                ),
                ("changed_at", models.DateTimeField()),
                (
                    "child_file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.childfile",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit", "child_file", "-id"], name="earlier_file")
                ],
            },
        ),
        belongs_to("people_earlier", "child_file_id", "people_childfile"),
    ]
