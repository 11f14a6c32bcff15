import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
        ("people", "0002_keys_begin_with_the_unit"),
    ]

    operations = [
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "model_id",
                    models.TextField(help_text="The practice model it began with, which it keeps."),
                ),
                ("model_version", models.TextField()),
                (
                    "state",
                    models.TextField(
                        choices=[("draft", "Draft"), ("active", "Active"), ("closed", "Closed")],
                        default="draft",
                    ),
                ),
                ("is_sip", models.BooleanField(default=False)),
                (
                    "nobody_else",
                    models.BooleanField(
                        default=False,
                        help_text="Said: nobody but the principals does anything (HSL 16:4 item 3).",
                    ),
                ),
                ("why", models.TextField(blank=True)),
                ("lead_title", models.TextField()),
                ("started_on", models.DateField()),
                ("follow_up_on", models.DateField(null=True)),
                (
                    "version",
                    models.IntegerField(
                        default=0, help_text="Of the latest published version; 0 = none."
                    ),
                ),
                (
                    "has_changes",
                    models.BooleanField(default=False, help_text="Since the latest version."),
                ),
                ("closed_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.TextField(
                        blank=True,
                        choices=[
                            ("goals_met", "Goals Met"),
                            ("moved", "Moved"),
                            ("aged_out", "Aged Out"),
                            ("withdrawn", "Withdrawn"),
                            ("superseded", "Superseded"),
                        ],
                    ),
                ),
                (
                    "child_file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.childfile",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.person",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.person",
                    ),
                ),
                (
                    "overall_responsible",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OtherPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.TextField()),
                ("held_by", models.TextField()),
                ("note", models.TextField(blank=True)),
                (
                    "child_file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.childfile",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.plan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "dimension",
                    models.TextField(
                        blank=True, help_text="Key of a dimension of the plan's model."
                    ),
                ),
                ("wording", models.TextField()),
                ("why_no_action", models.TextField(blank=True)),
                (
                    "child_file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.childfile",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.plan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("wording", models.TextField()),
                ("how_seen", models.TextField(blank=True)),
                (
                    "child_wording",
                    models.TextField(blank=True, help_text="The child's own words for it."),
                ),
                (
                    "child_file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.childfile",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.need",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.plan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Disagreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("whose", models.TextField()),
                ("text", models.TextField()),
                ("on", models.DateField()),
                (
                    "child_file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.childfile",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.plan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ChildViewReason",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("for_version", models.IntegerField()),
                ("reason", models.TextField()),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.person",
                    ),
                ),
                (
                    "child_file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.childfile",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.plan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("wording", models.TextField()),
                (
                    "responsible_name",
                    models.TextField(blank=True, help_text="A person or a function."),
                ),
                ("due", models.DateField(null=True)),
                (
                    "status",
                    models.TextField(
                        choices=[
                            ("35", "suggested"),
                            ("55", "planned"),
                            ("60", "begun"),
                            ("65", "going"),
                            ("40", "done"),
                            ("45", "done_otherwise"),
                            ("50", "not_done"),
                            ("15", "stopped"),
                        ],
                        default="55",
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("said_on", models.DateField(null=True)),
                (
                    "child_file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.childfile",
                    ),
                ),
                (
                    "responsible_unit",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.goal",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.need",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.plan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlanVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.IntegerField()),
                (
                    "document",
                    models.TextField(help_text="Canonical JSON of the whole PlanDocument."),
                ),
                ("digest", models.TextField(help_text="sha256 of the document, in hex.")),
                ("published_at", models.DateTimeField()),
                (
                    "child_file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.childfile",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.plan",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.person",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("contact_name", models.TextField(blank=True)),
                ("contact_title", models.TextField(blank=True)),
                ("telephone", models.TextField(blank=True)),
                (
                    "left_on",
                    models.DateField(help_text="When the unit no longer takes part.", null=True),
                ),
                (
                    "child_file",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="people.childfile",
                    ),
                ),
                (
                    "member_unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.plan",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="organisations.secrecyunit",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(fields=["unit", "child_file", "-id"], name="plan_file"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                fields=("unit", "id"), name="plan_is_found_in_its_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                fields=("unit", "child_file", "id"), name="plan_is_found_on_its_file"
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                fields=("unit", "ref"), name="plan_ref_stands_once_in_a_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on", None)),
                fields=("unit", "child_file"),
                name="child_has_one_open_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_by__isnull", False),
                        ("closed_on__isnull", False),
                        ("state", "closed"),
                        models.Q(("outcome", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "closed"), _negated=True),
                        ("closed_on__isnull", True),
                        ("outcome", ""),
                    ),
                    _connector="OR",
                ),
                name="plan_closed_has_day_person_and_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "active"), _negated=True),
                    ("version__gt", 0),
                    _connector="OR",
                ),
                name="plan_active_has_a_version",
            ),
        ),
        migrations.AddIndex(
            model_name="otherplan",
            index=models.Index(fields=["unit", "plan"], name="otherplan_plan"),
        ),
        migrations.AddIndex(
            model_name="need",
            index=models.Index(fields=["unit", "plan"], name="need_plan"),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.UniqueConstraint(
                fields=("unit", "id"), name="need_is_found_in_its_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="need",
            constraint=models.CheckConstraint(
                condition=models.Q(("wording", ""), _negated=True), name="need_has_words"
            ),
        ),
        migrations.AddIndex(
            model_name="goal",
            index=models.Index(fields=["unit", "plan"], name="goal_plan"),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.UniqueConstraint(
                fields=("unit", "id"), name="goal_is_found_in_its_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(("wording", ""), _negated=True), name="goal_has_words"
            ),
        ),
        migrations.AddIndex(
            model_name="disagreement",
            index=models.Index(fields=["unit", "plan"], name="disagreement_plan"),
        ),
        migrations.AddConstraint(
            model_name="disagreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("text", ""), _negated=True), models.Q(("whose", ""), _negated=True)
                ),
                name="disagreement_says_whose_and_what",
            ),
        ),
        migrations.AddIndex(
            model_name="childviewreason",
            index=models.Index(fields=["unit", "plan", "-id"], name="viewreason_plan"),
        ),
        migrations.AddConstraint(
            model_name="childviewreason",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True),
                name="child_view_reason_has_words",
            ),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["unit", "plan"], name="action_plan"),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.UniqueConstraint(
                fields=("unit", "ref"), name="action_ref_stands_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("wording", ""), _negated=True), name="action_has_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status__in", ["35", "55", "60", "65", "40", "45", "50", "15"])
                ),
                name="action_status_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                fields=("unit", "plan", "number"), name="plan_version_is_published_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.UniqueConstraint(
                fields=("unit", "plan", "member_unit"), name="team_has_one_contact_per_unit"
            ),
        ),
    ]
