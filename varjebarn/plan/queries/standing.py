"""What other units have sent about a plan, and which units have left the sharing."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import request_id
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.models import ConsentEvent, Delivery
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.plan.documents import Contribution, Source
from varjebarn.plan.documents.contribution import CONTRIBUTION
from varjebarn.plan.queries.merging import Received

WITHDRAWN = "withdrawn"


def contributions(
    actor: Actor,
    child: ChildFile,
    ref: UUID,
    *,
    ended: frozenset[UUID] = frozenset(),
    since: datetime | None = None,
    action: UUID | None = None,
) -> list[Received]:
    """Give what others have contributed to a plan, all or since a moment, the oldest first.

    With `action`, only what says something of it. Whoever is shown them has opened them: the first
    time, the sender gets its receipt.
    """
    rows = Delivery.objects.filter(
        unit_id=actor.unit_id,
        child_file=child,
        subject_ref=ref,
        content_kind=CONTRIBUTION,
    )
    if since is not None:
        rows = rows.filter(arrived__gt=since)
    found = [
        (copy, Contribution.from_json(body_of(copy.content)))
        for copy in rows.select_related("from_unit").order_by("arrived", "pk")
    ]
    shown = [(copy, said) for copy, said in found if action is None or _is_about(said, action)]
    _open([copy.public_id for copy, _ in shown if copy.opened_at is None])
    return [
        Received(
            contribution=said,
            source=Source(
                unit=copy.from_unit.public_id,
                unit_name=copy.from_unit_name,
                organisation_name=copy.from_organisation_name,
                has_ended=copy.consent_ended is not None or copy.from_unit.public_id in ended,
            ),
            at=copy.arrived,
        )
        for copy, said in shown
    ]


def withdrawn_units(actor: Actor, child: ChildFile) -> frozenset[UUID]:
    """Name the units for which the newest consent that names them has been withdrawn by somebody.

    A refusal is something else: such a unit has never been part of the sharing.
    """
    said: dict[UUID, dict[int, dict[int, str]]] = {}
    for unit, consent, consenter, what in (
        ConsentEvent.objects.filter(unit_id=actor.unit_id, child_file=child)
        .order_by("pk")
        .values_list("to_unit__public_id", "consent_id", "consenter_id", "what")
    ):
        said.setdefault(unit, {}).setdefault(consent, {})[consenter] = what
    return frozenset(
        unit
        for unit, by_consent in said.items()
        if WITHDRAWN in by_consent[max(by_consent)].values()
    )


def _is_about(said: Contribution, action: UUID) -> bool:
    return any(report.ref == action for report in said.actions)


def _open(unopened: list[UUID]) -> None:
    if unopened:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(vb.opened(copy, %s)) FROM unnest(%s::uuid[]) AS copy",
                [request_id.get(), unopened],
            )
