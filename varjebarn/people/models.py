"""Tables about a child as one unit knows it. Every row names its unit; keys begin with it."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models.functions import Now

from varjebarn.organisations.models import Person, SecrecyUnit
from varjebarn.people.outbox import (  # noqa: F401 - Django finds tables here
    NoticeChoice,
    OutboxRow,
)
from varjebarn.people.values import Protection


class ChildFile(models.Model):
    """The child as one unit knows it. That another unit knows the child is itself secret."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(SecrecyUnit, on_delete=models.DO_NOTHING)
    person_ref = models.UUIDField(null=True, help_text="The child's own login, if there is one.")
    given_name = models.TextField()
    name_used = models.TextField(blank=True)
    family_name = models.TextField(blank=True)
    born = models.DateField()
    language = models.TextField(default="sv")
    interpreter = models.TextField(blank=True)
    protection = models.TextField(choices=Protection.choices, default=Protection.NONE)
    filed = models.BooleanField(default=True, help_text="False until the intake has filed it.")
    opened = models.DateTimeField()
    joined_into = models.BigIntegerField(
        null=True, help_text="The file this one was joined to (R43)."
    )
    glass_until: (
        datetime | None
    )  # these two come with the file when it is opened, and stand in no column
    joined_to: uuid.UUID | None

    class Meta:
        """Other tables point at (unit, id); what was joined to a file is found by it."""

        constraints = (
            models.UniqueConstraint(fields=["unit", "id"], name="childfile_is_found_in_its_unit"),
        )
        indexes = (
            models.Index(
                fields=["unit", "joined_into"],
                name="childfile_joined",
                condition=models.Q(joined_into__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return " ".join(filter(None, [self.name_used or self.given_name, self.family_name]))

    @property
    def child_id(self) -> int:
        """The key under which this unit's log knows the child."""
        return self.pk

    @property
    def called(self) -> str:
        """The name that the child goes by."""
        return self.name_used or self.given_name


class ChildRow(models.Model):
    """A row about a child: its unit and its file, both always there.

    The composite key to the file is made in each migration (`database.operations.belongs_to`).
    """

    unit = models.ForeignKey(
        SecrecyUnit,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_index=False,
    )
    child_file = models.ForeignKey(
        ChildFile,
        on_delete=models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )

    class Meta:
        """No table of its own."""

        abstract = True


class Identifier(ChildRow):
    """A number or code under which a system knows the child: none, one, or several over time."""

    system = models.TextField()
    value = models.TextField(help_text="Normalised. National numbers are never shown unasked.")
    value_hash = models.BinaryField()
    registered = models.DateTimeField(db_default=Now())
    ended = models.DateTimeField(
        null=True, help_text="Since when another number has taken its place. It is kept (R43)."
    )

    class Meta:
        """Unique within the unit; found by hash."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "child_file", "value_hash"],
                name="identifier_stands_once_on_a_file",
            ),
        )
        indexes = (models.Index(fields=["unit", "value_hash"], name="identifier_unit_hash"),)

    def __str__(self) -> str:
        return self.system


class Guardian(ChildRow):
    """A guardian or a parent of a child, as one unit has registered it, during a period."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person_ref = models.UUIDField(help_text="The guardian's login.")
    name = models.TextField()
    relation = models.TextField()
    custody = models.BooleanField()
    view_agreed = models.BooleanField(
        default=False,
        help_text="The child and the team have agreed to open this guardian's view after 13 (R14).",
    )
    is_protected = models.BooleanField(
        db_default=False, help_text="The guardian's own personal data are protected (R19)."
    )
    source = models.TextField(help_text="How custody was checked, and when.")
    language = models.TextField(default="sv", db_default="sv")
    interpreter = models.TextField(
        default="", db_default="", blank=True, help_text="In which language, if one is needed."
    )
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()

    class Meta:
        """Found by file within the unit."""

        indexes = (models.Index(fields=["unit", "child_file", "valid_to"], name="guardian_file"),)

    def __str__(self) -> str:
        return self.name


class InvolvementRole(models.TextChoices):
    """Why somebody may open a file. Each ends by itself or is ended; none is a rank."""

    TEAM = "team"
    CONTACT = "contact"
    LEAD = "lead"
    INTAKE = "intake"
    BREAK_GLASS = "break_glass"


class Involvement(ChildRow):
    """The reason a person inside the unit may open the file. SELECT only for the running system."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    role = models.TextField(choices=InvolvementRole.choices)
    reason = models.TextField()
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    leave = models.UUIDField(
        null=True, help_text="The leave during which it stands in for another's."
    )

    class Meta:
        """The one index that every policy probes."""

        indexes = (
            models.Index(
                fields=["unit", "person", "child_file", "valid_to"],
                name="involvement_probe",
            ),
            models.Index(fields=["unit", "child_file"], name="involvement_file"),
        )

    def __str__(self) -> str:
        return self.role


class Leave(models.Model):
    """A colleague's time away, and who stands in meanwhile. Names no child."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(SecrecyUnit, models.DO_NOTHING, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    substitute = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()
    made_by = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)

    class Meta:
        """Found by who is away, within the unit."""

        indexes = (models.Index(fields=["unit", "person", "valid_to"], name="leave_person"),)

    def __str__(self) -> str:
        return str(self.public_id)


class NamedReader(ChildRow):
    """Who may open the file of a child with a protected identity: named persons, not roles."""

    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)

    class Meta:
        """Each stands once."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "child_file", "person"],
                name="named_reader_stands_once",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class Caseload(ChildRow):
    """One line of somebody's list of children: narrow, derived, and opening nothing but itself.

    A child with a protected identity has no line (R19).
    """

    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    name = models.TextField()
    born = models.DateField()
    public_id = models.UUIDField(help_text="The file's.")
    status = models.TextField(default="open")
    next_follow_up = models.DateField(null=True)
    until = models.DateTimeField()

    class Meta:
        """Read by person, the next follow-up first."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "person", "child_file"],
                name="caseload_has_one_line_per_child",
            ),
        )
        indexes = (
            models.Index(
                fields=["unit", "person", "next_follow_up", "child_file"],
                name="caseload_page",
                condition=models.Q(status="open"),
            ),
        )

    def __str__(self) -> str:
        return self.name


class FamilyAccess(models.Model):
    """What a family member may still open of one unit's deliveries about one child."""

    person_id = models.BigIntegerField()
    unit = models.ForeignKey(SecrecyUnit, on_delete=models.DO_NOTHING, related_name="+")
    child_ref = models.UUIDField(help_text="The sending unit's file, by its public id.")
    capacity = models.TextField()
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()

    class Meta:
        """One row for each person, unit and child."""

        constraints = (
            models.UniqueConstraint(
                fields=["person_id", "unit", "child_ref"],
                name="family_access_stands_once",
            ),
        )

    def __str__(self) -> str:
        return self.capacity


class FamilyReader(ChildRow):
    """To whom in the family readings inside the unit are told (R28)."""

    person_id = models.BigIntegerField()
    until = models.DateTimeField()

    class Meta:
        """Each stands once for a file."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "child_file", "person_id"],
                name="family_reader_stands_once",
            ),
        )

    def __str__(self) -> str:
        return str(self.person_id)


class Notice(ChildRow):
    """Something new about a child that those involved should look at; empty person = everybody.

    `seen` is when the one it was for has seen it; one for everybody, when all involved have.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(
        Person,
        on_delete=models.DO_NOTHING,
        related_name="+",
        null=True,
        db_index=False,
    )
    kind = models.TextField()
    object = models.UUIDField(null=True)
    at = models.DateTimeField()
    seen = models.DateTimeField(null=True)

    class Meta:
        """Read by unit, unseen ones first."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "child_file", "id"],
                name="notice_is_found_in_its_file",
            ),
        )
        indexes = (
            models.Index(
                fields=["unit", "child_file", "-at"],
                name="notice_unseen",
                condition=models.Q(seen=None),
            ),
        )

    def __str__(self) -> str:
        return self.kind


class NoticeSeen(ChildRow):
    """That one person has seen a notice for everybody: it is news to the others still."""

    notice = models.ForeignKey(
        Notice, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    person = models.ForeignKey(Person, models.DO_NOTHING, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        """Each has seen it once."""

        constraints = (
            models.UniqueConstraint(
                fields=["unit", "notice", "person"],
                name="notice_is_seen_once_by_each",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class Earlier(ChildRow):
    """What stood in a row before it was corrected: written by the database itself, never by hand.

    A correction so makes a new version, with time and author, and the earlier one stays (R40).
    """

    table = models.TextField()
    row_id = models.BigIntegerField()
    words = models.JSONField(help_text="The columns that changed, as they were.")
    changed_by = models.BigIntegerField(null=True, help_text="The person, as the log names them.")
    changed_at = models.DateTimeField()

    class Meta:
        """Found by file, the latest correction first."""

        indexes = (models.Index(fields=["unit", "child_file", "-id"], name="earlier_file"),)

    def __str__(self) -> str:
        return self.table
