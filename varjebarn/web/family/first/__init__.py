"""The first page, and who has read."""
