"""Names of files: a title out of one that came in, and one to save by that no system trips over."""

import re
import unicodedata
from pathlib import PurePosixPath

from varjebarn.interop.documents.document import writable
from varjebarn.steering.paper_kinds import ENDINGS, PaperKind

LONGEST_TITLE = 120
LONGEST_NAME = 60
_ENDING = re.compile(r"(?:\.[A-Za-z0-9]{1,5})+$")
_UNSAFE = re.compile(r"[^a-z0-9]+")


def title_from_name(name: str) -> str:
    """Suggest a title from a file's name: without folders, ending and characters that hide."""
    last = PurePosixPath(name.replace("\\", "/")).name
    shown = "".join(one for one in writable(last) if unicodedata.category(one) != "Cf")
    words = _ENDING.sub("", shown).replace("_", " ").replace("\n", " ")
    return " ".join(words.split())[:LONGEST_TITLE].strip()


def download_name(title: str, kind: PaperKind) -> str:
    """Give a name to save by: the title's, with the ending of what the file is."""
    return f"{plain_name(title)}.{ENDINGS[kind]}"


def plain_name(title: str) -> str:
    """Write a title in small plain letters, digits and hyphens; "handling" where nothing is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return _UNSAFE.sub("-", plain).strip("-")[:LONGEST_NAME].strip("-") or "handling"
