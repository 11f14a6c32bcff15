"""Agreements and joining: what holds between whom and for how long, and who stands where."""
