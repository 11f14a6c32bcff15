"""Easy Swedish formats: the same as Swedish."""
