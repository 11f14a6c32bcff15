"""The table of views: what somebody thinks, kept as it was said."""

import uuid

from django.db import models

from varjebarn.people.models import ChildRow


class View(ChildRow):
    """What a child, a guardian or somebody close thinks. The words are never changed.

    An answer in `answers` is {dimension, face (1-5 or null), words, skipped}; a skipped one is kept,
    since saying that one would rather not is an answer too.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    whose = models.TextField()
    person_ref = models.UUIDField(null=True, help_text="The login of the one who said it.")
    name = models.TextField()
    form = models.TextField()
    verbatim = models.BooleanField(help_text="Word for word, or in an adult's summary.")
    quoted_by = models.TextField(blank=True, help_text="The adult who held the pen; empty: nobody.")
    said_on = models.DateField()
    occasion = models.TextField()
    present = models.TextField(blank=True, help_text="Who was there.")
    child_checked = models.BooleanField(help_text="Whoever said it has read or heard it back.")
    words = models.TextField(blank=True)
    answers = models.JSONField(default=list)
    shared_with = models.TextField(blank=True, help_text="Whom the child chose, in words.")
    stays_here = models.BooleanField(
        default=False,
        help_text="The child wants it kept in this unit: it is in no plan.",
    )
    submission_ref = models.UUIDField(null=True, help_text="What was sent from their own space.")
    noted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    influence = models.TextField(blank=True, help_text="What changed because of it, or why not.")
    told_back_on = models.DateField(null=True)

    class Meta:
        """It says something, it says who held the pen, and what was sent is taken in once."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(words="") | ~models.Q(answers=[]),
                name="view_says_something",
            ),
            models.CheckConstraint(
                condition=models.Q(submission_ref__isnull=False) | ~models.Q(quoted_by=""),
                name="view_noted_by_an_adult_names_the_adult",
            ),
            models.CheckConstraint(
                condition=models.Q(submission_ref__isnull=True)
                | models.Q(verbatim=True, quoted_by=""),
                name="view_from_own_space_is_word_for_word",
            ),
            models.CheckConstraint(
                condition=models.Q(told_back_on__isnull=True) | ~models.Q(influence=""),
                name="view_told_back_says_what_came_of_it",
            ),
            models.CheckConstraint(
                condition=models.Q(whose__in=["child", "guardian", "other"])
                & models.Q(form__in=["words", "faces", "drawing", "symbols"]),
                name="view_whose_and_form_are_known",
            ),
            models.UniqueConstraint(
                fields=["unit", "submission_ref"],
                condition=models.Q(submission_ref__isnull=False),
                name="view_is_taken_in_once",
            ),
        )
        indexes = (models.Index(fields=["unit", "child_file", "-said_on"], name="view_file"),)

    def __str__(self) -> str:
        return f"{self.name} {self.said_on}"
