import uuid

import django.db.models.deletion
from django.db import migrations, models

from varjebarn.database.operations import keeps_lexemes


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_initial"),
        ("steering", "0008_minutes_waiting"),
    ]

    operations = [
        migrations.CreateModel(
            name="AnnualNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField()),
                ("section", models.TextField()),
                ("text", models.TextField(blank=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["year", "-at"], name="annual_notes_of_a_year")],
            },
        ),
        migrations.CreateModel(
            name="AnnualReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField()),
                ("edition", models.PositiveSmallIntegerField()),
                ("reason", models.TextField(blank=True)),
                ("content", models.JSONField()),
                (
                    "text",
                    models.TextField(help_text="The same content as plain text, for searching."),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("year", "edition"), name="annual_edition_is_used_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("edition", 1),
                            models.Q(("edition__gt", 1), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="annual_correction_says_why",
                    ),
                ],
            },
        ),
        keeps_lexemes(
            "steering_decisionrecord",
            titles=["wording"],
            texts=["responsible", "follow_up_note"],
        ),
        keeps_lexemes("steering_agendaitem", titles=["title"], texts=["note"]),
        keeps_lexemes("steering_reportback", titles=["question"]),
        keeps_lexemes("steering_reportbackanswer", titles=[], texts=["text"]),
        keeps_lexemes("steering_agreement", titles=["title"]),
        keeps_lexemes("steering_body", titles=["name"], texts=["purpose"]),
        keeps_lexemes("steering_membership", titles=["name"], texts=["title"]),
        keeps_lexemes("steering_annualreport", titles=[], texts=["text"]),
        keeps_lexemes("steering_annualnote", titles=[], texts=["text"]),
    ]
