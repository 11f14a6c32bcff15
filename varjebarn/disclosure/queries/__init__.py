"""Reads of this app: consents as they stand, copies that have arrived, answers that came back."""

from varjebarn.disclosure.queries.asking import request_answers
from varjebarn.disclosure.queries.consents import (
    ConsentLine,
    Covered,
    MyConsent,
    consents,
    coverage,
    my_consents,
)
from varjebarn.disclosure.queries.copies import (
    DeliveryLine,
    NotSharedLine,
    ReceiptLine,
    SentLine,
    deliveries,
    delivery_body,
    inbox,
    intake_candidates,
    not_shared,
    open_delivery,
    receipts,
    sent,
)
from varjebarn.disclosure.queries.deciding import (
    Deciding,
    SubstituteLine,
    deciding,
    substitutes,
)
from varjebarn.disclosure.queries.exceptions import Exceptions, NoteLine, PaperLine, paper
from varjebarn.disclosure.queries.family import (
    Written,
    draft_for,
    family_deliveries,
    family_delivery,
    open_family_delivery,
    written,
)
from varjebarn.disclosure.queries.outside import (
    OutsideLine,
    OutsideState,
    covered_associations,
    open_outside_part,
    outside_parts,
    state_of,
)
from varjebarn.disclosure.queries.sharing import (
    SharingAdvice,
    SharingWish,
    guardian_closed,
    protected_at_unit,
    sharing_advice,
)
from varjebarn.disclosure.queries.submissions import submissions

__all__ = [
    "ConsentLine",
    "Covered",
    "Deciding",
    "DeliveryLine",
    "Exceptions",
    "MyConsent",
    "NotSharedLine",
    "NoteLine",
    "OutsideLine",
    "OutsideState",
    "PaperLine",
    "ReceiptLine",
    "SentLine",
    "SharingAdvice",
    "SharingWish",
    "SubstituteLine",
    "Written",
    "consents",
    "coverage",
    "covered_associations",
    "deciding",
    "deliveries",
    "delivery_body",
    "draft_for",
    "family_deliveries",
    "family_delivery",
    "guardian_closed",
    "inbox",
    "intake_candidates",
    "my_consents",
    "not_shared",
    "open_delivery",
    "open_family_delivery",
    "open_outside_part",
    "outside_parts",
    "paper",
    "protected_at_unit",
    "receipts",
    "request_answers",
    "sent",
    "sharing_advice",
    "state_of",
    "submissions",
    "substitutes",
    "written",
]
