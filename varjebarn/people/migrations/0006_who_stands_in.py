"""A colleague away and who stands in; numbers that another has taken the place of, kept."""

import uuid
from typing import ClassVar

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    """One table without a child, and three columns."""

    dependencies: ClassVar = [
        ("organisations", "0001_initial"),
        ("people", "0005_how_the_family_hears"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="identifier",
            name="ended",
            field=models.DateTimeField(
                help_text="Since when another number has taken its place. It is kept (R43).",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="identifier",
            name="registered",
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
        ),
        migrations.AddField(
            model_name="involvement",
            name="leave",
            field=models.UUIDField(
                help_text="The leave during which it stands in for another's.", null=True
            ),
        ),
        migrations.CreateModel(
            name="Leave",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("valid_from", models.DateTimeField()),
                ("valid_to", models.DateTimeField()),
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
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.person",
                    ),
                ),
                (
                    "substitute",
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
                    models.Index(fields=["unit", "person", "valid_to"], name="leave_person")
                ],
            },
        ),
    ]
