import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_initial"),
        ("steering", "0001_public_register"),
    ]

    operations = [
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
            ],
        ),
        migrations.RemoveConstraint(
            model_name="decisionrecord",
            name="decision_is_followed_up_on_a_day",
        ),
        migrations.RemoveField(
            model_name="agreement",
            name="contradiction",
        ),
        migrations.AddField(
            model_name="decisionrecord",
            name="about_the_young",
            field=models.BooleanField(default=False, help_text="It touches children."),
        ),
        migrations.AddField(
            model_name="decisionrecord",
            name="responsible_organisation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="organisations.organisation",
            ),
        ),
        migrations.AddField(
            model_name="decisionrecord",
            name="responsible_seat",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.membership"
            ),
        ),
        migrations.AddField(
            model_name="reportback",
            name="kind",
            field=models.TextField(
                choices=[("question", "Question"), ("analysis", "Analysis")], default="question"
            ),
        ),
        migrations.AddField(
            model_name="reportback",
            name="parts",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="reportback",
            name="remind_first",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="reportback",
            name="remind_last",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="reportbackanswer",
            name="nothing_new",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="reportbackanswer",
            name="parts",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None
            ),
        ),
        migrations.AlterField(
            model_name="decisionrecord",
            name="responsible",
            field=models.TextField(blank=True, help_text="As the register shows it."),
        ),
        migrations.AlterField(
            model_name="decisionrecord",
            name="status",
            field=models.TextField(
                choices=[
                    ("open", "Open"),
                    ("under_way", "Under Way"),
                    ("followed_up", "Followed Up"),
                    ("lapsed", "Lapsed"),
                ],
                default="open",
            ),
        ),
        migrations.AddIndex(
            model_name="decisionrecord",
            index=models.Index(fields=["responsible"], name="decision_by_responsible"),
        ),
        migrations.AddIndex(
            model_name="reportbackanswer",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", config="swedish"),
                name="report_back_answer_words",
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
        migrations.AddField(
            model_name="answerdelegation",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.person",
            ),
        ),
        migrations.AddField(
            model_name="answerdelegation",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
            ),
        ),
        migrations.AddField(
            model_name="answerdelegation",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.person",
            ),
        ),
        migrations.AddField(
            model_name="answerdelegation",
            name="report_back",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="steering.reportback"
            ),
        ),
        migrations.AddField(
            model_name="contradiction",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="steering.agreement"
            ),
        ),
        migrations.AddField(
            model_name="contradiction",
            name="other",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="steering.agreement",
            ),
        ),
        migrations.AddField(
            model_name="contradiction",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="steering.body"
            ),
        ),
        migrations.AddField(
            model_name="contradiction",
            name="solved_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.decisionrecord"
            ),
        ),
        migrations.AddField(
            model_name="decisionchange",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="steering.decisionrecord"
            ),
        ),
        migrations.AddField(
            model_name="decisionraised",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="steering.decisionrecord"
            ),
        ),
        migrations.AddField(
            model_name="decisionraised",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="steering.agendaitem"
            ),
        ),
        migrations.AddField(
            model_name="earlierdecision",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="steering.decisionrecord",
            ),
        ),
        migrations.AddField(
            model_name="earlierdecision",
            name="earlier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="steering.decisionrecord",
            ),
        ),
        migrations.AddField(
            model_name="impactanalysis",
            name="item",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, to="steering.agendaitem"
            ),
        ),
        migrations.AddField(
            model_name="impactanalysis",
            name="written_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="organisations.person"
            ),
        ),
        migrations.AddField(
            model_name="joining",
            name="decision",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="steering.decisionrecord"
            ),
        ),
        migrations.AddField(
            model_name="joining",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, to="organisations.organisation"
            ),
        ),
        migrations.AddConstraint(
            model_name="answerdelegation",
            constraint=models.UniqueConstraint(
                fields=("report_back", "organisation", "person"), name="colleague_is_asked_once"
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
            model_name="decisionchange",
            constraint=models.UniqueConstraint(
                fields=("decision", "kind", "label"), name="decision_changes_a_thing_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionraised",
            constraint=models.UniqueConstraint(
                fields=("decision", "item"), name="decision_is_raised_once_on_an_item"
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
            model_name="joining",
            constraint=models.UniqueConstraint(
                fields=("organisation", "since"), name="organisation_stands_in_one_place_a_day"
            ),
        ),
    ]
