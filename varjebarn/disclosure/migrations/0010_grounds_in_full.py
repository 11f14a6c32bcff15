"""What the doors need of the grounds that came last: whose age, how near, who decides, who is told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds columns to two tables of reference data; they are loaded anew afterwards."""

    dependencies = (("disclosure", "0009_report_decisions"),)

    operations = (
        migrations.AlterField(
            model_name="groundrow",
            name="under",
            field=models.IntegerField(
                help_text="Whoever it counts for must be younger; 0 = no limit."
            ),
        ),
        migrations.AddField(
            model_name="groundrow",
            name="age_in",
            field=models.TextField(
                default="",
                help_text="The answer with the birth date it counts from; empty = the child's.",
            ),
        ),
        migrations.AddField(
            model_name="groundrow",
            name="near",
            field=models.BooleanField(
                default=False, help_text="Only within the sender's organisation."
            ),
        ),
        migrations.AddField(
            model_name="groundrow",
            name="duty",
            field=models.TextField(
                default="", help_text="What the decider must hold; empty = anybody."
            ),
        ),
        migrations.AddField(
            model_name="groundrow",
            name="weighed",
            field=models.TextField(
                default="",
                help_text="The answer that holds the weighing; empty = nothing is weighed.",
            ),
        ),
        migrations.AddField(
            model_name="groundrow",
            name="untold",
            field=models.BooleanField(default=False, help_text="The family is not told of it."),
        ),
        migrations.AddField(
            model_name="dutyrow",
            name="untold",
            field=models.BooleanField(default=False, help_text="The family is not told of it."),
        ),
    )
