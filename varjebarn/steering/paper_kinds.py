"""What a paper may be. Judged by what a file holds, never by its name."""

from enum import StrEnum

BIGGEST_PAPER = 5 * 1024 * 1024
MOST_PAPERS = 40
MOST_ANSWER_FILES = 5


class PaperKind(StrEnum):
    """The kinds that are kept. The value is what is stored and sent as the content's type."""

    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    ODP = "application/vnd.oasis.opendocument.presentation"
    JPEG = "image/jpeg"
    PNG = "image/png"
    TEXT = "text/plain"


ENDINGS = {
    PaperKind.PDF: "pdf",
    PaperKind.WORD: "docx",
    PaperKind.EXCEL: "xlsx",
    PaperKind.POWERPOINT: "pptx",
    PaperKind.ODT: "odt",
    PaperKind.ODS: "ods",
    PaperKind.ODP: "odp",
    PaperKind.JPEG: "jpg",
    PaperKind.PNG: "png",
    PaperKind.TEXT: "txt",
}
