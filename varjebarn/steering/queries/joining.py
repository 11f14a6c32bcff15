"""Where every organisation stands, and how it came there."""

from uuid import UUID

from django.db.models import QuerySet

from varjebarn.organisations.models import Organisation
from varjebarn.steering.models import Joining, Standing
from varjebarn.steering.values import JoiningLine, Named


def joining_lines() -> tuple[JoiningLine, ...]:
    """Say where each organisation stands now, by name. One that nothing is noted of stands outside."""
    latest = {one.organisation_id: one for one in _rows().order_by("since")}
    return tuple(
        _line(organisation, latest.get(organisation.pk))
        for organisation in Organisation.objects.order_by("name")
    )


def joining_history(organisation: UUID) -> tuple[Named, tuple[JoiningLine, ...]]:
    """Read where an organisation has stood, the latest first."""
    found = Organisation.objects.get(public_id=organisation)
    rows = _rows().filter(organisation=found).order_by("-since")
    return _named(found), tuple(_line(found, row) for row in rows)


def _rows() -> QuerySet[Joining]:
    return Joining.objects.select_related("decision")


def _line(organisation: Organisation, row: Joining | None) -> JoiningLine:
    if row is None:
        return JoiningLine(
            organisation=_named(organisation),
            standing=Standing.OUTSIDE,
            since=None,
            decision=None,
            decided_by="",
            note="",
        )
    decision = row.decision
    return JoiningLine(
        organisation=_named(organisation),
        standing=row.standing,
        since=row.since,
        decision=None if decision is None else Named(id=decision.public_id, name=decision.wording),
        decided_by=row.decided_by,
        note=row.note,
    )


def _named(organisation: Organisation) -> Named:
    return Named(id=organisation.public_id, name=organisation.name)
