"""Tables of consent, disclosure, deliveries and answers."""

from varjebarn.disclosure.models.consents import (
    Consent,
    ConsentBand,
    Consenter,
    ConsentEvent,
    ConsentScope,
)
from varjebarn.disclosure.models.deliveries import Delivery, FamilyDelivery, Receipt
from varjebarn.disclosure.models.disclosures import (
    Disclosure,
    DutyRow,
    GroundRow,
    NotShared,
    Recipient,
)
from varjebarn.disclosure.models.submissions import Draft, Submission

__all__ = [
    "Consent",
    "ConsentBand",
    "ConsentEvent",
    "ConsentScope",
    "Consenter",
    "Delivery",
    "Disclosure",
    "Draft",
    "DutyRow",
    "FamilyDelivery",
    "GroundRow",
    "NotShared",
    "Receipt",
    "Recipient",
    "Submission",
]
