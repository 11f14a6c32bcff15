"""The command: let the tests count, take the other measures, and say which figures fall short."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from varjebarn.ops import places, setup
from varjebarn.ops.figures.catalogue import Counted, Figure, counted, falls_short, load_figures
from varjebarn.ops.figures.measures import MEASURES


def run(words: Sequence[str]) -> int:
    """Answer 0 when every figure reaches its goal, 1 when one falls short, 2 when asked wrongly."""
    parser = argparse.ArgumentParser(prog="run.py figures", description=__doc__)
    parser.add_argument("--only", default="", help="only these figures, separated by commas")
    parser.add_argument("--long", action="store_true", help="the whole volume: about an hour")
    asked = parser.parse_args(list(words))
    wanted = {word.strip() for word in asked.only.split(",") if word.strip()}
    chosen = [figure for figure in load_figures() if not wanted or figure.id in wanted]
    if not chosen:
        print("Ingen målsiffra heter så.", file=sys.stderr)
        return 2
    setup.prepare_pages()
    found = by_tests(chosen, long=asked.long)
    for figure in chosen:
        if figure.by:
            found[figure.id] = MEASURES[figure.by](long=asked.long)
    print()
    short = [_tell(figure, found.get(figure.id), long=asked.long) for figure in chosen]
    print(
        f"\n{short.count(False)} av {len(chosen)} målsiffror nås; {short.count(True)} gör det inte."
    )
    return 1 if any(short) else 0


def by_tests(chosen: Sequence[Figure], *, long: bool) -> dict[str, Counted]:
    """Run the tests that count, once, and add up what they have written down."""
    tests = list(dict.fromkeys(test for figure in chosen for test in figure.tests))
    there = [test for test in tests if (places.ROOT / test).exists()]
    if not there:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.jsonl"
        path.touch()
        # fmt: off
        line = [
            sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadscope", "--tb=line",
            f"--figures={path}", *(["--long"] if long else []), *there,
        ]
        # fmt: on
        environment = {**os.environ, "PYTHONPATH": str(places.ROOT)}
        subprocess.run(line, env=environment, cwd=places.ROOT, check=False)
        return counted(path.read_text(encoding="utf-8").splitlines())


def _tell(figure: Figure, found: Counted | None, *, long: bool) -> bool:
    """Print one figure; answer whether it falls short."""
    why = falls_short(figure, found, long=long)
    print(f"{figure.id:4} {figure.core:3} {'NÅS INTE' if why else 'nås'}  {figure.what}")
    print(f"              mål: {figure.goal}. {_measured(found)}{f' — {why}' if why else ''}")
    return bool(why)


def _measured(found: Counted | None) -> str:
    if found is None:
        return "Inte mätt."
    if found.value is not None:
        return f"Mätt: {found.value:.2f}."
    said = f" ({found.words})" if found.words else ""
    return f"Mätt: {found.bad} av {found.tried}, kontroll {found.control}{said}."
