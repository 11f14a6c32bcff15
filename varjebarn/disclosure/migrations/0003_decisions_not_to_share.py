"""Keeps that something was not shared, with whom and why."""

import uuid
from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

from varjebarn.database.operations import belongs_to


class Migration(migrations.Migration):
    """One table in the unit's own compartment, tied to its file."""

    dependencies: ClassVar = [
        ("disclosure", "0002_keys_begin_with_the_unit"),
        ("organisations", "0001_initial"),
        ("people", "0003_each_sees_for_oneself"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="NotShared",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "content_kind",
                    models.TextField(help_text="What it would have been; never its words."),
                ),
                ("recipient_name", models.TextField()),
                ("reason", models.TextField()),
                ("decided_at", models.DateTimeField()),
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
                    "decided_by",
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
                    models.Index(
                        fields=["unit", "child_file", "-decided_at"], name="notshared_file"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="not_shared_has_reason",
                    )
                ],
            },
        ),
        belongs_to("disclosure_notshared", "child_file_id", "people_childfile"),
    ]
