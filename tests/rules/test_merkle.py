"""The growing tree and its proofs, against the definition of RFC 6962 written out plainly."""

from hashlib import sha256

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from varjebarn.audit.merkle import (
    EMPTY,
    Growing,
    consistency,
    inclusion,
    leaf_hash,
    root_of,
    shows_consistency,
    shows_inclusion,
)

LEAVES = st.lists(st.binary(max_size=4).map(leaf_hash), min_size=1, max_size=70)


def by_definition(leaves):
    """RFC 6962, 2.1: split at the largest power of two below the size, and hash both halves."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    both = by_definition(leaves[:half]) + by_definition(leaves[half:])
    return sha256(b"\x01" + both).digest()


def flipped(one):
    return bytes([one[0] ^ 1]) + one[1:]


@given(LEAVES)
def test_every_size_on_the_way_has_the_root_of_the_definition(leaves):
    tree = Growing()
    roots = [tree.root()]
    for leaf in leaves:
        tree.add(leaf)
        roots.append(tree.root())

    assert roots == [by_definition(leaves[:size]) for size in range(len(leaves) + 1)]


@given(LEAVES, st.data())
def test_a_leaf_is_shown_to_be_in_the_tree_and_no_other_is(leaves, data):
    place = data.draw(st.integers(0, len(leaves) - 1))
    proof, root = inclusion(leaves, place), by_definition(leaves)

    def shown(leaf, at, way=proof):
        return shows_inclusion(leaf, place=at, size=len(leaves), proof=way, root=root)

    assert shown(leaves[place], place)
    assert not shown(flipped(leaves[place]), place)
    assert not shown(leaves[place], place, [*proof, EMPTY])
    assert not shown(leaves[place], len(leaves))
    for at in range(len(proof)):
        changed = [*proof[:at], flipped(proof[at]), *proof[at + 1 :]]
        assert not shown(leaves[place], place, changed)


@given(LEAVES, st.data())
def test_an_earlier_tree_is_shown_to_be_the_beginning(leaves, data):
    earlier = data.draw(st.integers(0, len(leaves)))
    proof = consistency(leaves, earlier)
    before, after = by_definition(leaves[:earlier]), by_definition(leaves)

    def shown(old=before, new=after, way=proof):
        return shows_consistency(earlier, len(leaves), before=old, after=new, proof=way)

    assert shown()
    assert not shown(old=flipped(before))
    assert not shown(way=[*proof, EMPTY])
    if earlier:
        assert not shown(new=flipped(after))
    for at in range(len(proof)):
        assert not shown(way=[*proof[:at], flipped(proof[at]), *proof[at + 1 :]])


@given(LEAVES, st.data())
def test_a_tree_with_another_past_is_never_shown_to_be_a_continuation(leaves, data):
    earlier = data.draw(st.integers(1, len(leaves)))
    place = data.draw(st.integers(0, earlier - 1))
    other = [*leaves[:place], flipped(leaves[place]), *leaves[place + 1 :]]
    assume(other[:earlier] != leaves[:earlier])

    assert not shows_consistency(
        earlier,
        len(other),
        before=root_of(leaves[:earlier]),
        after=root_of(other),
        proof=consistency(other, earlier),
    )


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 8, 9])
def test_a_later_tree_never_precedes_an_earlier_one(size):
    leaves = [leaf_hash(bytes([one])) for one in range(size)]

    assert not shows_consistency(size + 1, size, before=EMPTY, after=root_of(leaves), proof=[])
