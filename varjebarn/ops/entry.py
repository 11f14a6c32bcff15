"""Finds the command that was asked for, and turns what went wrong into one sentence."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from varjebarn.ops.binaries import NoPostgres
from varjebarn.ops.roles import SetUpRefused

COMMANDS = {
    "demo": "demo:run",
    "test": "testing:run",
    "check": "checking:run",
    "bench": "bench:run",
    "rules": "rulebook:run",
    "mutants": "mutants:run",
    "figures": "figures:run",
    "dburl": "installation:print_address",
    "manage": "installation:run_manage",
}


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
    if name not in COMMANDS:
        raise SetUpRefused("Kommandot finns inte: se python3 run.py --help.")
    module, _, function = COMMANDS[name].partition(":")
    found: Callable[[list[str]], int] = getattr(import_module(f"varjebarn.ops.{module}"), function)
    return found
