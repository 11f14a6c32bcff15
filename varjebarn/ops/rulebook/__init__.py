"""`python3 run.py rules`: which rules the system keeps, and which tests say so."""

from varjebarn.ops.rulebook.command import run

__all__ = ["run"]
