"""Saying that something shown is wrong, and reading what the unit answered."""
