"""Reads old minutes: rules and word lists that a person can follow. Nothing leaves the machine."""

from varjebarn.interop.minutes.reading import Reading, read_text

__all__ = ["Reading", "read_text"]
