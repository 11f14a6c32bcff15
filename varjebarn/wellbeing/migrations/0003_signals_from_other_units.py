"""A signal may have come from another unit: then it has no author here, and is taken in once."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """The other unit's name for it, instead of an author."""

    dependencies: ClassVar = [
        ("organisations", "0001_initial"),
        ("wellbeing", "0002_keys_begin_with_the_unit"),
    ]
    operations: ClassVar = [
        migrations.AddField("signal", "received_ref", models.UUIDField(null=True)),
        migrations.AlterField(
            "signal",
            "author",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.person",
            ),
        ),
        migrations.AddConstraint(
            "signal",
            models.CheckConstraint(
                condition=models.Q(author__isnull=True) ^ models.Q(received_ref__isnull=True),
                name="signal_is_noticed_here_or_received",
            ),
        ),
        migrations.AddConstraint(
            "signal",
            models.UniqueConstraint(
                fields=["unit", "received_ref"], name="signal_is_received_once"
            ),
        ),
    ]
