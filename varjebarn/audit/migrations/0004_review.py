"""The review of the log, the questions of families, and a place for the signature of a head."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.functions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_seal"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewMark",
            fields=[
                ("unit_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("upto", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="ReviewPolicy",
            fields=[
                (
                    "area",
                    models.TextField(
                        help_text="Empty: every area without its own.",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("interval_days", models.IntegerField()),
                ("percent", models.IntegerField()),
                ("at_least", models.IntegerField()),
                ("at_most", models.IntegerField()),
                ("days_to_review", models.IntegerField()),
                ("days_at_once", models.IntegerField()),
                ("many_children", models.IntegerField()),
                ("many_minutes", models.IntegerField()),
            ],
        ),
        migrations.AddField(
            model_name="familyline",
            name="public_id",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(), editable=False
            ),
        ),
        migrations.AddField(
            model_name="head",
            name="signature",
            field=models.BinaryField(
                help_text="Ed25519 over the hash, by the sealer's key.", null=True
            ),
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("unit_id", models.BigIntegerField()),
                (
                    "child_file_id",
                    models.BigIntegerField(help_text="In the unit that read.", null=True),
                ),
                ("person_id", models.BigIntegerField(help_text="Who asks.")),
                ("line_id", models.BigIntegerField(help_text="The line that it is about.")),
                ("act", models.TextField()),
                ("day", models.DateField()),
                ("words", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("answer", models.TextField(default="")),
                (
                    "answered_by",
                    models.TextField(
                        default="", help_text="Name and title, as the family reads them."
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit_id", "answered_at"], name="audit_question_unit"),
                    models.Index(fields=["person_id", "asked_at"], name="audit_question_person"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("unit_id", models.BigIntegerField()),
                ("person_id", models.BigIntegerField(help_text="The reader.")),
                (
                    "child_file_id",
                    models.BigIntegerField(help_text="Empty: many children.", null=True),
                ),
                ("day", models.DateField()),
                (
                    "picked",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), help_text="Why: audit/values.py.", size=None
                    ),
                ),
                ("state", models.TextField()),
                ("due", models.DateField()),
                ("outcome", models.TextField(default="")),
                ("put_up", models.DateTimeField()),
                ("done_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["unit_id", "state", "due"], name="audit_review_unit_state"
                    ),
                    models.Index(
                        fields=["unit_id", "person_id", "state"], name="audit_review_unit_person"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewDraw",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("unit_id", models.BigIntegerField()),
                ("from_at", models.DateTimeField()),
                ("to_at", models.DateTimeField()),
                (
                    "extra",
                    models.BooleanField(
                        help_text="Asked for by a reviewer, between the recurrent ones."
                    ),
                ),
                ("seed", models.BinaryField()),
                ("readings", models.IntegerField()),
                ("drawn", models.IntegerField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("extra", False)),
                        fields=("unit_id", "from_at"),
                        name="reviewdraw_is_made_once_a_period",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("unit_id", models.BigIntegerField()),
                ("review_id", models.BigIntegerField()),
                ("person_id", models.BigIntegerField()),
                ("kind", models.TextField()),
                ("outcome", models.TextField(default="")),
                ("words", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit_id", "review_id"], name="audit_reviewentry_review")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("unit_id", models.BigIntegerField()),
                ("review_id", models.BigIntegerField()),
                ("event_id", models.BigIntegerField()),
                ("picked", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["unit_id", "review_id"], name="audit_reviewevent_review")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit_id", "event_id", "picked"), name="reviewevent_is_picked_once"
                    )
                ],
            },
        ),
    ]
