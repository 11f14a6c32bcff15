"""Pages for the county work, open to all."""
