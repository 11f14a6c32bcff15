"""A consent as the rules ask about it: for which units and parts it holds on a day."""

from datetime import date

from varjebarn.disclosure.facts import Coverage
from varjebarn.disclosure.models import Consent, ConsentScope
from varjebarn.disclosure.queries.consents import holds_for
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.periods import Period


def coverage_of(actor: Actor, consent: Consent, *, on: date) -> Coverage | None:
    """Give the consent as it stands now; a unit for which it does not hold is not in it.

    None once its last day has passed: there is no live consent.
    """
    if consent.valid_to <= on:
        return None
    scopes = ConsentScope.objects.filter(unit_id=actor.unit_id, consent=consent)
    holding = holds_for(consent)
    return Coverage(
        purpose=consent.purpose,
        period=Period(start=min(on, consent.asked_at.date()), end=consent.valid_to),
        parts_by_unit={
            scope.to_unit_id: frozenset(scope.parts)
            for scope in scopes
            if scope.to_unit_id in holding
        },
    )
