"""What stands in the field before somebody writes an answer: an organisation's own figures.

Nobody reports twice (docs/adr/0004-report-once.md). Each source is asked in turn, and answers with a
text or nothing; the indicators will be one when an organisation's figures can be told from others'.
"""

from collections.abc import Callable
from uuid import UUID

Source = Callable[[UUID, UUID], str]
SOURCES: tuple[Source, ...] = ()
"""Each takes the question's and the organisation's public id."""


def prefilled(report_back: UUID, organisation: UUID) -> str:
    """Put together what the sources know; whoever answers may change all of it."""
    texts = (source(report_back, organisation) for source in SOURCES)
    return "\n\n".join(filter(None, texts))
