"""Loads what the doors know of grounds, duties and the consent policy, from the shipped data.

Wildcards are written out as areas and kinds of recipient, so that the doors only compare words.
"""

from varjebarn.disclosure.catalogue import Catalogue
from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.models import ConsentBand, DutyRow, GroundRow
from varjebarn.disclosure.policy import default_policy


def load_grounds() -> None:
    """Write every ground and duty as the doors read them; the newest data wins."""
    known = catalogue()
    for ground in known.grounds.values():
        GroundRow.objects.update_or_create(
            code=ground.code,
            defaults={
                "working": ground.working and ground.enabled,
                "from_areas": _sources(known, ground.sources, ground.never_from),
                "to_areas": _targets(known, ground.targets),
                "under": ground.under if ground.age_of == "subject" else 0,
            },
        )
    for duty in known.duties.values():
        DutyRow.objects.update_or_create(
            code=duty.code,
            defaults={
                "from_areas": _sources(known, duty.sources, duty.never_from),
                "to_areas": _targets(known, duty.targets),
            },
        )


def load_consent_policy() -> None:
    """Write the bands of the consent policy. A version, once loaded, says the same for ever."""
    policy = default_policy()
    for band in policy.bands:
        ConsentBand.objects.get_or_create(
            policy=policy.policy_id,
            version=policy.version,
            from_age=band.from_age,
            defaults={
                "to_age": band.to_age,
                "guardians": "all" if band.guardians_asked else "none",
                "child": band.child.value,
            },
        )
        # A band that was loaded before the doors read this column gets it from the same version.
        ConsentBand.objects.filter(
            policy=policy.policy_id, version=policy.version, from_age=band.from_age
        ).update(child_alone=band.child_alone.value)


def _sources(known: Catalogue, sources: tuple[str, ...], never: frozenset[str]) -> list[str]:
    return sorted(
        area for area in known.areas if known.may_send(sources, area) and area not in never
    )


def _targets(known: Catalogue, targets: tuple[str, ...]) -> list[str]:
    everybody = [*known.areas, *known.recipients]
    return sorted(who for who in everybody if known.may_receive(targets, who))
