"""A notice for everybody is seen by each for oneself."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models

from varjebarn.database.operations import belongs_to

SEEN = "people_noticeseen"
SAME_FILE = f"{SEEN}_notice_id_same_file"
FOLLOWS_ITS_NOTICE = migrations.RunSQL(
    # When the intake joins two files the notices move, and what was seen moves with them.
    sql=(
        f"ALTER TABLE {SEEN} ADD CONSTRAINT {SAME_FILE} "
        "FOREIGN KEY (unit_id, child_file_id, notice_id) "
        "REFERENCES people_notice (unit_id, child_file_id, id) ON UPDATE CASCADE"
    ),
    reverse_sql=f"ALTER TABLE {SEEN} DROP CONSTRAINT {SAME_FILE}",
)


def to(model: str, *, constraint: bool = False) -> models.ForeignKey:
    """Point at a row without an index of its own."""
    return models.ForeignKey(
        db_constraint=constraint,
        db_index=False,
        on_delete=django.db.models.deletion.DO_NOTHING,
        related_name="+",
        to=model,
    )


class Migration(migrations.Migration):
    """One row for each person and notice."""

    dependencies: ClassVar = [("people", "0002_keys_begin_with_the_unit")]
    operations: ClassVar = [
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                fields=("unit", "child_file", "id"), name="notice_is_found_in_its_file"
            ),
        ),
        migrations.CreateModel(
            name="NoticeSeen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("unit", to("organisations.secrecyunit", constraint=True)),
                ("child_file", to("people.childfile")),
                ("notice", to("people.notice")),
                ("person", to("organisations.person", constraint=True)),
            ],
        ),
        migrations.AddConstraint(
            model_name="noticeseen",
            constraint=models.UniqueConstraint(
                fields=("unit", "notice", "person"), name="notice_is_seen_once_by_each"
            ),
        ),
        belongs_to(SEEN, "child_file_id", "people_childfile"),
        FOLLOWS_ITS_NOTICE,
    ]
