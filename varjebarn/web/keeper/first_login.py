"""How somebody just added comes to log in: an assignment is not yet an account, and the page says so.

In the demo there is nobody to ask for an account, so they get one at once, with the demo's password.
"""

import re
import unicodedata
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from varjebarn.database.accounts import address_of, create_account, person_of
from varjebarn.organisations.cast import PASSWORD

DOMAIN = "demo.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLogin:
    """What the keeper is told. Without an address somebody else has to give one first."""

    name: str
    address: str
    password: str


def give_demo_account(person: UUID, *, given_name: str, family_name: str) -> None:
    """Give a new person an account in the demo; elsewhere the identity provider's people do."""
    if not settings.DEMO or address_of(person):
        return
    wanted = ".".join(part for part in (_plain(given_name), _plain(family_name)) if part) or "ny"
    name, number = wanted, 1
    while person_of(f"{name}@{DOMAIN}") is not None:
        number += 1
        name = f"{wanted}{number}"
    create_account(person=person, email=f"{name}@{DOMAIN}", password=PASSWORD)


def first_login(person: UUID, name: str) -> FirstLogin:
    """Say how somebody logs in. The password is told in the demo alone, where all share it."""
    address = address_of(person)
    return FirstLogin(name=name, address=address, password=PASSWORD if settings.DEMO else "")


def _plain(name: str) -> str:
    """Write a name as an address takes it: Åsa Öst is asa ost."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^a-z0-9]", "", letters)
