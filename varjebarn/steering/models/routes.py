"""Contact routes: who to turn to for what, as functions and never as private persons."""

import uuid

from django.db import models

from varjebarn.organisations.models import Organisation


class Concern(models.TextChoices):
    """What one turns there for."""

    CHILD_HEALTH = "child_health"
    SCHOOL = "school"
    PUPIL_HEALTH = "pupil_health"
    YOUTH_FOLLOW_UP = "youth_follow_up"
    SOCIAL = "social"
    PSYCHIATRY = "psychiatry"
    HABILITATION = "habilitation"
    POLICE = "police"
    ASSOCIATION = "association"
    COORDINATION = "coordination"
    OTHER = "other"


class ContactRoute(models.Model):
    """A function at an organisation that one turns to, its hours, and where else when it is closed.

    An internal one is read by staff alone; the row policy sees to it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT)
    workplace = models.TextField(blank=True)
    function = models.TextField()
    concern = models.TextField(choices=Concern.choices)
    about = models.TextField(blank=True)
    telephone = models.TextField(blank=True)
    mail = models.TextField(blank=True)
    web = models.TextField(blank=True)
    hours = models.TextField(blank=True)
    fallback = models.TextField(blank=True)
    is_public = models.BooleanField()
    checked_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        """There is at least one way there."""

        constraints = (
            models.CheckConstraint(
                condition=~models.Q(telephone="", mail="", web=""),
                name="contact_route_leads_somewhere",
            ),
        )

    def __str__(self) -> str:
        return self.function
