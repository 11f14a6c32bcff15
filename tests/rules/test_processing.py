"""The register of processing: a controller and a basis for each, never a consent; who may block."""

import tomllib
from typing import Any

import pytest

from varjebarn.disclosure.grounds import DATA, catalogue
from varjebarn.disclosure.processing import Who, may_be_basis, may_block, parse, register
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.decisions import ALLOWED, Refused

OVERLAYS = {"concern_report", "protected_contact", "processor"}
"""Areas that protect information wherever it is, and have no activity of their own."""


def document() -> dict[str, Any]:
    return tomllib.loads((DATA / "processing.toml").read_text())


@pytest.mark.rule("R62", case="allows")
def test_every_kind_of_activity_has_a_controller_and_a_basis() -> None:
    areas = set(catalogue().areas) - OVERLAYS

    found = {area: register().branch(area) for area in areas}

    assert all(branch.controller.sv and branch.controller.en for branch in found.values())
    assert all(branch.basis for branch in found.values())
    assert set().union(*(branch.areas for branch in register().branches)) == areas


@pytest.mark.rule("R62", case="refuses")
@pytest.mark.parametrize("basis", ["GDPR 6.1 a", "GDPR 9.2 a", "samtycke", "Consent"])
def test_a_register_with_a_consent_as_basis_is_not_read(basis: str) -> None:
    faulty = document()
    faulty["branch"][0]["basis"].append(basis)

    with pytest.raises(Refused) as no:
        parse(faulty)

    assert no.value.reason is Reason.CONSENT_IS_NO_BASIS
    assert may_be_basis("GDPR 6.1 e") == ALLOWED


def test_a_register_without_a_basis_is_not_read() -> None:
    faulty = document()
    faulty["branch"][0]["basis"] = []

    with pytest.raises(ValueError, match="names no legal basis"):
        parse(faulty)


@pytest.mark.rule("R17", case="allows")
def test_the_child_may_block_in_health_care() -> None:
    assert may_block(Who.CHILD, register().branch("school_medical")) == ALLOWED
    assert may_block(Who.CHILD, register().branch("health")) == ALLOWED


@pytest.mark.rule("R17", case="refuses")
@pytest.mark.parametrize("branch", register().branches, ids=lambda branch: branch.key)
def test_a_guardian_blocks_nothing_anywhere(branch: Any) -> None:
    assert may_block(Who.GUARDIAN, branch).reason is Reason.GUARDIAN_CANNOT_BLOCK


def test_where_the_law_knows_no_block_nobody_blocks() -> None:
    assert may_block(Who.CHILD, register().branch("social")).reason is Reason.NOTHING_TO_BLOCK
