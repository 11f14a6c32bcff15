"""Keeps things from guardians: the decisions, and what they close."""

import uuid
from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from varjebarn.database.operations import belongs_to


class Migration(migrations.Migration):
    """One table in the unit's own compartment; three columns at what it closes and counts."""

    dependencies: ClassVar = [
        ("disclosure", "0007_beside_the_record"),
        ("organisations", "0001_initial"),
        ("people", "0003_each_sees_for_oneself"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="disclosure",
            name="edition",
            field=models.IntegerField(
                help_text="What units call this version, where the recipient's count is another.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="familydelivery",
            name="edition",
            field=models.IntegerField(
                help_text="The version that units know it by, where this person's own count is another.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="familydelivery",
            name="hides_places",
            field=models.BooleanField(
                default=False,
                help_text="Made without any place: whereabouts were secret from this person.",
            ),
        ),
        migrations.AddField(
            model_name="familydelivery",
            name="withheld",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(),
                default=list,
                help_text="The withholdings that have closed it since. Open while there is none.",
                size=None,
            ),
        ),
        migrations.CreateModel(
            name="Withholding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.TextField()),
                ("item", models.UUIDField()),
                ("label", models.TextField(help_text="What it is, as the one who decided saw it.")),
                ("reach", models.TextField()),
                (
                    "persons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(),
                        help_text="The guardians it names, by login.",
                        size=None,
                    ),
                ),
                ("why", models.TextField(help_text="The provision.")),
                ("reason", models.TextField()),
                ("review_on", models.DateField()),
                (
                    "reviewed_at",
                    models.DateTimeField(help_text="When it was decided, or last kept on."),
                ),
                ("decided_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lift_reason", models.TextField(blank=True)),
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
                    "lifted_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
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
                        fields=["unit", "child_file", "-decided_at"], name="withholding_file"
                    ),
                    models.Index(
                        condition=models.Q(("lifted_at", None)),
                        fields=["unit", "review_on"],
                        name="withholding_review",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "note",
                                    "need",
                                    "goal",
                                    "action",
                                    "view",
                                    "contribution",
                                    "plan",
                                    "delivery",
                                    "readings",
                                    "whereabouts",
                                ],
                            ),
                            ("reach__in", ["persons", "guardians", "all_but_child"]),
                            (
                                "why__in",
                                [
                                    "harm",
                                    "who_told",
                                    "protects_another",
                                    "investigation",
                                    "lvu",
                                    "shelter",
                                ],
                            ),
                        ),
                        name="withholding_is_of_a_known_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), _negated=True),
                            models.Q(
                                models.Q(("reach", "persons"), _negated=True),
                                ("persons__len__gt", 0),
                                _connector="OR",
                            ),
                        ),
                        name="withholding_says_why_and_from_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lifted_at__isnull", True),
                            models.Q(("lift_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="withholding_is_lifted_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind", "whereabouts"),
                                ("reach", "persons"),
                                ("why__in", ["lvu", "shelter"]),
                            ),
                            models.Q(
                                models.Q(("kind", "whereabouts"), _negated=True),
                                models.Q(("why__in", ["lvu", "shelter"]), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="withholding_of_whereabouts_has_its_provision",
                    ),
                ],
            },
        ),
        belongs_to("disclosure_withholding", "child_file_id", "people_childfile"),
    ]
