"""Pages for the one who keeps a unit's people and assignments."""
