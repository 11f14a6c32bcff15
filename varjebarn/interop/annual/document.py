"""A paper in the form that becomes PDF, Word and plain text."""

from collections.abc import Iterator

from varjebarn.interop.annual import words
from varjebarn.interop.annual.values import Block, Chapter, Paper
from varjebarn.interop.documents import Block as Written
from varjebarn.interop.documents import Document, Heading, Items, Paragraph, Table


def as_document(paper: Paper, *, reference: str = "") -> Document:
    """Write a paper as a document; the author is the county that stands first in it."""
    return Document(
        title=paper.title,
        author=paper.about.partition(".")[0],
        written=paper.written,
        reference=reference,
        about=paper.about,
        language="sv",
        blocks=tuple(one for chapter in paper.chapters for one in _chapter(chapter)),
    )


def _chapter(chapter: Chapter) -> Iterator[Written]:
    yield Heading(text=chapter.title)
    if chapter.note:
        yield Paragraph(text=chapter.note)
    if chapter.is_empty:
        yield Paragraph(text=words.NOTHING)
    for one in chapter.blocks:
        yield from _block(one)


def _block(block: Block) -> Iterator[Written]:
    if block.title:
        yield Heading(text=block.title, level=3)
    if block.lead:
        yield Paragraph(text=block.lead)
    if block.lines:
        yield Items(items=tuple(words.facts(one.text, one.about) for one in block.lines))
    if block.table is not None:
        yield Table(header=block.table.head, rows=block.table.rows)
