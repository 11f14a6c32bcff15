"""The plan as a child and as a guardian reads it."""
