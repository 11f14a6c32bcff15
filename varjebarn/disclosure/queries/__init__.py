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
    ReceiptLine,
    deliveries,
    delivery_body,
    inbox,
    intake_candidates,
    open_delivery,
    receipts,
    sent,
)
from varjebarn.disclosure.queries.family import (
    Written,
    draft_for,
    family_deliveries,
    family_delivery,
    open_family_delivery,
    written,
)
from varjebarn.disclosure.queries.submissions import submissions

__all__ = [
    "ConsentLine",
    "Covered",
    "DeliveryLine",
    "MyConsent",
    "ReceiptLine",
    "Written",
    "consents",
    "coverage",
    "deliveries",
    "delivery_body",
    "draft_for",
    "family_deliveries",
    "family_delivery",
    "inbox",
    "intake_candidates",
    "my_consents",
    "open_delivery",
    "open_family_delivery",
    "receipts",
    "request_answers",
    "sent",
    "submissions",
    "written",
]
