"""Keeps what was decided on what another unit reported, and by when its reporter is told."""

import uuid
from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

from varjebarn.database.operations import belongs_to


class Migration(migrations.Migration):
    """One table in the unit's own compartment, tied to its file."""

    dependencies: ClassVar = [
        ("disclosure", "0008_keeps_things_from_guardians"),
        ("organisations", "0001_initial"),
        ("people", "0007_guardians_with_protected_data"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="ReportDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "report_ref",
                    models.UUIDField(help_text="What was reported, as every unit calls it."),
                ),
                ("choice", models.TextField(help_text="opened, not_opened or in_progress")),
                ("decided_on", models.DateField()),
                ("asked_on", models.DateField(null=True)),
                ("due_on", models.DateField(null=True)),
                ("noted_at", models.DateTimeField()),
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
                    "noted_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.person",
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
                    models.Index(fields=["unit", "report_ref"], name="reportdecision_report")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("choice__in", ["opened", "not_opened", "in_progress"])),
                        name="report_decision_is_one_of_three",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("asked_on__isnull", True), ("due_on__isnull", True)),
                            models.Q(("asked_on__isnull", False), ("due_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="report_decision_has_a_day_when_asked",
                    ),
                ],
            },
        ),
        belongs_to("disclosure_reportdecision", "child_file_id", "people_childfile"),
    ]
