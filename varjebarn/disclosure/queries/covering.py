"""Consents as the rules ask about them: for which units and parts each holds on a day."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import connection

from varjebarn.disclosure.facts import Coverage
from varjebarn.disclosure.models import Consent
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.periods import Period

HOLDING = """
    SELECT s.consent_id, s.to_unit_id, s.parts FROM disclosure_consentscope s
     WHERE s.unit_id = %s AND s.consent_id = ANY (%s) AND vb.consent_holds(s.consent_id, s.to_unit_id)
"""


def coverages(
    actor: Actor, consents: Iterable[Consent], *, on: date
) -> Mapping[int, Coverage | None]:
    """Give each consent as it stands now, by its key; a unit for which it does not hold is not in it.

    None once its last day has passed: there is no live consent. One statement, or none for none.
    """
    known = {consent.pk: consent for consent in consents}
    parts: dict[int, dict[int, frozenset[str]]] = {key: {} for key in known}
    if known:
        with connection.cursor() as cursor:
            cursor.execute(HOLDING, [actor.unit_id, list(known)])
            for key, unit, shared in cursor.fetchall():
                parts[key][unit] = frozenset(shared)
    return {key: _coverage(consent, parts[key], on) for key, consent in known.items()}


def _coverage(consent: Consent, parts: Mapping[int, frozenset[str]], on: date) -> Coverage | None:
    if consent.valid_to <= on:
        return None
    return Coverage(
        purpose=consent.purpose,
        period=Period(start=min(on, consent.asked_at.date()), end=consent.valid_to),
        parts_by_unit=parts,
    )
