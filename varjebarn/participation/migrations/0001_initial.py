import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
        ("people", "0002_keys_begin_with_the_unit"),
    ]

    operations = [
        migrations.CreateModel(
            name="View",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "whose",
                    models.TextField(),
                ),
                (
                    "person_ref",
                    models.UUIDField(help_text="The login of the one who said it.", null=True),
                ),
                ("name", models.TextField()),
                (
                    "form",
                    models.TextField(),
                ),
                (
                    "verbatim",
                    models.BooleanField(help_text="Word for word, or in an adult's summary."),
                ),
                (
                    "quoted_by",
                    models.TextField(
                        blank=True, help_text="The adult who held the pen; empty: nobody."
                    ),
                ),
                ("said_on", models.DateField()),
                ("occasion", models.TextField()),
                ("present", models.TextField(blank=True, help_text="Who was there.")),
                (
                    "child_checked",
                    models.BooleanField(help_text="Whoever said it has read or heard it back."),
                ),
                ("words", models.TextField(blank=True)),
                ("answers", models.JSONField(default=list)),
                (
                    "shared_with",
                    models.TextField(blank=True, help_text="Whom the child chose, in words."),
                ),
                (
                    "stays_here",
                    models.BooleanField(
                        default=False,
                        help_text="The child wants it kept in this unit: it is in no plan.",
                    ),
                ),
                (
                    "submission_ref",
                    models.UUIDField(help_text="What was sent from their own space.", null=True),
                ),
                ("noted_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "influence",
                    models.TextField(
                        blank=True, help_text="What changed because of it, or why not."
                    ),
                ),
                ("told_back_on", models.DateField(null=True)),
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
                    models.Index(fields=["unit", "child_file", "-said_on"], name="view_file")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("words", ""), _negated=True),
                            models.Q(("answers", []), _negated=True),
                            _connector="OR",
                        ),
                        name="view_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("submission_ref__isnull", False),
                            models.Q(("quoted_by", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="view_noted_by_an_adult_names_the_adult",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("submission_ref__isnull", True),
                            models.Q(("quoted_by", ""), ("verbatim", True)),
                            _connector="OR",
                        ),
                        name="view_from_own_space_is_word_for_word",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("told_back_on__isnull", True),
                            models.Q(("influence", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="view_told_back_says_what_came_of_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("whose__in", ["child", "guardian", "other"]),
                            ("form__in", ["words", "faces", "drawing", "symbols"]),
                        ),
                        name="view_whose_and_form_are_known",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("submission_ref__isnull", False)),
                        fields=("unit", "submission_ref"),
                        name="view_is_taken_in_once",
                    ),
                ],
            },
        ),
    ]
