"""All that the county's side keeps, in one step: databases made before it count as having it."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
from django.db import migrations, models

from varjebarn.database.operations import keeps_lexemes


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("steering", "0001_public_register"),
        ("steering", "0002_decisions_answers_and_joining"),
        ("steering", "0003_meetings_prepared_and_minuted"),
        ("steering", "0004_papers_and_calls"),
        ("steering", "0005_documents_news_and_the_practice"),
        ("steering", "0006_reminders"),
        ("steering", "0007_bodies_over_time"),
        ("steering", "0008_minutes_waiting"),
        ("steering", "0009_annual_report_and_search"),
    ]

    dependencies = [
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("object", models.UUIDField(unique=True)),
                ("created_at", models.DateTimeField()),
                ("modified_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField()),
                ("text", models.TextField()),
                ("sent_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Profession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.TextField(unique=True)),
                ("short", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="ResearchOutput",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField()),
                ("authors", models.TextField()),
                ("published_on", models.DateField()),
                (
                    "address",
                    models.TextField(
                        blank=True, validators=[django.core.validators.URLValidator()]
                    ),
                ),
                ("text", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="TrainingSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField()),
                ("on", models.DateField()),
                ("place", models.TextField(blank=True)),
                ("digital", models.BooleanField(default=False)),
                ("audience", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("on", models.DateField()),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("board", "Board"),
                            ("authority", "Authority"),
                            ("network", "Network"),
                            ("conference", "Conference"),
                            ("other", "Other"),
                        ]
                    ),
                ),
                ("whom", models.TextField()),
                ("text", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("order", models.PositiveSmallIntegerField()),
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
                    "outcome",
                    models.TextField(
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
                ("note", models.TextField(blank=True)),
                (
                    "raised_by",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("member", "Member"),
                            ("body", "Body"),
                            ("council", "Council"),
                            ("compilation", "Compilation"),
                        ],
                    ),
                ),
                ("raised_by_name", models.TextField(blank=True)),
                (
                    "first",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steering.agendaitem",
                    ),
                ),
                (
                    "postponed_from",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="follower",
                        to="steering.agendaitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField()),
                ("valid_from", models.DateField()),
                (
                    "valid_to",
                    models.DateField(help_text="The first day on which it no longer holds."),
                ),
                ("revise_by", models.DateField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid_to__gt", models.F("valid_from"))),
                        name="agreement_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.TextField()),
                (
                    "level",
                    models.TextField(
                        choices=[
                            ("strategic", "Strategic"),
                            ("tactical", "Tactical"),
                            ("operative", "Operative"),
                        ]
                    ),
                ),
                ("purpose", models.TextField(blank=True)),
                ("founded_on", models.DateField(null=True)),
                (
                    "ended_on",
                    models.DateField(
                        help_text="The first day on which it no longer works.", null=True
                    ),
                ),
                (
                    "continues",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="continued_by",
                        to="steering.body",
                    ),
                ),
                (
                    "reports_to",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ConsultedBody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("due", models.DateField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consulted",
                        to="steering.consultation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ConsultationAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "asked",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="steering.consultedbody",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ContactRoute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("workplace", models.TextField(blank=True)),
                ("function", models.TextField()),
                (
                    "concern",
                    models.TextField(
                        choices=[
                            ("child_health", "Child Health"),
                            ("school", "School"),
                            ("pupil_health", "Pupil Health"),
                            ("youth_follow_up", "Youth Follow Up"),
                            ("social", "Social"),
                            ("psychiatry", "Psychiatry"),
                            ("habilitation", "Habilitation"),
                            ("police", "Police"),
                            ("association", "Association"),
                            ("coordination", "Coordination"),
                            ("other", "Other"),
                        ]
                    ),
                ),
                ("about", models.TextField(blank=True)),
                ("telephone", models.TextField(blank=True)),
                ("mail", models.TextField(blank=True)),
                ("web", models.TextField(blank=True)),
                ("hours", models.TextField(blank=True)),
                ("fallback", models.TextField(blank=True)),
                ("is_public", models.BooleanField()),
                ("checked_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DecisionRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.PositiveIntegerField()),
                ("wording", models.TextField()),
                (
                    "responsible",
                    models.TextField(blank=True, help_text="As the register shows it."),
                ),
                (
                    "about_the_young",
                    models.BooleanField(default=False, help_text="It touches children."),
                ),
                ("due", models.DateField(null=True)),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("open", "Open"),
                            ("under_way", "Under Way"),
                            ("followed_up", "Followed Up"),
                            ("lapsed", "Lapsed"),
                        ],
                        default="open",
                    ),
                ),
                ("followed_up_on", models.DateField(null=True)),
                ("follow_up_note", models.TextField(blank=True)),
                ("changes_model_id", models.TextField(blank=True)),
                ("changes_model_version", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.agendaitem"
                    ),
                ),
                (
                    "responsible_organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="organisations.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DecisionRaised",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.agendaitem"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.decisionrecord"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DecisionChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("agreement", "Agreement"),
                            ("action", "Action"),
                            ("indicator", "Indicator"),
                            ("document", "Document"),
                        ]
                    ),
                ),
                ("target", models.UUIDField(null=True)),
                ("label", models.TextField()),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.decisionrecord"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Contradiction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("says", models.TextField()),
                ("other_text", models.TextField(blank=True)),
                ("other_says", models.TextField()),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.agreement"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steering.agreement",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
                (
                    "solved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.decisionrecord",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("process_plan", "Process Plan"),
                            ("action_plan", "Action Plan"),
                            ("communication_plan", "Communication Plan"),
                            ("routine", "Routine"),
                            ("guideline", "Guideline"),
                            ("template", "Template"),
                        ]
                    ),
                ),
                ("title", models.TextField()),
                ("started_on", models.DateField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField()),
                ("owner", models.TextField()),
                ("starts", models.DateField()),
                ("ends", models.DateField(help_text="The last day of it.")),
                ("is_milestone", models.BooleanField(default=False)),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("planned", "Planned"),
                            ("going", "Going"),
                            ("done", "Done"),
                            ("stopped", "Stopped"),
                        ],
                        default="planned",
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "told_on",
                    models.DateField(help_text="When somebody last said how it goes.", null=True),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.document"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField()),
                (
                    "summary",
                    models.TextField(
                        blank=True, help_text="What changed, in the writer's own words."
                    ),
                ),
                ("written_at", models.DateTimeField(auto_now_add=True)),
                ("published_on", models.DateField(null=True)),
                ("in_force_from", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.decisionrecord",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.document"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.agendaitem",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EarlierBody",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("until", models.DateField(help_text="The first day on which it was otherwise.")),
                ("name", models.TextField()),
                (
                    "level",
                    models.TextField(
                        choices=[
                            ("strategic", "Strategic"),
                            ("tactical", "Tactical"),
                            ("operative", "Operative"),
                        ]
                    ),
                ),
                ("purpose", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="earlier",
                        to="steering.body",
                    ),
                ),
                (
                    "reports_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steering.body",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EarlierDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steering.decisionrecord",
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steering.decisionrecord",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_to", models.DateField()),
                ("revise_by", models.DateField(null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.agreement"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.decisionrecord"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Funding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField()),
                ("funder", models.TextField()),
                ("posts", models.DecimalField(decimal_places=2, max_digits=4, null=True)),
                ("crowns", models.PositiveBigIntegerField(null=True)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(help_text="The first day without it.")),
                (
                    "continues",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="continued_by",
                        to="steering.funding",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.decisionrecord",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ImpactAnalysis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "whom",
                    models.TextField(
                        blank=True, help_text="Which children it touches, and how many."
                    ),
                ),
                ("said", models.TextField(blank=True, help_text="What they said.")),
                (
                    "asked_how",
                    models.TextField(blank=True, help_text="How they were asked, or why not."),
                ),
                ("gains", models.TextField(blank=True, help_text="What speaks for it.")),
                ("costs", models.TextField(blank=True, help_text="What speaks against it.")),
                (
                    "articles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), default=list, size=None
                    ),
                ),
                ("weighing", models.TextField(blank=True)),
                (
                    "follow_up",
                    models.TextField(blank=True, help_text="How and when it is followed up."),
                ),
                ("changed_at", models.DateTimeField(auto_now=True)),
                ("published_at", models.DateTimeField(null=True)),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.agendaitem"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
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
                (
                    "again",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sent_back_as",
                        to="steering.agendaitem",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposed_as",
                        to="steering.agendaitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Joining",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "standing",
                    models.TextField(
                        choices=[
                            ("outside", "Outside"),
                            ("principles", "Principles"),
                            ("tests", "Tests"),
                            ("joined", "Joined"),
                        ]
                    ),
                ),
                ("since", models.DateField()),
                ("decided_by", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.decisionrecord",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(unique=True)),
                (
                    "kind",
                    models.TextField(
                        choices=[("document", "Document"), ("confirm", "Confirm"), ("news", "News")]
                    ),
                ),
                ("address", models.TextField()),
                ("title", models.TextField()),
                ("text", models.TextField()),
                ("day", models.DateField(null=True)),
                ("path", models.TextField()),
                ("token", models.UUIDField(null=True)),
                ("made_at", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField()),
                ("next_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["next_at"], name="letter_waits")],
            },
        ),
        migrations.CreateModel(
            name="Mandate",
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
                    "giver_name",
                    models.TextField(blank=True, help_text="A giver outside the register."),
                ),
                (
                    "holder_name",
                    models.TextField(blank=True, help_text="A person or a post that holds it."),
                ),
                ("given_on", models.DateField()),
                ("purpose", models.TextField(blank=True)),
                ("limits", models.TextField(blank=True)),
                (
                    "time_share",
                    models.PositiveSmallIntegerField(help_text="Per cent of full time.", null=True),
                ),
                ("resources", models.TextField(blank=True)),
                ("due", models.DateField(null=True)),
                ("reports_on", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("outcome", models.TextField(blank=True)),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.decisionrecord",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates_given",
                        to="steering.body",
                    ),
                ),
                (
                    "given_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates_held",
                        to="steering.body",
                    ),
                ),
                (
                    "reports_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandates_heard",
                        to="steering.body",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Acceptance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "mandate",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acceptance",
                        to="steering.mandate",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("date", models.DateField()),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
                ("place", models.TextField(blank=True)),
                ("digital", models.BooleanField(default=False)),
                (
                    "extra",
                    models.BooleanField(default=False, help_text="Beside the year's series."),
                ),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("planned", "Planned"),
                            ("held", "Held"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="planned",
                    ),
                ),
                ("cancelled_because", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Call",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=0)),
                ("date", models.DateField()),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
                ("place", models.TextField(blank=True)),
                ("digital", models.BooleanField(default=False)),
                ("is_cancelled", models.BooleanField(default=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="call",
                        to="steering.meeting",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="steering.meeting"
            ),
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
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draft",
                        to="steering.meeting",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MeetingPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField()),
                ("content", models.BinaryField()),
                ("content_type", models.TextField()),
                ("content_hash", models.BinaryField()),
                ("size", models.PositiveIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("published_on", models.DateField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_because", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.meeting"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.TextField()),
                ("title", models.TextField(blank=True)),
                (
                    "seat",
                    models.TextField(
                        choices=[
                            ("chair", "Chair"),
                            ("vice_chair", "Vice Chair"),
                            ("member", "Member"),
                            ("adjunct", "Adjunct"),
                        ]
                    ),
                ),
                ("valid_from", models.DateField()),
                (
                    "valid_to",
                    models.DateField(help_text="The first day without the seat.", null=True),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="organisations.person",
                    ),
                ),
                (
                    "substitute_for",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.membership",
                    ),
                ),
                (
                    "profession",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.profession",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MemberAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.TextField(blank=True)),
                ("wants_mail", models.BooleanField(default=True)),
                ("secret", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "membership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mailed",
                        to="steering.membership",
                    ),
                ),
            ],
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
            model_name="decisionrecord",
            name="responsible_seat",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.membership"
            ),
        ),
        migrations.CreateModel(
            name="CallLetter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.IntegerField(default=-1)),
                ("revision", models.IntegerField(default=-1)),
                ("is_cancelled", models.BooleanField(default=False)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.call"
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.membership"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "presence",
                    models.TextField(choices=[("present", "Present"), ("absent", "Absent")]),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.meeting"
                    ),
                ),
                (
                    "instead_of",
                    models.ForeignKey(
                        help_text="Whom this person stood in for at this meeting.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steering.membership",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steering.membership",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AlsoInsteadOf",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "attendance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="also",
                        to="steering.attendance",
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steering.membership",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("audience", models.TextField()),
                ("message", models.TextField()),
                ("channel", models.TextField()),
                ("owner", models.TextField()),
                ("due", models.DateField()),
                ("done_on", models.DateField(null=True)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.document"
                    ),
                ),
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
                (
                    "approved_at",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approved_minutes",
                        to="steering.meeting",
                    ),
                ),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="steering.meeting",
                    ),
                ),
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
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="steering.minutes",
                    ),
                ),
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
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.agendaitem",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passages",
                        to="steering.minutesversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Obstacle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("text", models.TextField()),
                (
                    "is_helping",
                    models.BooleanField(help_text="An enabler, rather than an obstacle."),
                ),
                (
                    "theme",
                    models.TextField(
                        choices=[
                            ("time", "Time"),
                            ("mandate", "Mandate"),
                            ("money", "Money"),
                            ("secrecy", "Secrecy"),
                            ("technology", "Technology"),
                            ("cooperation", "Cooperation"),
                            ("knowledge", "Knowledge"),
                            ("other", "Other"),
                        ]
                    ),
                ),
                ("sent_at", models.DateTimeField(auto_now_add=True)),
                (
                    "been_at",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        help_text="Keys of the bodies where it lies and has lain.",
                        size=None,
                    ),
                ),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("answered", "Answered"),
                            ("closed", "Closed"),
                        ],
                        default="waiting",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ObstacleStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.TextField(
                        choices=[
                            ("answered", "Answered"),
                            ("passed_on", "Passed On"),
                            ("closed", "Closed"),
                        ]
                    ),
                ),
                ("text", models.TextField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steering.body",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "obstacle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.obstacle"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="steering.body",
                    ),
                ),
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
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.agendaitem"
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ExpectedProfession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "level",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("strategic", "Strategic"),
                            ("tactical", "Tactical"),
                            ("operative", "Operative"),
                        ],
                    ),
                ),
                ("ended_on", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
                (
                    "profession",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.profession"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("thing", models.UUIDField()),
                ("round", models.TextField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("next_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "membership",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.membership",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportBack",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("question", models.TextField()),
                ("due", models.DateField()),
                (
                    "kind",
                    models.TextField(
                        choices=[("question", "Question"), ("analysis", "Analysis")],
                        default="question",
                    ),
                ),
                (
                    "parts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("remind_first", models.DateField(null=True)),
                ("remind_last", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.agendaitem"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AnswerDelegation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.person",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.person",
                    ),
                ),
                (
                    "report_back",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.reportback"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportBackAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                (
                    "parts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), default=list, size=None
                    ),
                ),
                ("nothing_new", models.BooleanField(default=False)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
                (
                    "report_back",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.reportback"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ResearchRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("title", models.TextField()),
                ("from_whom", models.TextField()),
                ("text", models.TextField(blank=True)),
                ("asked_on", models.DateField()),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("asked", "Asked"),
                            ("granted", "Granted"),
                            ("declined", "Declined"),
                        ],
                        default="asked",
                    ),
                ),
                ("decided_on", models.DateField(null=True)),
                ("answer", models.TextField(blank=True)),
                ("may_attend", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on", None), ("state", "asked")),
                            models.Q(
                                models.Q(("state", "asked"), _negated=True),
                                ("decided_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="research_is_decided_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("may_attend", False), ("state", "granted"), _connector="OR"
                        ),
                        name="only_granted_research_attends",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Risk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "lack",
                    models.TextField(
                        choices=[
                            ("mandate", "Mandate"),
                            ("time", "Time"),
                            ("resources", "Resources"),
                        ]
                    ),
                ),
                ("text", models.TextField()),
                ("noted_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("ended_by", models.TextField(blank=True, help_text="What was done about it.")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
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
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.body"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="standing",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.standingitem"
            ),
        ),
        migrations.CreateModel(
            name="Subscriber",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.TextField()),
                ("token", models.UUIDField(unique=True)),
                ("made_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("address",), name="subscriber_has_one_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingNeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("people", models.PositiveIntegerField()),
                ("on", models.DateField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TrainingTaken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("people", models.PositiveIntegerField()),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken",
                        to="steering.trainingsession",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Trial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "where",
                    models.TextField(help_text="The school, the centre, the part that tries it."),
                ),
                ("model_id", models.TextField()),
                ("model_version", models.TextField()),
                ("planned_start", models.DateField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ToolRating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tool",
                    models.TextField(
                        choices=[
                            ("wheel", "Wheel"),
                            ("triangle", "Triangle"),
                            ("questions", "Questions"),
                            ("tree", "Tree"),
                            ("plan", "Plan"),
                            ("child_words", "Child Words"),
                        ]
                    ),
                ),
                ("rating", models.PositiveSmallIntegerField()),
                ("note", models.TextField(blank=True)),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "trial",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="steering.trial",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TrialEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.TextField(
                        choices=[
                            ("started", "Started"),
                            ("delayed", "Delayed"),
                            ("widened", "Widened"),
                            ("outcome", "Outcome"),
                            ("finished", "Finished"),
                        ]
                    ),
                ),
                ("on", models.DateField()),
                ("text", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
                (
                    "trial",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="steering.trial",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WaitingMinutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.TextField()),
                ("text", models.TextField(blank=True)),
                (
                    "digest",
                    models.TextField(
                        help_text="SHA-256 of the text: the same file is known again."
                    ),
                ),
                ("date", models.DateField(help_text="The day they seem to be of.", null=True)),
                ("findings", models.PositiveSmallIntegerField(default=0)),
                (
                    "state",
                    models.TextField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("taken_in", "Taken In"),
                            ("discarded", "Discarded"),
                        ],
                        default="waiting",
                    ),
                ),
                ("uploaded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "body",
                    models.ForeignKey(
                        help_text="Whose they seem to be.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="steering.body",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgreementParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="steering.agreement"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "organisation"), name="party_signs_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnualNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField()),
                ("section", models.TextField()),
                ("text", models.TextField(blank=True)),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["year", "-at"], name="annual_notes_of_a_year")],
            },
        ),
        migrations.CreateModel(
            name="AnnualReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("year", models.PositiveSmallIntegerField()),
                ("edition", models.PositiveSmallIntegerField()),
                ("reason", models.TextField(blank=True)),
                ("content", models.JSONField()),
                (
                    "text",
                    models.TextField(help_text="The same content as plain text, for searching."),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("year", "edition"), name="annual_edition_is_used_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("edition", 1),
                            models.Q(("edition__gt", 1), models.Q(("reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="annual_correction_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.TextField(choices=[("news", "News"), ("example", "Example")])),
                ("title", models.TextField()),
                ("text", models.TextField()),
                ("published_at", models.DateTimeField(auto_now_add=True)),
                ("taken_back_on", models.DateField(null=True)),
                ("mailed_on", models.DateField(null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="organisations.organisation",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "example"), _negated=True),
                            ("organisation__isnull", False),
                            _connector="OR",
                        ),
                        name="example_says_whose_it_is",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="body",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("name",),
                name="working_bodies_have_different_names",
            ),
        ),
        migrations.AddConstraint(
            model_name="consultedbody",
            constraint=models.UniqueConstraint(
                fields=("consultation", "body"), name="body_is_consulted_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="contactroute",
            constraint=models.CheckConstraint(
                condition=models.Q(("mail", ""), ("telephone", ""), ("web", ""), _negated=True),
                name="contact_route_leads_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionraised",
            constraint=models.UniqueConstraint(
                fields=("decision", "item"), name="decision_is_raised_once_on_an_item"
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionchange",
            constraint=models.UniqueConstraint(
                fields=("decision", "kind", "label"), name="decision_changes_a_thing_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="contradiction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("other__isnull", False), ("other_text", "")),
                    models.Q(("other", None), models.Q(("other_text", ""), _negated=True)),
                    _connector="OR",
                ),
                name="contradiction_names_the_other_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="contradiction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("other", None),
                    models.Q(("other", models.F("agreement")), _negated=True),
                    _connector="OR",
                ),
                name="contradiction_is_between_two_texts",
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                fields=("body", "title"), name="document_title_is_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gte", models.F("starts"))),
                name="activity_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_milestone", False), ("ends", models.F("starts")), _connector="OR"
                ),
                name="milestone_is_one_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.UniqueConstraint(
                fields=("document", "number"), name="version_number_is_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("item", None), ("published_on", None)),
                    models.Q(("item__isnull", False), ("published_on__isnull", False)),
                    _connector="OR",
                ),
                name="published_version_is_on_an_agenda",
            ),
        ),
        migrations.AddConstraint(
            model_name="documentversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decision", None), ("in_force_from", None)),
                    models.Q(
                        ("decision__isnull", False),
                        ("in_force_from__isnull", False),
                        ("published_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="version_is_in_force_by_a_decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="earlierdecision",
            constraint=models.UniqueConstraint(
                fields=("decision", "earlier"), name="earlier_decision_is_told_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="earlierdecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision", models.F("earlier")), _negated=True),
                name="decision_is_not_earlier_than_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.UniqueConstraint(
                fields=("agreement", "decision"), name="decision_extends_an_agreement_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="funding",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_to__gt", models.F("valid_from"))),
                name="funding_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="impactanalysis",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("published_at", None),
                    models.Q(
                        models.Q(("whom", ""), _negated=True),
                        models.Q(("asked_how", ""), _negated=True),
                        models.Q(("weighing", ""), _negated=True),
                        models.Q(("follow_up", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="published_analysis_is_whole",
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
            model_name="joining",
            constraint=models.UniqueConstraint(
                fields=("organisation", "since"), name="organisation_stands_in_one_place_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=models.Q(("given_by", None), ("giver_name", ""), _connector="XOR"),
                name="mandate_has_one_giver",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=models.Q(("given_to", None), ("holder_name", ""), _connector="XOR"),
                name="mandate_has_one_holder",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("time_share", None), ("time_share__range", (1, 100)), _connector="OR"
                ),
                name="mandate_takes_part_of_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="mandate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None), ("ended_on__gte", models.F("given_on")), _connector="OR"
                ),
                name="mandate_ends_after_it_is_given",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingpaper",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdrawn_on", None),
                    models.Q(("withdrawn_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="withdrawn_paper_says_why",
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
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__gt", models.F("starts"))),
                name="meeting_ends_after_it_starts",
            ),
        ),
        migrations.AddIndex(
            model_name="decisionrecord",
            index=models.Index(fields=["responsible"], name="decision_by_responsible"),
        ),
        migrations.AddConstraint(
            model_name="decisionrecord",
            constraint=models.UniqueConstraint(
                fields=("body", "number"), name="decision_number_is_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("changes_model_id", ""), ("changes_model_version", "")),
                    models.Q(
                        models.Q(("changes_model_id", ""), _negated=True),
                        models.Q(("changes_model_version", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="decision_names_model_and_version",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("followed_up_on", None), ("status__in", ["open", "under_way"])),
                    models.Q(
                        ("followed_up_on__isnull", False), ("status__in", ["followed_up", "lapsed"])
                    ),
                    _connector="OR",
                ),
                name="decision_ends_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="callletter",
            constraint=models.UniqueConstraint(
                fields=("call", "membership"), name="member_is_invited_in_one_row"
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                fields=("meeting", "membership"), name="attendance_is_one_state_for_each_seat"
            ),
        ),
        migrations.AddConstraint(
            model_name="alsoinsteadof",
            constraint=models.UniqueConstraint(
                fields=("attendance", "membership"), name="stood_in_for_each_seat_once"
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
            model_name="obstaclestep",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "passed_on"), ("to__isnull", False)),
                    models.Q(models.Q(("kind", "passed_on"), _negated=True), ("to", None)),
                    _connector="OR",
                ),
                name="passing_on_says_to_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="preparation",
            constraint=models.UniqueConstraint(
                fields=("matter", "number"), name="preparation_number_is_used_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to", None), ("valid_to__gt", models.F("valid_from")), _connector="OR"
                ),
                name="seat_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="expectedprofession",
            constraint=models.CheckConstraint(
                condition=models.Q(("body", None), ("level", ""), _connector="XOR"),
                name="profession_is_expected_in_a_body_or_on_a_level",
            ),
        ),
        migrations.AddConstraint(
            model_name="expectedprofession",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("profession", "body", "level"),
                name="profession_is_expected_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                fields=("thing", "membership", "round"),
                name="nobody_is_reminded_twice",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="reportback",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "question"), ("parts", [])),
                    models.Q(("kind", "analysis"), models.Q(("parts", []), _negated=True)),
                    _connector="OR",
                ),
                name="analysis_has_its_parts",
            ),
        ),
        migrations.AddConstraint(
            model_name="answerdelegation",
            constraint=models.UniqueConstraint(
                fields=("report_back", "organisation", "person"), name="colleague_is_asked_once"
            ),
        ),
        migrations.AddIndex(
            model_name="reportbackanswer",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", config="swedish"),
                name="report_back_answer_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportbackanswer",
            constraint=models.UniqueConstraint(
                fields=("report_back", "organisation"), name="organisation_answers_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="risk",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on", None), ("ended_on__gte", models.F("noted_on")), _connector="OR"
                ),
                name="risk_ends_after_it_is_noted",
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
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("meeting", "order"),
                name="agenda_place_is_taken_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("first", None), ("postponed_from", None)),
                    models.Q(("first__isnull", False), ("postponed_from__isnull", False)),
                    _connector="OR",
                ),
                name="postponed_item_knows_its_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="trainingneed",
            constraint=models.CheckConstraint(
                condition=models.Q(("people__gte", 1)), name="training_is_needed_by_somebody"
            ),
        ),
        migrations.AddConstraint(
            model_name="toolrating",
            constraint=models.CheckConstraint(
                condition=models.Q(("rating__range", (1, 5))), name="tool_is_rated_from_1_to_5"
            ),
        ),
        migrations.AddConstraint(
            model_name="trialevent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("step__in", ("started", "finished"))),
                fields=("trial", "step"),
                name="trial_starts_and_finishes_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitingminutes",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")),
                fields=("digest",),
                name="the_same_minutes_wait_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="waitingminutes",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "waiting"), ("text", ""), _connector="OR"),
                name="minutes_that_do_not_wait_have_no_text",
            ),
        ),
        keeps_lexemes(
            "steering_decisionrecord",
            titles=["wording"],
            texts=["responsible", "follow_up_note"],
        ),
        keeps_lexemes("steering_agendaitem", titles=["title"], texts=["note"]),
        keeps_lexemes("steering_reportback", titles=["question"]),
        keeps_lexemes("steering_reportbackanswer", titles=[], texts=["text"]),
        keeps_lexemes("steering_agreement", titles=["title"]),
        keeps_lexemes("steering_body", titles=["name"], texts=["purpose"]),
        keeps_lexemes("steering_membership", titles=["name"], texts=["title"]),
        keeps_lexemes("steering_annualreport", titles=[], texts=["text"]),
        keeps_lexemes("steering_annualnote", titles=[], texts=["text"]),
    ]
