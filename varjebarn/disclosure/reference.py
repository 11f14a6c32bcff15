"""Loads what the doors know of grounds, duties and the consent policy, from the shipped data.

Wildcards are written out as areas and kinds of recipient, so that the doors only compare words.
"""

from varjebarn.disclosure.catalogue import CONSENT, Catalogue, Ground, Told
from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.models import ConsentBand, DutyRow, GroundRow
from varjebarn.disclosure.policy import default_policy
from varjebarn.disclosure.queries.nearness import NEARNESS
from varjebarn.disclosure.rules import CIVIL_SOCIETY


def load_grounds() -> None:
    """Write every ground and duty as the doors read them; the newest data wins."""
    known = catalogue()
    for ground in known.grounds.values():
        GroundRow.objects.update_or_create(
            code=ground.code,
            defaults={
                "working": ground.working and ground.enabled,
                "from_areas": _from(known, ground),
                "to_areas": _to(known, ground),
                "under": ground.under,
                "age_in": ground.age_field,
                "near": bool(NEARNESS & {*ground.fields}),
                "duty": ground.decided_by,
                "weighed": ground.weighed_in,
                "untold": ground.told is Told.NOT_TOLD,
            },
        )
    for duty in known.duties.values():
        DutyRow.objects.update_or_create(
            code=duty.code,
            defaults={
                "from_areas": _sources(known, duty.sources, duty.never_from),
                "to_areas": _targets(known, duty.targets),
                "untold": duty.told is Told.NOT_TOLD,
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


def _from(known: Catalogue, ground: Ground) -> list[str]:
    """Name the areas; where somebody else would have to confirm, those with presumed secrecy are none."""
    areas = _sources(known, ground.sources, ground.never_from)
    presumed = {code for code, area in known.areas.items() if area.strength == "reverse"}
    return [area for area in areas if not (ground.second_person and area in presumed)]


def _to(known: Catalogue, ground: Ground) -> list[str]:
    """Name who may receive; an association does on consent alone."""
    targets = _targets(known, ground.targets)
    return [one for one in targets if ground.code == CONSENT or one != CIVIL_SOCIETY]


def _sources(known: Catalogue, sources: tuple[str, ...], never: frozenset[str]) -> list[str]:
    return sorted(
        area for area in known.areas if known.may_send(sources, area) and area not in never
    )


def _targets(known: Catalogue, targets: tuple[str, ...]) -> list[str]:
    everybody = [*known.areas, *known.recipients]
    return sorted(who for who in everybody if known.may_receive(targets, who))
