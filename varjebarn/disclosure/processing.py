"""The register of processing: each with its controller and legal basis, and who may say no to it.

A consent to share is never the basis (R62), and a guardian blocks nothing (R17).
Sources: GDPR 6, 9, 30; PDL 4:4; lag (2022:913) 2:3.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatch
from functools import cache
from typing import Any

from varjebarn.disclosure.catalogue import Words
from varjebarn.disclosure.grounds import DATA
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.decisions import ALLOWED, Decision, require

CONSENT_BASES = ("gdpr 6.1 a", "gdpr 9.2 a", "samtycke", "consent")
"""What a basis must never be: the consent of the GDPR, or the one that lifts secrecy."""


class Who(StrEnum):
    """Who in the family asks for data to be blocked inside a unit."""

    CHILD = "child"
    GUARDIAN = "guardian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A kind of activity: who is the controller there, and on which basis it processes.

    `child_blocks` is the provision by which the child may block, where there is one.
    """

    key: str
    areas: frozenset[str]
    title: Words
    controller: Words
    basis: tuple[str, ...]
    child_blocks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Processing:
    """One processing: what it is, which data, and the tables that hold them."""

    key: str
    title: Words
    data: Words
    tables: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Everything a unit does with personal data here."""

    branches: tuple[Branch, ...]
    processings: tuple[Processing, ...]

    def branch(self, area: str) -> Branch:
        """Find the branch of an area. Raises KeyError for one that is in none."""
        found = next((branch for branch in self.branches if area in branch.areas), None)
        if found is None:
            raise KeyError(area)
        return found

    def processing(self, table: str) -> Processing | None:
        """Find the processing that keeps a table, the most exact name first."""
        for exact in (True, False):
            for one in self.processings:
                named = [name for name in one.tables if ("*" not in name) is exact]
                if any(fnmatch(table, name) for name in named):
                    return one
        return None


def may_be_basis(basis: str) -> Decision:
    """Whether something may stand as the legal basis of a processing: a consent never does (R62)."""
    if basis.casefold().startswith(CONSENT_BASES):
        return Decision(Reason.CONSENT_IS_NO_BASIS, provision="GDPR 6.1 c, 6.1 e, 9.2 g, 9.2 h")
    return ALLOWED


def may_block(who: Who, branch: Branch) -> Decision:
    """Whether somebody in the family may block a child's data inside a unit (R17).

    The child may, as a patient. A guardian may not, and is not offered it.
    """
    if who is Who.GUARDIAN:
        return Decision(
            Reason.GUARDIAN_CANNOT_BLOCK, provision="PDL 4:4 andra stycket; lag (2022:913) 2:3"
        )
    return ALLOWED if branch.child_blocks else Decision(Reason.NOTHING_TO_BLOCK)


@cache
def register() -> Register:
    """Read the shipped register, once per process."""
    with (DATA / "processing.toml").open("rb") as file:
        return parse(tomllib.load(file))


def parse(document: Mapping[str, Any]) -> Register:
    """Turn a register file into a value. Raises Refused when a consent stands as a basis."""
    branches = tuple(_branch(table) for table in document["branch"])
    for branch in branches:
        if not branch.basis:
            raise ValueError(f"{branch.key} names no legal basis")
        for basis in branch.basis:
            require(may_be_basis(basis))
    return Register(
        branches=branches,
        processings=tuple(
            Processing(
                key=table["id"],
                title=_words(table, "title"),
                data=_words(table, "data"),
                tables=tuple(table["tables"]),
            )
            for table in document["processing"]
        ),
    )


def _branch(table: Mapping[str, Any]) -> Branch:
    return Branch(
        key=table["id"],
        areas=frozenset(table["areas"]),
        title=_words(table, "title"),
        controller=_words(table, "controller"),
        basis=tuple(table["basis"]),
        child_blocks=table.get("child_blocks", ""),
    )


def _words(table: Mapping[str, Any], name: str) -> Words:
    return Words(sv=table[f"{name}_sv"], en=table[f"{name}_en"])
