"""The plan's working state: the plan itself, its needs, goals, actions and team."""

import uuid

from django.db import models

from varjebarn.organisations.models import Organisation, Person, SecrecyUnit
from varjebarn.people.models import ChildRow
from varjebarn.plan.documents.statuses import ActionStatus


class PlanState(models.TextChoices):
    """Where a plan is. It is active from its first published version."""

    DRAFT = "draft"
    ACTIVE = "active"
    CLOSED = "closed"


class Outcome(models.TextChoices):
    """Why a plan was closed."""

    GOALS_MET = "goals_met"
    MOVED = "moved"
    AGED_OUT = "aged_out"
    WITHDRAWN = "withdrawn"  # by the family
    SUPERSEDED = "superseded"


class Plan(ChildRow):
    """One child's plan, in the lead's unit. `ref` is the same in every unit's copies, and no key."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ref = models.UUIDField(default=uuid.uuid4, editable=False)
    model_id = models.TextField(help_text="The practice model it began with, which it keeps.")
    model_version = models.TextField()
    state = models.TextField(choices=PlanState.choices, default=PlanState.DRAFT)
    is_sip = models.BooleanField(default=False)
    nobody_else = models.BooleanField(
        default=False,
        help_text="Said: nobody but the principals does anything (HSL 16:4 item 3).",
    )
    why = models.TextField(blank=True)
    lead = models.ForeignKey(
        Person,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
    )
    lead_title = models.TextField()
    overall_responsible = models.ForeignKey(
        Organisation,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_index=False,
    )
    started_on = models.DateField()
    follow_up_on = models.DateField(null=True)
    version = models.IntegerField(default=0, help_text="Of the latest published version; 0 = none.")
    has_changes = models.BooleanField(default=False, help_text="Since the latest version.")
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(
        Person,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_index=False,
    )
    outcome = models.TextField(choices=Outcome.choices, blank=True)

    class Meta:
        """One open plan per child; found by file and by ref within the unit."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="plan_is_found_in_its_unit"),
            models.UniqueConstraint(
                fields=["unit", "child_file", "id"], name="plan_is_found_on_its_file"
            ),
            models.UniqueConstraint(fields=["unit", "ref"], name="plan_ref_stands_once_in_a_unit"),
            models.UniqueConstraint(
                fields=["unit", "child_file"],
                condition=models.Q(closed_on=None),
                name="child_has_one_open_plan",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state="closed",
                    closed_on__isnull=False,
                    closed_by__isnull=False,
                )
                & ~models.Q(outcome="")
                | ~models.Q(state="closed") & models.Q(closed_on__isnull=True, outcome=""),
                name="plan_closed_has_day_person_and_outcome",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="active") | models.Q(version__gt=0),
                name="plan_active_has_a_version",
            ),
        )
        indexes = (models.Index(fields=["unit", "child_file", "-id"], name="plan_file"),)

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is written in it."""
        return self.state == PlanState.CLOSED


class PlanRow(ChildRow):
    """A row of one plan. The composite key to the plan is made in the migration."""

    plan = models.ForeignKey(
        Plan,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )

    class Meta:
        """No table of its own."""

        abstract = True


class Need(PlanRow):
    """What the child needs. It leads to an action, or says why not."""

    ref = models.UUIDField(default=uuid.uuid4, editable=False)
    dimension = models.TextField(blank=True, help_text="Key of a dimension of the plan's model.")
    wording = models.TextField()
    why_no_action = models.TextField(blank=True)

    class Meta:
        """Found by plan within the unit; says something."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="need_is_found_in_its_unit"),
            models.CheckConstraint(condition=~models.Q(wording=""), name="need_has_words"),
        )
        indexes = (models.Index(fields=["unit", "plan"], name="need_plan"),)

    def __str__(self) -> str:
        return self.wording


class Goal(PlanRow):
    """What should become true, and how one sees that it has."""

    ref = models.UUIDField(default=uuid.uuid4, editable=False)
    need = models.ForeignKey(
        Need,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    wording = models.TextField()
    how_seen = models.TextField(blank=True)
    child_wording = models.TextField(blank=True, help_text="The child's own words for it.")

    class Meta:
        """Found by plan within the unit; says something."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="goal_is_found_in_its_unit"),
            models.CheckConstraint(condition=~models.Q(wording=""), name="goal_has_words"),
        )
        indexes = (models.Index(fields=["unit", "plan"], name="goal_plan"),)

    def __str__(self) -> str:
        return self.wording


class Action(PlanRow):
    """What somebody does: a unit, or the family itself when no unit stands here."""

    ref = models.UUIDField(default=uuid.uuid4, editable=False)
    need = models.ForeignKey(
        Need,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    goal = models.ForeignKey(
        Goal,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_constraint=False,
        db_index=False,
    )
    wording = models.TextField()
    responsible_unit = models.ForeignKey(
        SecrecyUnit,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_index=False,
    )
    responsible_name = models.TextField(blank=True, help_text="A person or a function.")
    due = models.DateField(null=True)
    status = models.TextField(
        choices=[(status.value, status.name.lower()) for status in ActionStatus],
        default=ActionStatus.PLANNED.value,
    )
    note = models.TextField(blank=True)
    said_on = models.DateField(null=True)
    said_at = models.DateTimeField(null=True, help_text="When; a later contribution goes before.")

    class Meta:
        """Found by plan within the unit; says something, and its status is a known code."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "ref"], name="action_ref_stands_once"),
            models.CheckConstraint(condition=~models.Q(wording=""), name="action_has_words"),
            models.CheckConstraint(
                condition=models.Q(status__in=[status.value for status in ActionStatus]),
                name="action_status_is_known",
            ),
        )
        indexes = (models.Index(fields=["unit", "plan"], name="action_plan"),)

    def __str__(self) -> str:
        return self.wording

    @property
    def is_ours(self) -> bool:
        """Whether the lead's own unit is responsible."""
        return self.responsible_unit_id == self.unit_id


class TeamMember(PlanRow):
    """One unit of the team, and the one person there whom the others may call."""

    member_unit = models.ForeignKey(
        SecrecyUnit,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
    )
    contact_name = models.TextField(blank=True)
    contact_title = models.TextField(blank=True)
    telephone = models.TextField(blank=True)
    left_on = models.DateField(null=True, help_text="When the unit no longer takes part.")

    class Meta:
        """A unit stands once in a team."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "plan", "member_unit"],
                name="team_has_one_contact_per_unit",
            ),
        )

    def __str__(self) -> str:
        return self.contact_name
