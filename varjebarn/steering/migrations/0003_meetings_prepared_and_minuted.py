"""Lets matters be raised and prepared, meetings be changed, and minutes be written, approved and published."""

import uuid

import django.db.models.constraints
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_initial"),
        ("steering", "0002_decisions_answers_and_joining"),
    ]

    operations = [
        migrations.CreateModel(
            name="AlsoInsteadOf",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ItemProposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField()),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("information", "Information"),
                            ("discussion", "Discussion"),
                            ("decision", "Decision"),
                            ("report_back", "Report Back"),
                            ("standing", "Standing"),
                        ]
                    ),
                ),
                (
                    "raised_by",
                    models.TextField(
                        choices=[
                            ("member", "Member"),
                            ("body", "Body"),
                            ("council", "Council"),
                            ("compilation", "Compilation"),
                        ]
                    ),
                ),
                ("raised_by_name", models.TextField()),
                ("background", models.TextField(blank=True)),
                ("proposal", models.TextField(blank=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("placed", "Placed"),
                            ("declined", "Declined"),
                        ],
                        default="waiting",
                    ),
                ),
                ("reason", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="MeetingDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("content", models.JSONField(default=dict)),
                (
                    "number",
                    models.PositiveIntegerField(default=1, help_text="One more for each save."),
                ),
                ("saved_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="Minutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("draft", "Draft"),
                            ("approved", "Approved"),
                            ("published", "Published"),
                        ],
                        default="draft",
                    ),
                ),
                (
                    "changes",
                    models.TextField(
                        blank=True, help_text="What the approval changed, as minuted."
                    ),
                ),
                ("published_on", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="MinutesPassage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="MinutesVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="Preparation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("background", models.TextField(blank=True)),
                (
                    "proposal",
                    models.TextField(
                        blank=True, help_text="The decision that is proposed, word by word."
                    ),
                ),
                ("heard", models.TextField(blank=True, help_text="Who has been heard.")),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="StandingItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField()),
                (
                    "use",
                    models.TextField(
                        choices=[
                            ("previous_minutes", "Previous Minutes"),
                            ("process_plan", "Process Plan"),
                            ("next_meeting", "Next Meeting"),
                            ("other", "Other"),
                        ],
                        default="other",
                    ),
                ),
                (
                    "comes_last",
                    models.BooleanField(default=False, help_text="After all others, not before."),
                ),
                ("ended_on", models.DateField(null=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="agendaitem",
            name="agenda_place_is_taken_once",
        ),
        migrations.RemoveConstraint(
            model_name="meeting",
            name="body_meets_once_a_day",
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="raised_by",
            field=models.TextField(
                blank=True,
                choices=[
                    ("member", "Member"),
                    ("body", "Body"),
                    ("council", "Council"),
                    ("compilation", "Compilation"),
                ],
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="raised_by_name",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="cancelled_because",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="chair",
            field=models.ForeignKey(
                help_text="Who leads this meeting instead of the body's chair.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="steering.membership",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="extra",
            field=models.BooleanField(default=False, help_text="Beside the year's series."),
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
                ],
            ),
        ),
        migrations.AlterField(
            model_name="meeting",
            name="state",
            field=models.TextField(
                choices=[("planned", "Planned"), ("held", "Held"), ("cancelled", "Cancelled")],
                default="planned",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "cancelled"), _negated=True),
                fields=("body", "date"),
                name="body_meets_once_a_day",
            ),
        ),
        migrations.AddField(
            model_name="alsoinsteadof",
            name="attendance",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="also",
                to="steering.attendance",
            ),
        ),
        migrations.AddField(
            model_name="alsoinsteadof",
            name="membership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="steering.membership",
            ),
        ),
        migrations.AddField(
            model_name="itemproposal",
            name="again",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sent_back_as",
                to="steering.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="itemproposal",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="steering.body"
            ),
        ),
        migrations.AddField(
            model_name="itemproposal",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
            ),
        ),
        migrations.AddField(
            model_name="itemproposal",
            name="item",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proposed_as",
                to="steering.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="meetingdraft",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
            ),
        ),
        migrations.AddField(
            model_name="meetingdraft",
            name="meeting",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="draft",
                to="steering.meeting",
            ),
        ),
        migrations.AddField(
            model_name="minutes",
            name="approved_at",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approved_minutes",
                to="steering.meeting",
            ),
        ),
        migrations.AddField(
            model_name="minutes",
            name="meeting",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="minutes",
                to="steering.meeting",
            ),
        ),
        migrations.AddField(
            model_name="minutespassage",
            name="item",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.agendaitem"
            ),
        ),
        migrations.AddField(
            model_name="minutesversion",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
            ),
        ),
        migrations.AddField(
            model_name="minutesversion",
            name="minutes",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versions",
                to="steering.minutes",
            ),
        ),
        migrations.AddField(
            model_name="minutespassage",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="passages",
                to="steering.minutesversion",
            ),
        ),
        migrations.AddField(
            model_name="preparation",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
            ),
        ),
        migrations.AddField(
            model_name="preparation",
            name="matter",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="steering.agendaitem"
            ),
        ),
        migrations.AddField(
            model_name="preparation",
            name="prepared_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.body"
            ),
        ),
        migrations.AddField(
            model_name="standingitem",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="steering.body"
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="standing",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.standingitem"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("meeting", "order"),
                name="agenda_place_is_taken_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="alsoinsteadof",
            constraint=models.UniqueConstraint(
                fields=("attendance", "membership"), name="stood_in_for_each_seat_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="itemproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("item__isnull", False), ("state", "placed")),
                    models.Q(models.Q(("state", "placed"), _negated=True), ("item", None)),
                    _connector="OR",
                ),
                name="placed_proposal_has_its_item",
            ),
        ),
        migrations.AddConstraint(
            model_name="itemproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "declined"), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="declined_proposal_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("approved_at", None), ("state", "draft")),
                    models.Q(
                        models.Q(("state", "draft"), _negated=True), ("approved_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="minutes_are_approved_at_a_meeting",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_on__isnull", False), ("state", "published")),
                    models.Q(
                        models.Q(("state", "published"), _negated=True), ("published_on", None)
                    ),
                    _connector="OR",
                ),
                name="minutes_are_published_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutesversion",
            constraint=models.UniqueConstraint(
                fields=("minutes", "number"), name="minutes_version_is_numbered_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="minutespassage",
            constraint=models.UniqueConstraint(
                fields=("version", "item"),
                name="passage_stands_once_in_a_version",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="preparation",
            constraint=models.UniqueConstraint(
                fields=("matter", "number"), name="preparation_number_is_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="standingitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("body", "title"),
                name="standing_item_is_kept_once",
            ),
        ),
    ]
