"""Keeps what stands beside a record: answers to objections, own numbers, secrecy markings."""

import uuid
from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

from varjebarn.database.operations import belongs_to


class Migration(migrations.Migration):
    """Three tables in the unit's own compartment, tied to their file."""

    dependencies: ClassVar = [
        ("disclosure", "0006_a_part_for_somebody_without_a_login"),
        ("organisations", "0001_initial"),
        ("people", "0003_each_sees_for_oneself"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="ObjectionAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "submission_ref",
                    models.UUIDField(help_text="The objection, as it was registered."),
                ),
                ("outcome", models.TextField(help_text="corrected, partly or kept")),
                ("words", models.TextField()),
                ("answered_title", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField()),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.person",
                    ),
                ),
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
                    models.Index(fields=["unit", "child_file"], name="objectionanswer_file")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("words", ""), _negated=True),
                            ("outcome__in", ["corrected", "partly", "kept"]),
                        ),
                        name="objection_answer_says_what_came_of_it",
                    ),
                    models.UniqueConstraint(
                        fields=("unit", "submission_ref"), name="objection_is_answered_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnNumber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("delivery_ref", models.UUIDField()),
                ("number", models.TextField()),
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
                    models.Index(fields=["unit", "delivery_ref"], name="ownnumber_delivery")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number", ""), _negated=True),
                        name="own_number_is_a_number",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SecrecyMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("document_ref", models.UUIDField()),
                ("provision", models.TextField()),
                ("authority", models.TextField()),
                ("marked_on", models.DateField()),
                ("marked_at", models.DateTimeField()),
                (
                    "is_lifted",
                    models.BooleanField(
                        default=False, help_text="This row takes the marking away."
                    ),
                ),
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
                    "marked_by",
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
                    models.Index(fields=["unit", "document_ref"], name="secrecymark_document")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("provision", ""), _negated=True),
                            models.Q(("authority", ""), _negated=True),
                        ),
                        name="secrecy_mark_names_provision_and_authority",
                    )
                ],
            },
        ),
        belongs_to("disclosure_objectionanswer", "child_file_id", "people_childfile"),
        belongs_to("disclosure_ownnumber", "child_file_id", "people_childfile"),
        belongs_to("disclosure_secrecymark", "child_file_id", "people_childfile"),
    ]
