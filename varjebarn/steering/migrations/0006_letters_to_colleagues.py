"""Lets a letter tell a colleague that they have been asked to answer."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("steering", "0005_files_with_answers"),
    ]

    operations = [
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.TextField(
                choices=[
                    ("document", "Document"),
                    ("confirm", "Confirm"),
                    ("news", "News"),
                    ("delegated", "Delegated"),
                ]
            ),
        ),
    ]
