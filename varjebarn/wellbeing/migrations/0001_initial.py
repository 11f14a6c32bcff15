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
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("made_by_name", models.TextField()),
                ("model_id", models.TextField()),
                ("model_version", models.TextField()),
                ("tree", models.JSONField()),
                ("thoughts", models.JSONField(default=dict)),
                ("outcome", models.TextField()),
                ("reason", models.TextField(blank=True)),
                ("assessed_on", models.DateField()),
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
                    "made_by",
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
        ),
        migrations.CreateModel(
            name="Signal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("author_name", models.TextField()),
                ("model_id", models.TextField()),
                ("model_version", models.TextField()),
                ("noticed_on", models.DateField()),
                ("noted_at", models.DateTimeField()),
                ("own_words", models.TextField(blank=True)),
                ("state", models.TextField(default="received")),
                (
                    "handed_name",
                    models.TextField(blank=True, help_text="The contact's name, or the unit's."),
                ),
                ("handed_at", models.DateTimeField(null=True)),
                (
                    "consent_ref",
                    models.UUIDField(
                        help_text="The one question: may we tell that unit?", null=True
                    ),
                ),
                ("outcome", models.TextField(blank=True)),
                (
                    "outcome_text",
                    models.TextField(blank=True, help_text="What the author reads became of it."),
                ),
                ("outcome_on", models.DateField(null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="wellbeing.assessment",
                    ),
                ),
                (
                    "author",
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
                    "handed_to",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.person",
                    ),
                ),
                (
                    "handed_unit",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
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
            name="SignalNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dimension", models.TextField()),
                ("kind", models.TextField()),
                ("text", models.TextField()),
                ("voice", models.TextField()),
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
                    "signal",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="wellbeing.signal",
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
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(
                fields=["unit", "child_file", "-assessed_on"], name="assessment_file"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                fields=("unit", "id"), name="assessment_is_found_in_its_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome__in", ["own_service", "hand_over", "together", "no_action"])
                ),
                name="assessment_outcome_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome__in", ["hand_over", "no_action"]), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="assessment_that_leaves_the_unit_says_why",
            ),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(fields=["unit", "child_file", "-noticed_on"], name="signal_file"),
        ),
        migrations.AddIndex(
            model_name="signal",
            index=models.Index(fields=["unit", "author", "-noticed_on"], name="signal_author"),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.UniqueConstraint(
                fields=("unit", "id"), name="signal_is_found_in_its_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["received", "handed", "assessed", "closed"])),
                name="signal_state_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "handed"), _negated=True),
                    models.Q(("handed_name", ""), _negated=True),
                    _connector="OR",
                ),
                name="signal_handed_names_the_receiver",
            ),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["assessed", "closed"]), _negated=True),
                    models.Q(
                        models.Q(("outcome_text", ""), _negated=True), ("outcome_on__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="signal_ends_in_words_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="signal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("outcome__in", ["", "own_service", "hand_over", "together", "no_action"])
                ),
                name="signal_outcome_is_known",
            ),
        ),
        migrations.AddIndex(
            model_name="signalnote",
            index=models.Index(fields=["unit", "child_file", "signal"], name="signalnote_signal"),
        ),
        migrations.AddConstraint(
            model_name="signalnote",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["strength", "challenge"]),
                    ("voice__in", ["child", "guardian", "staff"]),
                    models.Q(("text", ""), _negated=True),
                ),
                name="note_says_something_in_somebodys_voice",
            ),
        ),
    ]
