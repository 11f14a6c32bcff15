"""Marks the guardians whose own personal data are protected."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column; the database says no until somebody says yes."""

    dependencies: ClassVar = [("people", "0006_who_stands_in")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="guardian",
            name="is_protected",
            field=models.BooleanField(
                db_default=False, help_text="The guardian's own personal data are protected (R19)."
            ),
        ),
    ]
