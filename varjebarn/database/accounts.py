"""Accounts in schema `login`: whom an e-mail address and a password recognise.

An account's username is the person's uuid; nothing else ties it to the domain.
"""

from collections.abc import Collection
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User


def create_account(*, person: UUID, email: str, password: str) -> None:
    """Give a person an account, or a new address and password to the one they have."""
    User.objects.using("login").update_or_create(
        username=str(person),
        defaults={"email": email, "password": make_password(password)},
    )


def address_of(person: UUID) -> str:
    """Find the address that recognises a person; empty for somebody without an account."""
    user = User.objects.using("login").filter(username=str(person)).first()
    return user.email if user else ""


def addresses_of(persons: Collection[UUID]) -> list[str]:
    """Find the addresses that recognise several people; those without an account have none."""
    names = [str(person) for person in persons]
    found = User.objects.using("login").filter(username__in=names).exclude(email="")
    return list(found.order_by("email").values_list("email", flat=True))


def person_of(email: str) -> UUID | None:
    """Find whom an address belongs to."""
    user = User.objects.using("login").filter(email=email).first()
    return UUID(user.username) if user else None
