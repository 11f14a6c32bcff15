"""Asks the demo's own process to put the database back as it was when the cast had been made.

The web may not do it itself: its role can delete nothing. It leaves a request in a folder that
only that process answers (`ops/starting_over.py`), and waits until it is gone.
"""

import time
from pathlib import Path

from django.conf import settings

LISTENING, ASKED = "listening", "asked"
PATIENCE = 10.0
PAUSE = 0.1


def _folder() -> Path:
    return Path(settings.STATE) / "start-over"


def is_possible() -> bool:
    """Whether somebody listens: not when the web server was started without the demo."""
    return (_folder() / LISTENING).exists()


def start_over() -> bool:
    """Ask, and wait. Several who ask at once are answered together. False if nothing happened."""
    if not is_possible():
        return False
    asked = _folder() / ASKED
    asked.touch()
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if not asked.exists():
            return True
        time.sleep(PAUSE)
    asked.unlink(missing_ok=True)
    return False
