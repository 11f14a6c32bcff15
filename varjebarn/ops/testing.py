"""Runs the tests as everybody should: two at a time, in random order, on a database of their own."""

import os
import subprocess
import sys

from varjebarn.ops import places, setup

WITHOUT_DATABASE = "tests/rules"


def run(words: list[str]) -> int:
    """Run pytest with what was asked for. `--long` tries many more examples."""
    if not _only_rules(words):
        setup.prepare_pages()
    line = [sys.executable, "-m", "pytest", *_workers(words), "--durations=10", *words]
    environment = {**os.environ, "PYTHONPATH": str(places.ROOT)}
    return subprocess.run(line, env=environment, cwd=places.ROOT, check=False).returncode


def _workers(words: list[str]) -> list[str]:
    """Split modules between two processes, unless somebody looks at a single test."""
    chosen = any(word.startswith(("-n", "--pdb", "-x")) or "::" in word for word in words)
    return [] if chosen else ["-n", "2", "--dist", "loadscope"]


def _only_rules(words: list[str]) -> bool:
    paths = [word for word in words if not word.startswith("-")]
    return bool(paths) and all(path.startswith(WITHOUT_DATABASE) for path in paths)
