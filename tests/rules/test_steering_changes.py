"""What is different between two versions: nothing is lost, and what is marked is what differs."""

from hypothesis import given
from hypothesis import strategies as st

from varjebarn.steering.changes import Change, Piece, Row, compare, counted, paragraphs

WORDS = st.lists(st.sampled_from(["barn", "plan", "möte", "skola", "nytt"]), min_size=1, max_size=6)
TEXTS = st.lists(WORDS.map(" ".join), max_size=6).map("\n\n".join)


def side(rows: tuple[Row, ...], name: str) -> list[str]:
    told = ("".join(piece.text for piece in getattr(row, name)) for row in rows)
    return [text for text in told if text]


def test_paragraphs_are_divided_at_empty_lines_and_at_items() -> None:
    text = "## Mål\nVi vill\nmer.\n\n- ett\n- två\n\n1. tre"

    assert paragraphs(text) == ["## Mål", "Vi vill mer.", "- ett", "- två", "1. tre"]


def test_a_changed_paragraph_says_which_words() -> None:
    rows = compare("Vi möts fem gånger.\n\nSlut.", "Vi möts sex gånger.\n\nSlut.")

    assert rows == (
        Row(
            change=Change.CHANGED,
            before=(
                Piece(text="Vi möts ", is_different=False),
                Piece(text="fem", is_different=True),
                Piece(text=" gånger.", is_different=False),
            ),
            after=(
                Piece(text="Vi möts ", is_different=False),
                Piece(text="sex", is_different=True),
                Piece(text=" gånger.", is_different=False),
            ),
        ),
        Row(
            change=Change.SAME,
            before=(Piece(text="Slut.", is_different=False),),
            after=(Piece(text="Slut.", is_different=False),),
        ),
    )


def test_what_is_quite_other_is_removed_and_added() -> None:
    rows = compare("Ett.\n\nTvå.", "Ett.\n\nNågot helt annat.")

    assert [row.change for row in rows] == [Change.SAME, Change.ADDED, Change.REMOVED]
    found = counted(rows)
    assert (found.added, found.removed, found.changed) == (1, 1, 0)


@given(TEXTS, TEXTS)
def test_each_side_reads_as_its_own_text(before: str, after: str) -> None:
    rows = compare(before, after)

    assert side(rows, "before") == paragraphs(before)
    assert side(rows, "after") == paragraphs(after)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    rows = compare(text, text)

    assert counted(rows).nothing
    assert not any(piece.is_different for row in rows for piece in row.before)


@given(TEXTS, TEXTS)
def test_where_nothing_is_marked_nothing_differs(before: str, after: str) -> None:
    rows = compare(before, after)
    marked = any(piece.is_different for row in rows for piece in (*row.before, *row.after))

    assert marked is (paragraphs(before) != paragraphs(after))
