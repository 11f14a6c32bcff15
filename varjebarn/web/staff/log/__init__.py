"""The unit's log, for its log reviewer."""
