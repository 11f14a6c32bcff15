from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ModelVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("model_id", models.TextField()),
                ("version", models.TextField()),
                ("digest", models.TextField()),
                ("document", models.TextField()),
                ("published_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "constraints": (
                    models.UniqueConstraint(
                        fields=["model_id", "version"],
                        name="practice_model_version_is_published_once",
                    ),
                ),
            },
        ),
    ]
