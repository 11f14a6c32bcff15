"""Opens a part for somebody without a login, by a link's secret and a code given another way.

Every no is None, whatever it was: wrong, used, ended, taken back, or too many tries. One statement.
"""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection

from varjebarn.audit.record import request_id
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.outside import hashes


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a leader sees: first the reservation, with `body` None; the part once it is accepted."""

    association: str
    to_name: str
    from_unit: str
    from_organisation: str
    sent_by: str
    reservation: str
    until: datetime
    body: Mapping[str, Any] | None


def open_outside(secret: str, code: str, *, accepted_by: str, address: str) -> Opened | None:
    """Open a part, or not. `address` is the network's; only a keyed hash of it is kept, 15 minutes."""
    opens = hashes(secret, code)
    client = hmac.digest(settings.SECRET_KEY.encode(), address.encode(), hashlib.sha256)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM vb.open_outside(%s, %s, %s, %s, %s)",
            [*opens, client, accepted_by, request_id.get()],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    return Opened(
        association=row[0],
        to_name=row[1],
        from_unit=row[2],
        from_organisation=row[3],
        sent_by=row[4],
        reservation=row[5],
        until=row[6],
        body=body_of(row[7]) if row[7] is not None else None,
    )
