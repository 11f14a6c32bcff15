"""The register of processing in words: what is kept, who answers for it, why it is allowed."""

from dataclasses import dataclass

from django.utils.translation import get_language

from varjebarn.disclosure.processing import Branch, Who, may_block, register
from varjebarn.web.shared.reasons import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchRow:
    """One kind of activity. `child_blocks` is the provision, if the child may block there."""

    title: str
    controller: str
    basis: tuple[str, ...]
    child_blocks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """The register."""

    branches: tuple[BranchRow, ...]
    processings: tuple[tuple[str, str], ...]
    guardian_cannot_block: str


def data_page() -> DataPage:
    """Put the register into the words of the page's language."""
    known, language = register(), get_language() or "sv"
    no = may_block(Who.GUARDIAN, known.branches[0]).reason
    return DataPage(
        branches=tuple(_branch(branch, language) for branch in known.branches),
        processings=tuple(
            (one.title.label(language), one.data.label(language)) for one in known.processings
        ),
        guardian_cannot_block="" if no is None else sentence(no),
    )


def _branch(branch: Branch, language: str) -> BranchRow:
    return BranchRow(
        title=branch.title.label(language),
        controller=branch.controller.label(language),
        basis=branch.basis,
        child_blocks=branch.child_blocks if may_block(Who.CHILD, branch) else "",
    )
