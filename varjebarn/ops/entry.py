"""Finds the command that was asked for, and turns what went wrong into one sentence."""

import sys
from collections.abc import Callable, Sequence

from varjebarn.ops.binaries import NoPostgres
from varjebarn.ops.roles import SetUpRefused


def main(words: Sequence[str]) -> int:
    """Run one command. Answers the exit code."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr] # a text stream here
    try:
        return _command(words[0] if words else "")(list(words[1:]))
    except SetUpRefused as refusal:
        print(f"\n{refusal}", file=sys.stderr)
    except NoPostgres as absence:
        print(
            f"\nDen inbyggda databasen kunde inte startas ({absence}): kör igen, eller peka "
            "DATABASE_URL på en egen PostgreSQL.",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        return 130
    return 1


def _command(name: str) -> Callable[[list[str]], int]:
    """Import only what the command needs: a start is quick, and tools stay out of the demo."""
    # ruff: noqa: PLC0415
    match name:
        case "demo":
            from varjebarn.ops.demo import run
        case "test":
            from varjebarn.ops.testing import run
        case "check":
            from varjebarn.ops.checking import run
        case "bench":
            from varjebarn.ops.bench import run
        case "rules":
            from varjebarn.ops.rulebook import run
        case "dburl":
            from varjebarn.ops.installation import print_address as run
        case "manage":
            from varjebarn.ops.installation import run_manage as run
        case _:
            raise SetUpRefused("Kommandot finns inte: se python3 run.py --help.")
    return run
