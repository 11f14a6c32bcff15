from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plan", "0002_keys_begin_with_the_unit"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="said_at",
            field=models.DateTimeField(
                help_text="When; a later contribution goes before.", null=True
            ),
        ),
    ]
