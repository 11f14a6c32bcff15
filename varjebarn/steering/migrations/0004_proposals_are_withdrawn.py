"""Lets whoever proposed an item take it back; the item stays on its agenda, said to be withdrawn."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_initial"),
        ("steering", "0003_decision_corrections"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="itemproposal",
            name="placed_proposal_has_its_item",
        ),
        migrations.AlterField(
            model_name="agendaitem",
            name="outcome",
            field=models.TextField(
                blank=True,
                choices=[
                    ("noted", "Noted"),
                    ("discussed", "Discussed"),
                    ("decided", "Decided"),
                    ("decided_otherwise", "Decided Otherwise"),
                    ("not_approved", "Not Approved"),
                    ("sent_back", "Sent Back"),
                    ("taken_home", "Taken Home"),
                    ("to_information", "To Information"),
                    ("postponed", "Postponed"),
                    ("withdrawn", "Withdrawn"),
                ],
            ),
        ),
        migrations.AlterField(
            model_name="itemproposal",
            name="state",
            field=models.TextField(
                choices=[
                    ("waiting", "Waiting"),
                    ("placed", "Placed"),
                    ("declined", "Declined"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("item__isnull", False), ("state", "placed")),
                    ("state", "withdrawn"),
                    models.Q(models.Q(("state", "placed"), _negated=True), ("item", None)),
                    _connector="OR",
                ),
                name="placed_proposal_has_its_item",
            ),
        ),
    ]
