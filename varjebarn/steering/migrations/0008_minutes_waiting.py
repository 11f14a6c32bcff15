"""Lets old minutes wait until somebody has looked them over."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_initial"),
        ("steering", "0007_bodies_over_time"),
    ]

    operations = [
        migrations.CreateModel(
            name="WaitingMinutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.TextField()),
                ("text", models.TextField(blank=True)),
                (
                    "digest",
                    models.TextField(
                        help_text="SHA-256 of the text: the same file is known again."
                    ),
                ),
                ("date", models.DateField(help_text="The day they seem to be of.", null=True)),
                ("findings", models.PositiveSmallIntegerField(default=0)),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("taken_in", "Taken In"),
                            ("discarded", "Discarded"),
                        ],
                        default="waiting",
                    ),
                ),
                ("uploaded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "body",
                    models.ForeignKey(
                        help_text="Whose they seem to be.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.body",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "waiting")),
                        fields=("digest",),
                        name="the_same_minutes_wait_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "waiting"), ("text", ""), _connector="OR"),
                        name="minutes_that_do_not_wait_have_no_text",
                    ),
                ],
            },
        ),
    ]
