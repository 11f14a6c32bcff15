"""Tables of consent, disclosure, deliveries and answers."""

from varjebarn.disclosure.models.beside import (
    ObjectionAnswer,
    OwnNumber,
    ReportDecision,
    SecrecyMark,
)
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
from varjebarn.disclosure.models.exceptions import AnswerNote, MaturityAssessment, Paper, StandIn
from varjebarn.disclosure.models.outside import OutsideAnswer, OutsidePart
from varjebarn.disclosure.models.submissions import Draft, Submission
from varjebarn.disclosure.models.substitutes import Substitute, Suspension
from varjebarn.disclosure.models.withholdings import Withholding

__all__ = [
    "AnswerNote",
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
    "MaturityAssessment",
    "NotShared",
    "ObjectionAnswer",
    "OutsideAnswer",
    "OutsidePart",
    "OwnNumber",
    "Paper",
    "Receipt",
    "Recipient",
    "ReportDecision",
    "SecrecyMark",
    "StandIn",
    "Submission",
    "Substitute",
    "Suspension",
    "Withholding",
]
