"""Keeps what stands in for an answer, how it was given, and who is in a guardian's place."""

import uuid
from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from varjebarn.database.operations import belongs_to

FILE = "people_childfile"
CONSENT = "disclosure_consent"
OF_A_CONSENT = (
    "disclosure_maturityassessment",
    "disclosure_standin",
    "disclosure_paper",
    "disclosure_answernote",
)


class Migration(migrations.Migration):
    """Six tables, a matter on consents and copies, and what the bands say of a child alone."""

    dependencies: ClassVar = [
        ("disclosure", "0004_events_of_a_file"),
        ("organisations", "0001_initial"),
        ("people", "0003_each_sees_for_oneself"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="AnswerNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("said_on", models.DateField()),
                (
                    "heard_by",
                    models.TextField(help_text="Who received the paper or heard the words."),
                ),
                ("reference", models.TextField(blank=True, help_text="Where the paper is kept.")),
                ("note", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="MaturityAssessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("matter", models.TextField(help_text="Which decision it is about, in words.")),
                ("understands", models.TextField(blank=True)),
                ("harm_if_told", models.TextField(blank=True)),
                ("why", models.TextField()),
                ("assessed_by", models.TextField()),
                ("assessed_on", models.DateField()),
                ("second_person", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("content", models.BinaryField()),
                ("content_type", models.TextField()),
                ("content_hash", models.BinaryField()),
                ("stored_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="StandIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.TextField(help_text="hindered or decision_6_13a")),
                ("reason", models.TextField()),
                ("cannot_wait", models.TextField(blank=True)),
                ("not_intrusive", models.TextField(blank=True)),
                ("decision_reference", models.TextField(blank=True)),
                ("decided_on", models.DateField(null=True)),
                (
                    "measure",
                    models.TextField(
                        blank=True, help_text="The support measure that was decided on."
                    ),
                ),
                ("provision", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Substitute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("kind", models.TextField()),
                ("person_ref", models.UUIDField(null=True)),
                ("name", models.TextField()),
                (
                    "matters",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), size=None
                    ),
                ),
                (
                    "replaces",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(),
                        help_text="The logins of the guardians who are suspended.",
                        size=None,
                    ),
                ),
                ("view_agreed", models.BooleanField(default=False)),
                (
                    "source",
                    models.TextField(help_text="The decision: who decided, when, and its number."),
                ),
                ("valid_from", models.DateTimeField()),
                ("valid_to", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                (
                    "child_ref",
                    models.UUIDField(help_text="The sending unit's file, by its public id."),
                ),
                ("matter", models.TextField()),
                ("substitute_ref", models.UUIDField()),
                ("valid_from", models.DateTimeField()),
                ("valid_to", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="consent",
            name="matter",
            field=models.TextField(
                db_default="everyday",
                help_text="What it is about (matters.py); the same in every copy.",
            ),
        ),
        migrations.AddField(
            model_name="consentband",
            name="child_alone",
            field=models.TextField(
                db_default="never", help_text="never, assessed, assessed_or_harm or always"
            ),
        ),
        migrations.AddField(
            model_name="familydelivery",
            name="matter",
            field=models.TextField(
                db_default="everyday",
                help_text="A guardian who is suspended in it does not see it (R18).",
            ),
        ),
        migrations.AddIndex(
            model_name="consent",
            index=models.Index(
                condition=models.Q(("is_origin", True)),
                fields=["unit", "asked_by", "valid_to"],
                name="consent_ending",
            ),
        ),
        migrations.AddConstraint(
            model_name="consenter",
            constraint=models.UniqueConstraint(
                fields=("unit", "id"), name="consenter_is_found_in_its_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="consentevent",
            constraint=models.UniqueConstraint(
                fields=("unit", "id"), name="event_is_found_in_its_unit"
            ),
        ),
        migrations.AddField(
            model_name="answernote",
            name="child_file",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="people.childfile",
            ),
        ),
        migrations.AddField(
            model_name="answernote",
            name="consent",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="disclosure.consent",
            ),
        ),
        migrations.AddField(
            model_name="answernote",
            name="entered_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.person",
            ),
        ),
        migrations.AddField(
            model_name="answernote",
            name="event",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="disclosure.consentevent",
            ),
        ),
        migrations.AddField(
            model_name="answernote",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.secrecyunit",
            ),
        ),
        migrations.AddField(
            model_name="maturityassessment",
            name="child_file",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="people.childfile",
            ),
        ),
        migrations.AddField(
            model_name="maturityassessment",
            name="consent",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="disclosure.consent",
            ),
        ),
        migrations.AddField(
            model_name="maturityassessment",
            name="recorded_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.person",
            ),
        ),
        migrations.AddField(
            model_name="maturityassessment",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.secrecyunit",
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="child_file",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="people.childfile",
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="consent",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="disclosure.consent",
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="stored_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.person",
            ),
        ),
        migrations.AddField(
            model_name="paper",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.secrecyunit",
            ),
        ),
        migrations.AddField(
            model_name="answernote",
            name="paper",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="disclosure.paper",
            ),
        ),
        migrations.AddField(
            model_name="standin",
            name="child_file",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="people.childfile",
            ),
        ),
        migrations.AddField(
            model_name="standin",
            name="consent",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="disclosure.consent",
            ),
        ),
        migrations.AddField(
            model_name="standin",
            name="consenter",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="disclosure.consenter",
            ),
        ),
        migrations.AddField(
            model_name="standin",
            name="recorded_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.person",
            ),
        ),
        migrations.AddField(
            model_name="standin",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.secrecyunit",
            ),
        ),
        migrations.AddField(
            model_name="substitute",
            name="child_file",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="people.childfile",
            ),
        ),
        migrations.AddField(
            model_name="substitute",
            name="registered_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.person",
            ),
        ),
        migrations.AddField(
            model_name="substitute",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.secrecyunit",
            ),
        ),
        migrations.AddField(
            model_name="suspension",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="organisations.secrecyunit",
            ),
        ),
        migrations.AddIndex(
            model_name="maturityassessment",
            index=models.Index(fields=["unit", "consent"], name="assessment_consent"),
        ),
        migrations.AddConstraint(
            model_name="maturityassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("understands", ""), _negated=True),
                    models.Q(("harm_if_told", ""), _negated=True),
                    _connector="OR",
                ),
                name="assessment_says_something",
            ),
        ),
        migrations.AddIndex(
            model_name="paper",
            index=models.Index(fields=["unit", "consent"], name="paper_consent"),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(
                fields=("unit", "id"), name="paper_is_found_in_its_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="answernote",
            constraint=models.UniqueConstraint(
                fields=("unit", "consent", "event"), name="answernote_stands_once"
            ),
        ),
        migrations.AddIndex(
            model_name="standin",
            index=models.Index(fields=["unit", "consent"], name="standin_consent"),
        ),
        migrations.AddIndex(
            model_name="substitute",
            index=models.Index(fields=["unit", "child_file", "valid_to"], name="substitute_file"),
        ),
        migrations.AddConstraint(
            model_name="suspension",
            constraint=models.UniqueConstraint(
                fields=("person_id", "unit", "child_ref", "matter", "substitute_ref"),
                name="suspension_stands_once",
            ),
        ),
        *(
            belongs_to(table, "child_file_id", FILE)
            for table in (*OF_A_CONSENT, "disclosure_substitute")
        ),
        *(belongs_to(table, "consent_id", CONSENT) for table in OF_A_CONSENT),
        belongs_to("disclosure_standin", "consenter_id", "disclosure_consenter"),
        belongs_to("disclosure_answernote", "event_id", "disclosure_consentevent"),
        belongs_to("disclosure_answernote", "paper_id", "disclosure_paper"),
    ]
