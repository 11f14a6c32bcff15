"""The Merkle tree of RFC 6962: one that grows, its root, and the two proofs about it.

A leaf is a hash already: sha256(0x00 || content), made where the event is written. A node is
sha256(0x01 || left || right), so that no node can be passed off as a leaf.
Source: RFC 6962 section 2.1; the checks follow RFC 9162 sections 2.1.3.2 and 2.1.4.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

EMPTY = sha256(b"").digest()


def leaf_hash(content: bytes) -> bytes:
    """Hash what a leaf stands for."""
    return sha256(b"\x00" + content).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees together."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(slots=True, kw_only=True)
class Growing:
    """A tree that leaves are added to. It keeps one hash for each whole subtree, and no leaf."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    def add(self, leaf: bytes) -> None:
        """Put one leaf last, and join the subtrees that thereby become whole."""
        joined, place = leaf, self.size
        while place & 1:
            joined = node(self.peaks.pop(), joined)
            place >>= 1
        self.peaks.append(joined)
        self.size += 1

    def root(self) -> bytes:
        """Answer the hash of all leaves so far."""
        if not self.peaks:
            return EMPTY
        joined = self.peaks[-1]
        for peak in reversed(self.peaks[:-1]):
            joined = node(peak, joined)
        return joined


def root_of(leaves: Sequence[bytes]) -> bytes:
    """Answer the root of a tree with exactly these leaves."""
    tree = Growing()
    for leaf in leaves:
        tree.add(leaf)
    return tree.root()


def inclusion(leaves: Sequence[bytes], place: int) -> list[bytes]:
    """Prove that the leaf at `place` is in the tree: the hashes beside its way to the root."""
    if len(leaves) == 1:
        return []
    half = _split(len(leaves))
    if place < half:
        return [*inclusion(leaves[:half], place), root_of(leaves[half:])]
    return [*inclusion(leaves[half:], place - half), root_of(leaves[:half])]


def consistency(leaves: Sequence[bytes], earlier: int) -> list[bytes]:
    """Prove that the tree of the first `earlier` leaves is the beginning of this one."""
    if earlier in {0, len(leaves)}:
        return []
    return _consistency(leaves, earlier, known=True)


def _consistency(leaves: Sequence[bytes], earlier: int, *, known: bool) -> list[bytes]:
    if earlier == len(leaves):
        return [] if known else [root_of(leaves)]
    half = _split(len(leaves))
    if earlier <= half:
        return [*_consistency(leaves[:half], earlier, known=known), root_of(leaves[half:])]
    return [*_consistency(leaves[half:], earlier - half, known=False), root_of(leaves[:half])]


def _split(size: int) -> int:
    """Answer the largest power of two that is smaller than `size`."""
    return int(1 << ((size - 1).bit_length() - 1))


def shows_inclusion(
    leaf: bytes, *, place: int, size: int, proof: Sequence[bytes], root: bytes
) -> bool:
    """Whether the proof leads from the leaf to the root."""
    if not 0 <= place < size:
        return False
    here, last, joined = place, size - 1, leaf
    for beside in proof:
        if last == 0:
            return False
        if here & 1 or here == last:
            joined = node(beside, joined)
            here, last = _up_to_right(here, last)
        else:
            joined = node(joined, beside)
        here, last = here >> 1, last >> 1
    return last == 0 and joined == root


def shows_consistency(
    earlier: int, later: int, *, before: bytes, after: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether the proof leads from its hashes both to the earlier root and to the later one."""
    if earlier > later:
        return False
    if earlier in {0, later}:
        return not proof and (before == EMPTY if earlier == 0 else before == after)
    way = list(proof) if earlier & (earlier - 1) else [before, *proof]
    if not way:
        return False
    here, last = earlier - 1, later - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    old = new = way[0]
    for beside in way[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            old, new = node(beside, old), node(beside, new)
            here, last = _up_to_right(here, last)
        else:
            new = node(new, beside)
        here, last = here >> 1, last >> 1
    return last == 0 and (old, new) == (before, after)


def _up_to_right(here: int, last: int) -> tuple[int, int]:
    """Climb while we are a left child without a right neighbour."""
    while here and not here & 1:
        here, last = here >> 1, last >> 1
    return here, last
