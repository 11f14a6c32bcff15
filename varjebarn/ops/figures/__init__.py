"""`python3 run.py figures`: the goal figures of the core, each measured afresh with its control."""

from varjebarn.ops.figures.command import run

__all__ = ["run"]
