"""The text of a PDF, read in a process of its own.

The library that reads PDFs is written in C++, and a file made to harm can end the process that
reads it, or make it work for hours. So this module is run as a program: a PDF comes in, its text
goes out, and the machine's limits hold it.
"""

import subprocess
import sys
from pathlib import Path

PAGES, CHARACTERS = 400, 400_000
_SECONDS = 20
_MEMORY = 1536 * 1024 * 1024
_FINE, _LOCKED, _BROKEN, _TOO_BIG = 0, 10, 11, 12


class LockedPdfError(Exception):
    """The PDF has a password."""


class BrokenPdfError(Exception):
    """The PDF can't be read, or ended the process that read it."""


class BigPdfError(Exception):
    """The PDF has too many pages or letters, or takes too long."""


def text_of_pdf(data: bytes) -> str:
    """Give a PDF's text, page by page. Takes 20 seconds and 1.5 GB at most.

    Raises LockedPdfError, BrokenPdfError, or BigPdfError over 400 pages or 400,000 characters.
    """
    line = [sys.executable, "-I", str(Path(__file__).resolve())]
    try:
        done = subprocess.run(  # noqa: S603 - this program itself, with nothing from outside on its line
            line, input=data, capture_output=True, timeout=_SECONDS * 2, check=False
        )
    except subprocess.TimeoutExpired:
        raise BigPdfError from None
    if done.returncode == _FINE:
        return done.stdout.decode("utf-8", "replace")
    if done.returncode == _LOCKED:
        raise LockedPdfError
    if done.returncode == _TOO_BIG or done.returncode == -_signal("SIGXCPU"):
        raise BigPdfError
    raise BrokenPdfError


def _signal(name: str) -> int:
    import signal  # noqa: PLC0415 - only where a process was ended

    return int(getattr(signal, name, 0))


def _limit() -> None:
    """Hold this process to some seconds and some memory, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on all systems
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_CPU, _SECONDS), (resource.RLIMIT_AS, _MEMORY)):
        _soft, hard = resource.getrlimit(kind)
        resource.setrlimit(kind, (most if hard < 0 else min(most, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main() -> int:
    _limit()
    import pypdfium2  # noqa: PLC0415 - after the limits

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as fault:
        return _LOCKED if "password" in str(fault).casefold() else _BROKEN
    if len(document) > PAGES:
        return _TOO_BIG
    left = CHARACTERS
    for at in range(len(document)):
        try:
            text = document[at].get_textpage().get_text_bounded()
        except pypdfium2.PdfiumError:
            return _BROKEN
        left -= len(text)
        if left < 0:
            return _TOO_BIG
        sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "replace"))
    return _FINE


if __name__ == "__main__":
    sys.exit(_main())
