"""How the family hears that there is something new, and which language a guardian speaks."""

import uuid
from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables that belong to persons, and two columns with a value for what is there."""

    dependencies: ClassVar = [
        ("people", "0004_what_stood_earlier"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="guardian",
            name="interpreter",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                help_text="In which language, if one is needed.",
            ),
        ),
        migrations.AddField(
            model_name="guardian",
            name="language",
            field=models.TextField(db_default="sv", default="sv"),
        ),
        migrations.CreateModel(
            name="NoticeChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField(unique=True)),
                (
                    "way",
                    models.TextField(help_text="A value of NoticeWay."),
                ),
                (
                    "address",
                    models.TextField(default="", help_text="A mail address or a telephone number."),
                ),
                ("chosen_at", models.DateTimeField()),
                (
                    "entered_by",
                    models.UUIDField(
                        help_text="The contact who wrote it down, if not self.", null=True
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("way__in", ["mail", "sms"]), _negated=True),
                            models.Q(("address", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="notice_choice_has_its_address",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OutboxRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("person_id", models.BigIntegerField()),
                ("made_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("tries", models.IntegerField(default=0)),
                ("next_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("sent_at", None)),
                        fields=["next_at"],
                        name="outbox_waiting",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("sent_at", None)),
                        fields=("person_id",),
                        name="one_notice_waits_for_a_person",
                    )
                ],
            },
        ),
    ]
