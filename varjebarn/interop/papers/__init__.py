"""Files that people lay before a meeting: what they are, and what is not let in."""

from varjebarn.interop.papers.examining import UnfitPaperError, paper_kind
from varjebarn.interop.papers.naming import download_name, plain_name, title_from_name

__all__ = ["UnfitPaperError", "download_name", "paper_kind", "plain_name", "title_from_name"]
