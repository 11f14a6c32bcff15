"""`python3 run.py mutants`: each guard is taken away in turn, and the tests must notice."""

from varjebarn.ops.mutants.command import run

__all__ = ["run"]
