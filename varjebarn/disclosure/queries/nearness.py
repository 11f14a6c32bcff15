"""How a unit stands to another, for the grounds that ask for it: OSL 25:11, 25:13 a and 26:9 c."""

from varjebarn.disclosure.facts import RecipientFacts
from varjebarn.organisations.models import OrganisationKind, SecrecyUnit

NEARNESS = frozenset({"same_authority", "same_principal", "same_municipality"})


def unit_facts(unit: SecrecyUnit, home: SecrecyUnit | None) -> RecipientFacts:
    """Say what a receiving unit is, and whether it is of the sender's own organisation.

    `home` is the sender; None when no ground asks for nearness.
    """
    near = home is not None and home.organisation_id == unit.organisation_id
    return RecipientFacts(
        area=unit.area,
        unit=unit.pk,
        same_authority=near,
        same_principal=near,
        same_municipality=near and unit.organisation.kind == OrganisationKind.MUNICIPALITY,
    )
