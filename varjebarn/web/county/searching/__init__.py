"""Search in the county's work."""
