"""What somebody has noticed about a child, who takes it further, and what became of it."""
