"""A part of a plan for an association's leader without a login, and what the leader answered."""

import uuid
from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

from varjebarn.database.operations import belongs_to


class Migration(migrations.Migration):
    """Two tables in the sender's own compartment, tied to file, disclosure and part."""

    dependencies: ClassVar = [
        ("disclosure", "0005_departures_of_a_consent"),
        ("organisations", "0001_initial"),
        ("people", "0003_each_sees_for_oneself"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="OutsidePart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("to_name", models.TextField(help_text="The leader who gets it.")),
                ("way", models.TextField(help_text="link or paper")),
                (
                    "reservation",
                    models.TextField(help_text="What the recipient accepts before it is shown."),
                ),
                ("made_at", models.DateTimeField()),
                ("until", models.DateTimeField(help_text="From this moment nothing is shown.")),
                (
                    "issued_at",
                    models.DateTimeField(help_text="When the newest link was made.", null=True),
                ),
                ("accepted_by", models.TextField(default="")),
                ("accepted_at", models.DateTimeField(null=True)),
                ("opened_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("close_reason", models.TextField(default="")),
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
                    "disclosure",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="disclosure.disclosure",
                    ),
                ),
                (
                    "to_unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
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
        ),
        migrations.CreateModel(
            name="OutsideAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("words", models.TextField()),
                ("said_by", models.TextField(help_text="On whose behalf it is entered.")),
                ("said_on", models.DateField()),
                ("how", models.TextField(help_text="oral, paper or mail")),
                ("entered_at", models.DateTimeField()),
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
                    "entered_by",
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
                (
                    "part",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="disclosure.outsidepart",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="outsidepart",
            index=models.Index(fields=["unit", "child_file", "-made_at"], name="outside_file"),
        ),
        migrations.AddConstraint(
            model_name="outsidepart",
            constraint=models.UniqueConstraint(
                fields=("unit", "id"), name="outside_is_found_in_its_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="outsidepart",
            constraint=models.UniqueConstraint(
                fields=("unit", "disclosure"), name="outside_part_has_one_disclosure"
            ),
        ),
        migrations.AddConstraint(
            model_name="outsidepart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reservation", ""), _negated=True),
                    models.Q(("to_name", ""), _negated=True),
                ),
                name="outside_part_has_name_and_reservation",
            ),
        ),
        migrations.AddIndex(
            model_name="outsideanswer",
            index=models.Index(fields=["unit", "part", "entered_at"], name="outsideanswer_part"),
        ),
        migrations.AddConstraint(
            model_name="outsideanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("words", ""), _negated=True), models.Q(("said_by", ""), _negated=True)
                ),
                name="outside_answer_says_something_by_somebody",
            ),
        ),
        belongs_to("disclosure_outsidepart", "child_file_id", "people_childfile"),
        belongs_to("disclosure_outsidepart", "disclosure_id", "disclosure_disclosure"),
        belongs_to("disclosure_outsideanswer", "child_file_id", "people_childfile"),
        belongs_to("disclosure_outsideanswer", "part_id", "disclosure_outsidepart"),
    ]
