"""Pages for children and guardians."""
