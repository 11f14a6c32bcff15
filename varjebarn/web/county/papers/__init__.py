"""Papers of a meeting, calls and calendars, and the register as files."""
