"""Chromium for the journeys: found, or installed with apt when we are root, or by Playwright."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from varjebarn.ops import places
from varjebarn.ops.machine import apt

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
HOW_TO_GET_ONE = (
    "Chromium saknas: installera det (på Debian: sudo apt install chromium) eller kör "
    ".venv/bin/python -m playwright install chromium, och kör testen igen."
)
# Quiet: nothing of the browser's own goes out on the network.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--no-first-run",
    "--no-default-browser-check",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


def find_or_install() -> str | None:
    """Answer where a Chromium is, installing one if need be. None if there is none to be had."""
    found = find()
    if found is None:
        with places.locked("chromium"):
            found = find() or install()
    return found


def find() -> str | None:
    """Answer where a Chromium is that really runs; believe no file name."""
    for candidate in (os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), _playwrights()):
        if candidate and _runs(candidate):
            return candidate
    return None


def install() -> str | None:
    """Install one, as the machine allows."""
    if places.is_root() and shutil.which("apt-get"):
        apt("update")
        apt("install", "-y", "--no-install-recommends", "chromium")
    if find() is None:
        words = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(words, check=False, capture_output=True, timeout=600)
    return find()


def _runs(program: str) -> bool:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _playwrights() -> str | None:
    """Answer Playwright's own Chromium, where it has been fetched."""
    given = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    folder = Path(given) if given else Path.home() / ".cache" / "ms-playwright"
    found = sorted(folder.glob("chromium-*/chrome-linux*/chrome"))
    return str(found[-1]) if found else None
