"""Looking for a child by name or number, within one's own unit."""
