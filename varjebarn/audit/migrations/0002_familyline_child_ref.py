"""Which of their children a line is about, so that a parent of two can tell."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds an empty column; lines from before are told apart by what they are about."""

    dependencies = (("audit", "0001_initial"),)

    operations = (
        migrations.AddField(
            model_name="familyline",
            name="child_ref",
            field=models.UUIDField(help_text="As in that person's own copies.", null=True),
        ),
    )
