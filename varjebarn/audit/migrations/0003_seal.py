"""The seal on the log: each event's place in the tree, and the tree after each sealing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds two empty tables; `vb_seal` fills them."""

    dependencies = (("audit", "0002_familyline_child_ref"),)

    operations = (
        migrations.CreateModel(
            name="Head",
            fields=[
                (
                    "size",
                    models.BigIntegerField(
                        help_text="How many leaves.", primary_key=True, serialize=False
                    ),
                ),
                ("root", models.BinaryField()),
                ("at", models.DateTimeField()),
                (
                    "horizon",
                    models.BigIntegerField(
                        help_text="Every event of an older transaction is sealed."
                    ),
                ),
                (
                    "previous",
                    models.BinaryField(help_text="Hash of the head before; empty in the first."),
                ),
                (
                    "hash",
                    models.BinaryField(help_text="sha256 of the JSON of the five above."),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                (
                    "seq",
                    models.BigIntegerField(
                        help_text="From 0, without a gap.", primary_key=True, serialize=False
                    ),
                ),
                ("event_id", models.BigIntegerField(unique=True)),
                (
                    "leaf",
                    models.BinaryField(help_text="As the event had it when it was sealed."),
                ),
            ],
        ),
    )
